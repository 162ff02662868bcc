//! Changing a task: its words, who sees it, and taking it away.

use super::owner;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, Entry, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, confirm_form, form_actions},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    plan::{Stage, Task},
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    project::{ProjectView, TaskView},
    task::{self, TaskForm},
};
use leptos::prelude::*;

/// Asks how the task should be.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<(CustomerId, ProjectId, TaskId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
    let form = TaskForm::of_view(find(&desk, id)?);
    let owners = owner::entries(&portal, &context, &desk).await?;
    draw(desk, &context, owners, id, (&form, &[]))
}

/// Keeps the words.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<(CustomerId, ProjectId, TaskId)>,
    Submitted(form): Submitted<TaskForm>,
) -> Result<Response, PageError> {
    match task::change(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::tasks(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            let owners = owner::entries(&portal, &context, &desk).await?;
            Ok(draw_conflict(desk, &context, owners, &theirs, form))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            let owners = owner::entries(&portal, &context, &desk).await?;
            draw(desk, &context, owners, id, (&form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn find(desk: &ProjectEditor, id: TaskId) -> Result<&TaskView, PageError> {
    desk.view.tasks.iter().find(|task| task.id == id).ok_or(PageError::NotFound)
}

fn draw(
    desk: ProjectEditor,
    context: &RequestContext,
    owners: Vec<Entry>,
    id: TaskId,
    (form, problems): (&TaskForm, &[FieldProblem]),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (customer, project) = (desk.view.customer, desk.view.id);
    let found = find(&desk, id)?;
    let title = found.name.clone();
    let seen = (found.stage == Stage::Backstage).then(|| who_sees_it(words, &desk.view, found));
    let view = form_view(context, &desk, owners, (form, problems));
    let remove = confirm_form(
        say!(words, "task-remove"),
        say!(words, "task-remove-means"),
        links::task::remove(customer, project, id),
        say!(words, "task-remove-sure"),
    );
    let main = view! {
        <form class="sheet" method="post" action=links::task::change(customer, project, id)>
            <div class="form">
                {view.all()}
                {form_actions(words, desk.href(), say!(words, "save"))}
            </div>
        </form>
        {seen}
        <section class="sheet">{remove}</section>
    };
    let (fields, main) = (TaskForm::FIELDS, main.into_any());
    Ok(desk.answer(context, FormPage { title, fields, problems, stale: false, main }))
}

fn form_view<'a>(
    context: &'a RequestContext,
    desk: &'a ProjectEditor,
    owners: Vec<Entry>,
    (form, problems): (&TaskForm, &'a [FieldProblem]),
) -> FormView<'a> {
    let view = FormView::new(&context.words, form, problems).today(desk.view.today).entries(owners);
    view.sides(&desk.view.customer_name, &context.supplier)
}

fn who_sees_it(words: &Words, view: &ProjectView, task: &TaskView) -> AnyView {
    let seen = task.internal.as_ref().is_some_and(|internal| internal.seen_by_customer);
    let (action, said, deed) = if seen {
        (links::task::unshare(view.customer, view.id, task.id), say!(words, "task-is-shared"), say!(words, "task-unshare"))
    } else {
        (links::task::share(view.customer, view.id, task.id), say!(words, "task-is-hidden"), say!(words, "task-share"))
    };
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{say!(words, "project-who-sees-it")}</h2>
            <form class="form" method="post" action=action>
                <p>{said}</p>
                <div class="actions"><button class="button">{deed}</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn draw_conflict(desk: ProjectEditor, context: &RequestContext, owners: Vec<Entry>, task: &Task, mine: TaskForm) -> Response {
    let view = form_view(context, &desk, owners, (&mine, &[]));
    let action = links::task::change(desk.view.customer, desk.view.id, task.id);
    let main = conflict(&view, Conflict::new(mine, TaskForm::of(task), action, desk.href()));
    let (title, fields) = (task.name.clone(), TaskForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems: &[], stale: true, main })
}
