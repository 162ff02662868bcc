//! Changing a task: its words, who sees it, and taking it away.

use super::fields::{Typed, fields};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    pages::project_editor::{FormPage, ProjectEditor, confirm_form, form_actions},
    parts::{
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        labels,
    },
    say,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::{Stage, Task},
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    merge::Edit,
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
    let found = find(&desk, id)?;
    let form = TaskForm {
        version: found.internal.as_ref().map_or(0, |internal| internal.version),
        was: String::new(),
        name: found.name.clone(),
        why: found.why.clone(),
        side: found.side.to_string(),
        stage: found.stage.to_string(),
        due_on: found.due_on.map(|day| day.to_string()).unwrap_or_default(),
    };
    draw(desk, &context, id, &form.seen(), &[])
}

/// Keeps the words.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project, id)): PathIds<(CustomerId, ProjectId, TaskId)>,
    Form(form): Form<TaskForm>,
) -> Result<Response, PageError> {
    match task::change(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::tasks(customer, project)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            Ok(draw_versus(desk, &context, &theirs, form))
        }
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, project).await?;
            draw(desk, &context, id, &form, &problems)
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
    id: TaskId,
    form: &TaskForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (customer, project) = (desk.view.customer, desk.view.id);
    let found = find(&desk, id)?;
    let title = found.name.clone();
    let seen = (found.stage == Stage::Backstage).then(|| who_sees_it(words, &desk.view, found));
    let typed = Typed { name: &form.name, why: &form.why, side: &form.side, stage: &form.stage, due_on: &form.due_on };
    let remove = confirm_form(
        say!(words, "task-remove"),
        say!(words, "task-remove-means"),
        links::task::remove(customer, project, id),
        say!(words, "task-remove-sure"),
    );
    let main = view! {
        <form class="sheet" method="post" action=links::task::change(customer, project, id)>
            <div class="form">
                <input type="hidden" name="version" value=form.version/>
                <input type="hidden" name="was" value=form.was.clone()/>
                {fields(words, &desk.view.customer_name, &context.supplier, &typed, problems)}
                {form_actions(words, desk.href(), say!(words, "save"))}
            </div>
        </form>
        {seen}
        <section class="sheet">{remove}</section>
    };
    Ok(desk.answer(context, FormPage { title, labels: &labels::TASK, problems, stale: false, main: main.into_any() }))
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

fn draw_versus(desk: ProjectEditor, context: &RequestContext, task: &Task, mine: TaskForm) -> Response {
    let words = &context.words;
    let (customer, supplier) = (desk.view.customer_name.clone(), context.supplier.clone());
    let sides = vec![(Side::Customer.as_str(), customer), (Side::Supplier.as_str(), supplier)];
    let (onstage, backstage) = (say!(words, "task-onstage"), say!(words, "task-backstage"));
    let stages = vec![(Stage::Onstage.as_str(), onstage), (Stage::Backstage.as_str(), backstage)];
    let asks = vec![
        ConflictField { name: "name", label: say!(words, "task-name"), kind: ConflictKind::Line },
        ConflictField { name: "side", label: say!(words, "task-side"), kind: ConflictKind::OneOf(sides) },
        ConflictField { name: "stage", label: say!(words, "task-stage"), kind: ConflictKind::OneOf(stages) },
        ConflictField { name: "due_on", label: say!(words, "task-due-on"), kind: ConflictKind::Day(desk.view.today) },
        ConflictField { name: "why", label: say!(words, "task-why"), kind: ConflictKind::Prose },
    ];
    let action = links::task::change(desk.view.customer, desk.view.id, task.id);
    let clash = Conflict { mine, theirs: TaskForm::of(task), asks, besides: Vec::new(), action, leave: desk.href() };
    let main = conflict(words, clash);
    let (title, labels) = (task.name.clone(), &labels::TASK);
    desk.answer(context, FormPage { title, labels, problems: &[], stale: true, main })
}
