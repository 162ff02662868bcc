//! What is being done: tasks together with the customer, and behind the scenes where they are shared.

use super::{asked::asked, milestones};
use coplan_app::{
    links,
    parts::{due as wait, status},
    say,
    words::Words,
};
use coplan_domain::{
    id::{PersonId, TaskId},
    person::Side,
    plan::{LineKind, Stage, TaskState},
    thread::{About, AboutKind},
};
use coplan_usecases::{
    project::{ProjectView, TaskView},
    task::SaidMeanwhile,
};
use jiff::Timestamp;
use leptos::prelude::*;

/// A press that met what somebody else had said meanwhile, and was not kept.
pub struct Meanwhile {
    /// Of which task.
    pub task: TaskId,
    /// What was said.
    pub said: SaidMeanwhile,
    /// What was pressed.
    pub pressed: TaskState,
}

/// Whether it waits for the customer, to one of its people: those tasks stand above all else.
fn waits_for_reader(view: &ProjectView, task: &TaskView) -> bool {
    view.internal.is_none() && task.side == Side::Customer && task.state != TaskState::Done
}

/// What waits for the reader, before what is promised; none where nothing does, and for the supplier's people, whose day says so.
pub(super) fn waiting(
    words: &Words,
    supplier: &str,
    view: &ProjectView,
    (now, reader): (Timestamp, PersonId),
) -> Option<AnyView> {
    let waiting = view.tasks.iter().filter(|task| waits_for_reader(view, task));
    let items = waiting.map(|task| item(words, supplier, view, task, (false, now, reader))).collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-waiting">
                <h2 id="h-waiting">{say!(words, "waiting-for-you")}</h2>
                <ul class="tasks">{items}</ul>
            </section>
        }
        .into_any()
    })
}

pub(super) fn section(
    words: &Words,
    supplier: &str,
    view: &ProjectView,
    (now, reader, fresh): (Timestamp, PersonId, TaskId),
) -> Option<AnyView> {
    let is_above = |task: &&TaskView| waits_for_reader(view, task);
    if !view.tasks.is_empty() && view.tasks.iter().all(|task| is_above(&task)) {
        return None;
    }
    let may_edit = view.internal.as_ref().is_some_and(|internal| internal.may_edit);
    let add = may_edit.then(|| {
        let several = links::project::lines(view.customer, view.id);
        view! {
            <span class="actions">
                <a class="edit" href=links::task::add(view.customer, view.id)>{say!(words, "task-add")}</a>
                <a class="edit" href=several>{say!(words, "lines-several")}</a>
            </span>
        }
    });
    let group = |stage: Stage| {
        let tasks = view.tasks.iter().filter(|task| task.stage == stage && !is_above(task));
        tasks.map(|task| item(words, supplier, view, task, (may_edit, now, reader))).collect::<Vec<_>>()
    };
    let (onstage, backstage) = (group(Stage::Onstage), group(Stage::Backstage));
    let together = (!onstage.is_empty()).then(|| {
        view! { <div><h3>{say!(words, "task-together")}</h3><ul class="tasks">{onstage}</ul></div> }
    });
    let behind = (!backstage.is_empty()).then(|| {
        let line = if view.internal.is_some() { say!(words, "task-line-staff") } else { say!(words, "task-line-member") };
        view! {
            <p class="stage-line">{line}</p>
            <div><h3>{say!(words, "task-at-supplier", name = supplier)}</h3><ul class="tasks">{backstage}</ul></div>
        }
    });
    let body = if view.tasks.is_empty() {
        let text = if view.internal.is_some() { say!(words, "task-none-staff") } else { say!(words, "task-none-member") };
        view! { <div class="empty"><p><strong>{say!(words, "task-none")}</strong>{text}</p></div> }.into_any()
    } else {
        view! { <div class="stage">{together}{behind}</div> }.into_any()
    };
    let section = view! {
        <section class="sheet" aria-labelledby="h-tasks">
            <div class="sheet-head"><h2 id="h-tasks">{say!(words, "task-title")}</h2>{add}</div>
            {body}
            {may_edit.then(|| quick(words, view, fresh))}
        </section>
    };
    Some(section.into_any())
}

/// One more task of the supplier, in one line: typed, Enter, and the next.
fn quick(words: &Words, view: &ProjectView, fresh: TaskId) -> AnyView {
    view! {
        <form class="form sheet-foot" method="post" action=links::project::lines(view.customer, view.id)>
            <input type="hidden" name="id" value=fresh.to_string()/>
            <input type="hidden" name="what" value=LineKind::Ours.as_str()/>
            <div class="field">
                <label for="quick">{say!(words, "lines-quick")}</label>
                <p class="hint" id="quick-hint">{say!(words, "lines-quick-hint")}</p>
                <input class="input" id="quick" name="lines" autocomplete="off" required aria-describedby="quick-hint"/>
            </div>
            <div class="actions end"><button class="button">{say!(words, "lines-quick-add")}</button></div>
        </form>
    }
    .into_any()
}

