//! Adding a milestone: what will be so, and on which day.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, form_actions},
};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
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
    let form = MilestoneForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
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
    Submitted(form): Submitted<MilestoneForm>,
) -> Result<Response, PageError> {
    match milestone::add(&portal, context.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::milestones(customer, project)).into_response()),
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(desk, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: ProjectEditor, context: &RequestContext, form: &MilestoneForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::milestone::add(desk.view.customer, desk.view.id)>
            <div class="form">
                {FormView::new(words, form, problems).all()}
                {form_actions(words, desk.href(), say!(words, "milestone-add-keep"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "milestone-add-title"), MilestoneForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}
