//! Copying a project: for which customer, and when it starts.

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
    project::{self, CopyForm},
};
use leptos::prelude::*;

/// Asks for whom and from when.
///
/// # Errors
/// [`PageError`] where the reader may not change the project.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let editor = ProjectEditor::load(&portal, &context, customer, project).await?;
    let id = ProjectId(new_ulid(portal.clock.now(), &*portal.rng));
    let form = project::suggest_copy(&portal, context.actor()?, (customer, project), id).await?;
    Ok(draw(editor, &context, &form, &[]))
}

/// Copies it, and shows the copy.
///
/// # Errors
/// [`PageError`] where the reader may not change the project, or the customer's plan that it is copied for.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<CopyForm>,
) -> Result<Response, PageError> {
    match project::copy(&portal, context.actor()?, (customer, project), &form).await {
        Ok((customer, copy)) => Ok(Redirect::to(&links::project::show(customer, copy)).into_response()),
        Err(Error::Invalid(problems)) => {
            let editor = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw(editor, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(editor: ProjectEditor, context: &RequestContext, form: &CopyForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::copy(editor.view.customer, editor.view.id)>
            <div class="form">
                <p>{say!(words, "project-copy-text")}</p>
                {FormView::new(words, form, problems).all()}
                {form_actions(words, editor.href(), say!(words, "project-copy-sure"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "project-copy-title"), CopyForm::FIELDS);
    editor.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}
