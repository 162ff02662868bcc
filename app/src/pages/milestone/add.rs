//! Adding a milestone: what will be so, and on which day.

use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    pages::project_editor::{FormPage, ProjectEditor, form_actions},
    parts::{field::Field, labels, problem},
    say,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    milestone::{self, MilestoneForm},
};
use leptos::prelude::*;

/// Asks for a milestone.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    Ok(draw(desk, &context, MilestoneForm { id, name: String::new(), promised_on: String::new() }, &[]))
}

/// Adds it.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Form(form): Form<MilestoneForm>,
) -> Result<Response, PageError> {
    match milestone::add(&portal, context.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(desk, &context, form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: ProjectEditor, context: &RequestContext, form: MilestoneForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let name = Field {
        name: "name",
        label: say!(words, "milestone-name"),
        hint: Some(say!(words, "milestone-name-hint")),
        value: form.name,
        problem: problem::of(words, problems, "name"),
        ..Field::default()
    };
    let day = Field {
        name: "promised_on",
        label: say!(words, "milestone-promised-on"),
        value: form.promised_on,
        problem: problem::of(words, problems, "promised_on"),
        ..Field::default()
    };
    let main = view! {
        <form class="sheet" method="post" action=links::milestone::add(desk.view.customer, desk.view.id)>
            <div class="form">
                <input type="hidden" name="id" value=form.id.to_string()/>
                {name.input("text")}
                {day.input("date")}
                {form_actions(words, desk.href(), say!(words, "milestone-add-keep"))}
            </div>
        </form>
    };
    desk.answer(
        context,
        FormPage {
            title: say!(words, "milestone-add-title"),
            labels: &labels::MILESTONE,
            problems,
            stale: false,
            main: main.into_any(),
        },
    )
}
