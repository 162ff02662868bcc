//! Adding many tasks or promised dates together: one line each, typed or pasted.

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
    plan::LineKind,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{self, LinesForm},
};
use leptos::prelude::*;

/// Asks for the lines.
///
/// # Errors
/// [`PageError`] where the reader may not add to the project.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let editor = ProjectEditor::load(&portal, &context, customer, project).await?;
    let form = LinesForm::suggested(new_ulid(portal.clock.now(), &*portal.rng).into());
    Ok(draw(editor, &context, &form, &[]))
}

/// Adds them, and shows the project.
///
/// # Errors
/// [`PageError`] where the reader may not add to the project.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<LinesForm>,
) -> Result<Response, PageError> {
    match project::add_lines(&portal, context.actor()?, customer, project, &form).await {
        Ok(()) => {
            // From the line below the tasks, whoever typed one goes on with the next.
            let place = match form.what.parse() {
                Ok(LineKind::Dates) => "h-milestones",
                Ok(LineKind::Ours) if !form.lines.trim().contains('\n') => "quick",
                _ => "h-tasks",
            };
            Ok(Redirect::to(&format!("{}#{place}", links::project::show(customer, project))).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let editor = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(editor, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(editor: ProjectEditor, context: &RequestContext, form: &LinesForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::lines(editor.view.customer, editor.view.id)>
            <div class="form">
                {FormView::new(words, form, problems).all()}
                {form_actions(words, editor.href(), say!(words, "lines-add"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "lines-several-title"), LinesForm::FIELDS);
    editor.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}