fn item(
    words: &Words,
    supplier: &str,
    view: &ProjectView,
    task: &TaskView,
    (may_edit, now, reader): (bool, Timestamp, PersonId),
) -> AnyView {
    let hidden = task.internal.as_ref().is_some_and(|internal| !internal.seen_by_customer);
    let who = (task.stage == Stage::Onstage).then(|| match task.side {
        Side::Supplier => supplier.to_owned(),
        Side::Customer => view.customer_name.clone(),
    });
    let waits = task.state != TaskState::Done;
    let due = task.due_on.filter(|_| waits).map(|day| wait::due(words, day, view.today));
    let since = (waits && task.side == Side::Customer).then(|| wait::since(words, task.state, task.state_since, now));
    let taken = task.taken.as_ref().filter(|_| waits).map(|taken| wait::taken(words, taken, reader));
    let why = Some(task.why.clone()).filter(|why| !why.is_empty());
    let took = task.minutes.map(|minutes| say!(words, "work-so-far", time = words.work_time(minutes)));
    let unseen = hidden.then(|| say!(words, "task-not-shown"));
    let more = [who, taken, due, since, took, why, unseen].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let more = (!more.is_empty()).then(|| view! { <span class="quiet">{more}</span> });
    let edit = may_edit.then(|| {
        view! { " "<a class="edit" href=links::task::change(view.customer, view.id, task.id)>{say!(words, "edit")}<span class="unseen">" "{task.name.clone()}</span></a> }
    });
    let asked = asked(words, view, task, may_edit, now);
    let ids = (view.customer, view.id, task.id);
    let take = task.may_take.then(|| wait::take_button(words, ids, task.taken.as_ref(), reader)).flatten();
    let about = About { kind: AboutKind::Task, id: task.id.0 };
    let discussion = view
        .threads
        .as_ref()
        .filter(|_| task.state != TaskState::Done)
        .map(|threads| milestones::talk(words, view, (about, &task.name), threads).into_any());
    let deeds = deeds(words, view, task, take, discussion);
    view! {
        <li class="task" id=format!("task-{}", task.id)>
            <span>{task.name.clone()}{edit}</span>
            {state(words, view, task)}
            {more}
            {asked}
            {deeds}
        </li>
    }
    .into_any()
}

/// How far it is, as it concerns this reader.
fn state(words: &Words, view: &ProjectView, task: &TaskView) -> AnyView {
    let staff = view.internal.is_some();
    let (class, word) = match (task.state, task.side) {
        (TaskState::Done, _) => ("done", say!(words, "task-done")),
        (TaskState::Doing, _) => ("on-track", say!(words, "task-doing")),
        (TaskState::Open, Side::Customer) if staff => ("at-risk", say!(words, "task-waits-for-customer")),
        (TaskState::Open, Side::Customer) => ("at-risk", say!(words, "task-waits-for-you")),
        (TaskState::Open, Side::Supplier) => ("to-come", say!(words, "task-to-come")),
    };
    status::status(class, word)
}

/// What can be done with it in one press, and where it is discussed.
fn deeds(
    words: &Words,
    view: &ProjectView,
    task: &TaskView,
    take: Option<AnyView>,
    discussion: Option<AnyView>,
) -> Option<AnyView> {
    let states = if task.may_move { states(words, view, task) } else { Vec::new() };
    if states.is_empty() && take.is_none() {
        return discussion.map(|discussion| view! { <p class="actions">{discussion}</p> }.into_any());
    }
    let form = view! {
        <form class="actions" method="post" action=links::task::set_state(view.customer, view.id, task.id)>
            <input type="hidden" name="was" value=task.state.as_str()/>
            {states}
            {take}
            {discussion}
        </form>
    };
    Some(form.into_any())
}

/// The next thing to say of it; what was said too early can be taken back. Staff keeps many tasks, so its buttons are quiet.
/// What asks for an answer is done by that alone, and what was answered is opened again by staff.
fn states(words: &Words, view: &ProjectView, task: &TaskView) -> Vec<AnyView> {
    let (loud, plain) = if view.internal.is_some() { ("edit", "edit") } else { ("button", "button plain") };
    let button = |state: TaskState, class: &'static str| {
        let (label, whose) = (said(words, state), task.name.clone());
        view! { <button class=class name="state" value=state.as_str()>{label}<span class="unseen">": "{whose}</span></button> }
            .into_any()
    };
    match task.state {
        TaskState::Open if task.request.is_some() => vec![button(TaskState::Doing, plain)],
        TaskState::Doing if task.request.is_some() => Vec::new(),
        TaskState::Done if task.answer.is_some() && view.internal.is_none() => Vec::new(),
        TaskState::Open => vec![button(TaskState::Done, loud), button(TaskState::Doing, plain)],
        TaskState::Doing => vec![button(TaskState::Done, loud)],
        TaskState::Done => vec![button(TaskState::Open, plain)],
    }
}

/// What somebody says by this state.
fn said(words: &Words, state: TaskState) -> String {
    match state {
        TaskState::Done => say!(words, "task-say-done"),
        TaskState::Doing => say!(words, "task-say-doing"),
        TaskState::Open => say!(words, "task-say-open"),
    }
}

/// What somebody else has said meanwhile, with the way to say one's own all the same.
pub(super) fn meanwhile(words: &Words, view: &ProjectView, it: Meanwhile, now: Timestamp) -> Option<AnyView> {
    let task = view.tasks.iter().find(|task| task.id == it.task)?;
    let (theirs, moment) = (said(words, it.said.state), words.moment(it.said.at, now));
    let told = match it.said.who {
        Some(who) => say!(words, "task-meanwhile", who = who, said = theirs, moment = moment),
        None => say!(words, "task-meanwhile-somebody", said = theirs, moment = moment),
    };
    let action = links::task::set_state(view.customer, view.id, task.id);
    let again = say!(words, "task-say-all-the-same", said = said(words, it.pressed));
    let notice = view! {
        <div class="notice warn" role="alert">
            <p><strong>{task.name.clone()}</strong>" "{told}</p>
            <form class="actions" method="post" action=action>
                <input type="hidden" name="was" value=it.said.state.as_str()/>
                <button class="button" name="state" value=it.pressed.as_str()>{again}</button>
            </form>
        </div>
    };
    Some(notice.into_any())
}
