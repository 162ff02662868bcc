//! Adding a task.

use super::fields::{Typed, fields};
use crate::{
    failure::Failure,
    pages::{
        desk::{Desk, Draft, keep},
        path::At,
    },
    parts::{choices::tick, labels},
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    chance::new_ulid,
    id::{CustomerId, ProjectId},
    person::Side,
    plan::Stage,
};
use coplan_usecases::{
    Portal,
    edit::AddError,
    form::FieldProblem,
    task::{self, AddTaskForm},
};
use leptos::prelude::*;

/// Asks for a task.
///
/// # Errors
/// [`Failure`] where the reader may not add one.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
) -> Result<Response, Failure> {
    let desk = Desk::load(&portal, &visitor, customer, project).await?;
    let form = AddTaskForm {
        id: new_ulid(portal.clock.now(), &*portal.chance).into(),
        name: String::new(),
        why: String::new(),
        side: Side::Supplier.to_string(),
        stage: Stage::Onstage.to_string(),
        shared: false,
        due_on: String::new(),
    };
    Ok(draw(desk, &visitor, &form, &[]))
}

/// Adds it.
///
/// # Errors
/// [`Failure`] where the reader may not add one.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
    Form(form): Form<AddTaskForm>,
) -> Result<Response, Failure> {
    match task::add(&portal, visitor.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&super::read_at(customer, project)).into_response()),
        Err(AddError::Invalid(problems)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw(desk, &visitor, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: Desk, visitor: &Visitor, form: &AddTaskForm, problems: &[FieldProblem]) -> Response {
    let words = &visitor.words;
    let typed = Typed { name: &form.name, why: &form.why, side: &form.side, stage: &form.stage, due_on: &form.due_on };
    let main = view! {
        <form class="sheet" method="post" action=format!("{}/tasks/new", desk.href())>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {fields(words, &desk.view.customer_name, &visitor.supplier, &typed, problems)}
                {tick("shared", words.say("task-share"), words.say("task-share-hint"), form.shared)}
                {keep(words, desk.href(), words.say("task-add"))}
            </div>
        </form>
    };
    desk.answer(
        visitor,
        Draft { title: words.say("task-add-title"), labels: &labels::TASK, problems, stale: false, main: main.into_any() },
    )
}
