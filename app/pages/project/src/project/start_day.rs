//! Moving the first day of a project that the customer has never seen.

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
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{self, StartDayForm},
};
use leptos::prelude::*;

/// Asks for the day.
///
/// # Errors
/// [`PageError`] where the reader may not change the project.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let editor = ProjectEditor::load(&portal, &context, customer, id).await?;
    let form = project::suggest_start_day(&portal, context.actor()?, (customer, id)).await?;
    Ok(draw(editor, &context, &form, &[]))
}

/// Moves it.
///
/// # Errors
/// [`PageError`] where the reader may not change the project.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<StartDayForm>,
) -> Result<Response, PageError> {
    match project::move_start_day(&portal, context.actor()?, (customer, id), &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => {
            let editor = ProjectEditor::load(&portal, &context, customer, id).await?;
            Ok(draw(editor, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(editor: ProjectEditor, context: &RequestContext, form: &StartDayForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::start_day(editor.view.customer, editor.view.id)>
            <div class="form">
                <p>{say!(words, "project-first-day-text")}</p>
                {FormView::new(words, form, problems).all()}
                {form_actions(words, editor.href(), say!(words, "project-first-day-move"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "project-first-day-title"), StartDayForm::FIELDS);
    editor.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}
