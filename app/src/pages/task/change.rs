//! Changing a task: its words, who sees it, and taking it away.

use super::fields::{Typed, fields};
use crate::{
    failure::Failure,
    pages::{
        desk::{Desk, Draft, asks_first, keep},
        path::At,
    },
    parts::{
        labels,
        versus::{Ask, Clash, Kind, versus},
    },
    visitor::Visitor,
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
    Portal,
    edit::EditError,
    form::FieldProblem,
    merge::Edit,
    project::TaskView,
    task::{self, TaskForm},
};
use leptos::prelude::*;

/// Asks how the task should be.
///
/// # Errors
/// [`Failure`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project, id)): At<(CustomerId, ProjectId, TaskId)>,
) -> Result<Response, Failure> {
    let desk = Desk::load(&portal, &visitor, customer, project).await?;
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
    draw(desk, &visitor, id, &form.seen(), &[])
}

/// Keeps the words.
///
/// # Errors
/// [`Failure`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, project, id)): At<(CustomerId, ProjectId, TaskId)>,
    Form(form): Form<TaskForm>,
) -> Result<Response, Failure> {
    match task::change(&portal, visitor.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&super::read_at(customer, project)).into_response()),
        Err(EditError::Stale(theirs)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            Ok(draw_versus(desk, &visitor, &theirs, form))
        }
        Err(EditError::Invalid(problems)) => {
            let desk = Desk::load(&portal, &visitor, customer, project).await?;
            draw(desk, &visitor, id, &form, &problems)
        }
        Err(error) => Err(error.into()),
    }
}

fn find(desk: &Desk, id: TaskId) -> Result<&TaskView, Failure> {
    desk.view.tasks.iter().find(|task| task.id == id).ok_or(Failure::NotFound)
}

fn draw(desk: Desk, visitor: &Visitor, id: TaskId, form: &TaskForm, problems: &[FieldProblem]) -> Result<Response, Failure> {
    let words = &visitor.words;
    let href = super::href(desk.view.customer, desk.view.id, id);
    let found = find(&desk, id)?;
    let title = found.name.clone();
    let seen = (found.stage == Stage::Backstage).then(|| who_sees_it(words, &href, found));
    let typed = Typed { name: &form.name, why: &form.why, side: &form.side, stage: &form.stage, due_on: &form.due_on };
    let remove = asks_first(
        words.say("task-remove"),
        words.say("task-remove-means"),
        format!("{href}/remove"),
        words.say("task-remove-sure"),
    );
    let main = view! {
        <form class="sheet" method="post" action=href>
            <div class="form">
                <input type="hidden" name="version" value=form.version/>
                <input type="hidden" name="was" value=form.was.clone()/>
                {fields(words, &desk.view.customer_name, &visitor.supplier, &typed, problems)}
                {keep(words, desk.href(), words.say("save"))}
            </div>
        </form>
        {seen}
        <section class="sheet">{remove}</section>
    };
    Ok(desk.answer(visitor, Draft { title, labels: &labels::TASK, problems, stale: false, main: main.into_any() }))
}

fn who_sees_it(words: &Words, href: &str, task: &TaskView) -> AnyView {
    let seen = task.internal.as_ref().is_some_and(|internal| internal.seen_by_customer);
    let (action, said, deed) = if seen {
        (format!("{href}/unshare"), words.say("task-is-shared"), words.say("task-unshare"))
    } else {
        (format!("{href}/share"), words.say("task-is-hidden"), words.say("task-share"))
    };
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{words.say("project-who-sees-it")}</h2>
            <form class="form" method="post" action=action>
                <p>{said}</p>
                <div class="deeds"><button class="button">{deed}</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn draw_versus(desk: Desk, visitor: &Visitor, task: &Task, mine: TaskForm) -> Response {
    let words = &visitor.words;
    let (customer, supplier) = (desk.view.customer_name.clone(), visitor.supplier.clone());
    let sides = vec![(Side::Customer.as_str(), customer), (Side::Supplier.as_str(), supplier)];
    let (onstage, backstage) = (words.say("task-onstage"), words.say("task-backstage"));
    let stages = vec![(Stage::Onstage.as_str(), onstage), (Stage::Backstage.as_str(), backstage)];
    let asks = vec![
        Ask { name: "name", label: words.say("task-name"), kind: Kind::Line },
        Ask { name: "side", label: words.say("task-side"), kind: Kind::OneOf(sides) },
        Ask { name: "stage", label: words.say("task-stage"), kind: Kind::OneOf(stages) },
        Ask { name: "due_on", label: words.say("task-due-on"), kind: Kind::Day(desk.view.today) },
        Ask { name: "why", label: words.say("task-why"), kind: Kind::Prose },
    ];
    let action = super::href(desk.view.customer, desk.view.id, task.id);
    let clash = Clash { mine, theirs: TaskForm::of(task), asks, besides: Vec::new(), action, leave: desk.href() };
    let main = versus(words, clash);
    let (title, labels) = (task.name.clone(), &labels::TASK);
    desk.answer(visitor, Draft { title, labels, problems: &[], stale: true, main })
}
