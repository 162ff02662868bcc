//! Adding a task.

use super::owner;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Entry, FormView, Submitted},
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
    let form = AddTaskForm::suggested(new_ulid(portal.clock.now(), &*portal.rng).into());
    let owners = owner::entries(&portal, &context, &desk).await?;
    Ok(draw(desk, &context, owners, &form, &[]))
}

/// Adds it.
///
/// # Errors
/// [`PageError`] where the reader may not add one.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<AddTaskForm>,
) -> Result<Response, PageError> {
    match task::add(&portal, context.actor()?, customer, project, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::tasks(customer, project)).into_response()),
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            let owners = owner::entries(&portal, &context, &desk).await?;
            Ok(draw(desk, &context, owners, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(
    desk: ProjectEditor,
    context: &RequestContext,
    owners: Vec<Entry>,
    form: &AddTaskForm,
    problems: &[FieldProblem],
) -> Response {
    let words = &context.words;
    let view = FormView::new(words, form, problems).sides(&desk.view.customer_name, &context.supplier).entries(owners);
    let main = view! {
        <form class="sheet" method="post" action=links::task::add(desk.view.customer, desk.view.id)>
            <div class="form">
                {view.all()}
                {form_actions(words, desk.href(), say!(words, "task-add"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "task-add-title"), AddTaskForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}
