//! What waits for the reader's side: what, since when, what it is needed for and by when.

use crate::{links, say, words::Words};
use coplan_usecases::{
    plan::{PlanView, WaitingItem, WaitingTask},
    thread::WaitingThread,
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Days after which waiting is long, and too long.
const LONG: i64 = 2;
const TOO_LONG: i64 = 7;

pub(super) fn section(words: &Words, view: &PlanView, now: Timestamp) -> AnyView {
    let title = if view.internal.is_some() { say!(words, "waiting-for-us") } else { say!(words, "waiting-for-you") };
    let items = view.waiting.iter().map(|item| match item {
        WaitingItem::Task(task) => row(words, view, task, now),
        WaitingItem::Thread(thread) => thread_row(words, thread, now),
    });
    let items = items.collect::<Vec<_>>();
    let body =
        if items.is_empty() { empty(words, view).into_any() } else { view! { <ul class="waiting">{items}</ul> }.into_any() };
    view! {
        <section class="sheet" aria-labelledby="h-waiting">
            <h2 id="h-waiting">{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn empty(words: &Words, view: &PlanView) -> impl IntoView + use<> {
    let text = if view.internal.is_some() { say!(words, "waiting-none-staff") } else { say!(words, "waiting-none-member") };
    view! { <div class="empty"><p><strong>{say!(words, "waiting-none")}</strong>{text}</p></div> }
}

fn row(words: &Words, view: &PlanView, task: &WaitingTask, now: Timestamp) -> AnyView {
    let overdue = task.due_on.is_some_and(|day| day < view.today);
    let due = task.due_on.map(|day| {
        let day = words.day(day, view.today);
        if overdue { say!(words, "waiting-was-due", day = day) } else { say!(words, "waiting-due", day = day) }
    });
    let class = if overdue { "age too-long" } else { age_class(words, task.since, now) };
    let why = (!task.why.is_empty()).then(|| view! { <span class="lines">{task.why.clone()}</span><br/> });
    let more = [due, Some(task.project_name.clone())].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <a href=links::project::task(view.frame.customer, task.project, task.id)>{task.name.clone()}</a>
            <span class=class>{words.age(task.since, now)}</span>
            <span class="quiet">{why}{more}</span>
        </li>
    }
    .into_any()
}

fn thread_row(words: &Words, thread: &WaitingThread, now: Timestamp) -> AnyView {
    view! {
        <li>
            <a href=links::thread::show(thread.customer, thread.id) lang=words.foreign(thread.language)>{thread.title.clone()}</a>
            <span class=age_class(words, thread.since, now)>{words.age(thread.since, now)}</span>
            <span class="quiet">{thread.subject.name.clone()}</span>
        </li>
    }
    .into_any()
}

fn age_class(words: &Words, since: Timestamp, now: Timestamp) -> &'static str {
    match words.days_since(since, now) {
        TOO_LONG.. => "age too-long",
        LONG.. => "age long",
        _ => "age",
    }
}
