//! Adding a task.

use super::fields::{Typed, fields};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    pages::project_editor::{FormPage, ProjectEditor, form_actions},
    parts::{choices::tick, labels},
    say,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    person::Side,
    plan::Stage,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    task::{self, AddTaskForm},
};
use leptos::prelude::*;

/// Asks for a task.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    let form = AddTaskForm {
        id: new_ulid(portal.clock.now(), &*portal.rng).into(),
        name: String::new(),
        why: String::new(),
        side: Side::Supplier.to_string(),
        stage: Stage::Onstage.to_string(),
        shared: false,
        due_on: String::new(),
    };
    Ok(draw(desk, &context, &form, &[]))
}

/// Adds it.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Form(form): Form<AddTaskForm>,
) -> Result<Response, PageError> {
    match task::add(&portal, context.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::tasks(customer, project)).into_response()),
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(desk, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: ProjectEditor, context: &RequestContext, form: &AddTaskForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let typed = Typed { name: &form.name, why: &form.why, side: &form.side, stage: &form.stage, due_on: &form.due_on };
    let main = view! {
        <form class="sheet" method="post" action=links::task::add(desk.view.customer, desk.view.id)>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {fields(words, &desk.view.customer_name, &context.supplier, &typed, problems)}
                {tick("shared", say!(words, "task-share"), say!(words, "task-share-hint"), form.shared)}
                {form_actions(words, desk.href(), say!(words, "task-add"))}
            </div>
        </form>
    };
    desk.answer(
        context,
        FormPage { title: say!(words, "task-add-title"), labels: &labels::TASK, problems, stale: false, main: main.into_any() },
    )
}
