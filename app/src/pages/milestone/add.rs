//! Adding a milestone: what will be so, and on which day.

use crate::{
    failure::Failure,
    pages::{
        desk::{Desk, Draft, keep},
        path::At,
    },
    parts::{field::Field, labels, problem},
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
};
use coplan_usecases::{
    Portal,
    edit::AddError,
    form::FieldProblem,
    milestone::{self, MilestoneForm},
};
use leptos::prelude::*;

/// Asks for a milestone.
///
/// # Errors
/// [`Failure`] where the reader may not add one.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
) -> Result<Response, Failure> {
    let desk = Desk::load(&portal, &visitor, customer, project).await?;
    let id = new_ulid(portal.clock.now(), &*portal.chance).into();
    Ok(draw(desk, &visitor, MilestoneForm { id, name: String::new(), promised_on: String::new() }, &[]))
}

/// Adds it.
///
/// # Errors
/// [`Failure`] where the reader may not add one.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project)): At<(CustomerId, ProjectId)>,
    Form(form): Form<MilestoneForm>,
) -> Result<Response, Failure> {
    match milestone::add(&portal, visitor.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&super::read_at(customer, project)).into_response()),
        Err(AddError::Invalid(problems)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw(desk, &visitor, form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: Desk, visitor: &Visitor, form: MilestoneForm, problems: &[FieldProblem]) -> Response {
    let words = &visitor.words;
    let name = Field {
        name: "name",
        label: words.say("milestone-name"),
        hint: Some(words.say("milestone-name-hint")),
        value: form.name,
        problem: problem::of(words, problems, "name"),
        ..Field::default()
    };
    let day = Field {
        name: "promised_on",
        label: words.say("milestone-promised-on"),
        value: form.promised_on,
        problem: problem::of(words, problems, "promised_on"),
        ..Field::default()
    };
    let main = view! {
        <form class="sheet" method="post" action=format!("{}/milestones/new", desk.href())>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {name.input("text")}
                {day.input("date")}
                {keep(words, desk.href(), words.say("milestone-add-keep"))}
            </div>
        </form>
    };
    desk.answer(
        visitor,
        Draft {
            title: words.say("milestone-add-title"),
            labels: &labels::MILESTONE,
            problems,
            stale: false,
            main: main.into_any(),
        },
    )
}
