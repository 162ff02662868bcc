//! What is promised: each milestone with every day it was promised for, and why it moved.

use super::show::may_ask;
use coplan_app::{
    links, say,
    words::{Words, days_between},
};
use coplan_domain::{
    plan::{Milestone, Promise},
    thread::{About, AboutKind},
};
use coplan_usecases::{project::ProjectView, thread::ThreadLineView};
use leptos::prelude::*;

pub(super) fn section(words: &Words, view: &ProjectView, threads: Option<&[ThreadLineView]>) -> AnyView {
    let may_edit = view.internal.as_ref().is_some_and(|internal| internal.may_edit);
    let add = may_edit.then(|| {
        view! { <a class="edit" href=links::milestone::add(view.customer, view.id)>{say!(words, "milestone-add")}</a> }
    });
    let body = if view.milestones.is_empty() {
        let text =
            if view.internal.is_some() { say!(words, "milestone-none-staff") } else { say!(words, "milestone-none-member") };
        view! { <div class="empty"><p><strong>{say!(words, "milestone-none")}</strong>{text}</p></div> }.into_any()
    } else {
        let items = view.milestones.iter().map(|milestone| item(words, view, milestone, threads, may_edit)).collect::<Vec<_>>();
        view! { <ol class="milestones">{items}</ol> }.into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-milestones">
            <div class="sheet-head"><h2 id="h-milestones">{say!(words, "milestone-title")}</h2>{add}</div>
            {body}
        </section>
    }
    .into_any()
}

fn item(words: &Words, view: &ProjectView, milestone: &Milestone, threads: Option<&[ThreadLineView]>, may_edit: bool) -> AnyView {
    let class = if milestone.reached_on.is_some() {
        "milestone reached"
    } else if milestone.is_late(view.today) {
        "milestone late"
    } else if !milestone.moved_from().is_empty() {
        "milestone at-risk"
    } else {
        "milestone"
    };
    let edit = may_edit.then(|| {
        let href = links::milestone::show(view.customer, view.id, milestone.id);
        let whose = milestone.name.clone();
        view! { <a class="edit" href=href>{say!(words, "edit")}<span class="unseen">" "{whose}</span></a> }
    });
    let about = About { kind: AboutKind::Milestone, id: milestone.id.0 };
    let talk = threads.map(|threads| talk(words, view, (about, &milestone.name), threads));
    let actions = (edit.is_some() || talk.is_some()).then(|| view! { <p class="actions">{talk}{edit}</p> });
    let reached = reached(words, view, milestone).map(|said| view! { <p class="reason">{said}</p> });
    let moves = milestone.promises.iter().skip(1).rev().map(|promise| moved(words, view, promise));
    view! {
        <li class=class id=format!("milestone-{}", milestone.id)>
            <h3>{milestone.name.clone()}</h3>
            <p class="dates">{super::dates(words, milestone, view.today)}</p>
            {reached}
            {moves.collect_view()}
            {actions}
        </li>
    }
    .into_any()
}

/// How much is said about an object, and the way to say more.
pub(super) fn talk(
    words: &Words,
    view: &ProjectView,
    (about, name): (About, &str),
    threads: &[ThreadLineView],
) -> impl IntoView + use<> {
    let count = threads.iter().filter(|thread| thread.subject.id == about.id).count();
    let count = (count > 0).then(|| {
        let n = i64::try_from(count).unwrap_or(i64::MAX);
        view! { <a class="edit" href="#h-threads">{say!(words, "thread-count", n = n)}</a> }
    });
    let ask = may_ask(view).then(|| {
        let (href, whose) = (links::thread::new_about(view.customer, about), name.to_owned());
        view! { <a class="edit" href=href>{say!(words, "thread-ask-here")}<span class="unseen">": "{whose}</span></a> }
    });
    view! { {count} {ask} }
}

/// Whether it came when it was promised, or that it has not come.
fn reached(words: &Words, view: &ProjectView, milestone: &Milestone) -> Option<String> {
    let promised = milestone.promised_on()?;
    let Some(day) = milestone.reached_on else {
        return milestone.is_late(view.today).then(|| say!(words, "milestone-late"));
    };
    let days = days_between(promised, day);
    let on = words.day(day, view.today);
    Some(match days {
        0 => say!(words, "milestone-reached-on-day"),
        1.. => say!(words, "milestone-reached-later", day = on, days = days),
        _ => say!(words, "milestone-reached-early", day = on, days = -days),
    })
}

fn moved(words: &Words, view: &ProjectView, promise: &Promise) -> impl IntoView + use<> {
    let day = words.day(words.day_of(promise.promised_at), view.today);
    let to = words.day(promise.day, view.today);
    let (moved, lang) = (say!(words, "milestone-moved-because", day = day, to = to), words.foreign(promise.language));
    view! { <p class="reason lines">{moved}" "<span lang=lang>{promise.reason.clone()}</span></p> }
}
