//! What changed since the reader's last visit: in one sentence on top, and one by one at the end.

use super::event;
use crate::{http::context::RequestContext, links, say};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::CustomerId,
};
use coplan_usecases::plan::{NewsItem, PlanView};
use jiff::Timestamp;
use leptos::prelude::*;

/// The sentence on top, leading to the list.
pub(super) fn since(context: &RequestContext, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let visit = view.last_visit.map(|at| words.moment(at, now)).unwrap_or_default();
    let Some(weightiest) = view.news.iter().rev().max_by_key(|item| event::weight(item.kind)) else {
        return say!(words, "news-none-since", visit = visit).into_any();
    };
    let count = i64::try_from(view.news.len()).unwrap_or(i64::MAX);
    let changed = if view.more_news {
        say!(words, "news-more-than", count = count, visit = visit)
    } else {
        say!(words, "news-count", count = count, visit = visit)
    };
    let sentence = event::sentence(words, &context.supplier, weightiest);
    let told = if count == 1 { sentence } else { say!(words, "news-above-all", sentence = sentence) };
    view! { <a href="#changes">{changed}</a>" "{told} }.into_any()
}

pub(super) fn section(context: &RequestContext, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let body = if view.news.is_empty() {
        let (title, text) = match view.last_visit {
            None => (say!(words, "news-first-visit"), say!(words, "news-first-visit-text")),
            Some(at) => (say!(words, "news-none"), say!(words, "news-none-since", visit = words.moment(at, now))),
        };
        view! { <div class="empty"><p><strong>{title}</strong>{text}</p></div> }.into_any()
    } else {
        let more = view.more_news.then(|| {
            let count = i64::try_from(view.news.len()).unwrap_or(i64::MAX);
            view! { <p class="quiet">{say!(words, "news-latest", count = count)}</p> }
        });
        view! { {history(context, view.frame.customer, &view.news, now)}{more} }.into_any()
    };
    let customer = view.frame.customer;
    view! {
        <section class="sheet" id="changes" aria-labelledby="h-changes">
            <h2 id="h-changes">{say!(words, "news-title")}</h2>
            {body}
            <p class="sheet-foot actions">
                <a href=links::plan::changes(customer)>{say!(words, "changes-all")}</a>
                <a href=links::responsible::of_customer(customer)>{say!(words, "responsible-who-had-it")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// What happened, newest first, day by day.
pub(super) fn history(context: &RequestContext, customer: CustomerId, items: &[NewsItem], now: Timestamp) -> AnyView {
    let words = &context.words;
    let same_day = |one: &NewsItem, next: &NewsItem| words.day_of(one.at) == words.day_of(next.at);
    let days = items.chunk_by(same_day).map(|items| day(context, customer, items, now)).collect::<Vec<_>>();
    view! { <ol class="history">{days}</ol> }.into_any()
}

/// What happened on one day, under its name.
fn day(context: &RequestContext, customer: CustomerId, items: &[NewsItem], now: Timestamp) -> Option<AnyView> {
    let words = &context.words;
    let at = items.first()?.at;
    let lines = items.iter().map(|item| line(context, customer, item)).collect::<Vec<_>>();
    Some(
        view! {
            <li class="day">
                <time datetime=words.day_of(at).to_string()>{words.past_day(at, now)}</time>
                <ul>{lines}</ul>
            </li>
        }
        .into_any(),
    )
}

fn line(context: &RequestContext, customer: CustomerId, item: &NewsItem) -> AnyView {
    let sentence = event::sentence(&context.words, &context.supplier, item);
    let told = match href(customer, item) {
        Some(href) => view! { <a href=href>{sentence}</a> }.into_any(),
        None => sentence.into_any(),
    };
    let inside = matches!(item.object, ObjectKind::Milestone | ObjectKind::Task | ObjectKind::Thread);
    let project =
        item.project.as_ref().filter(|_| inside).map(|(_, name)| view! { " "<span class="quiet">{name.clone()}</span> });
    view! {
        <li>{told}{project}</li>
    }
    .into_any()
}

fn href(customer: CustomerId, item: &NewsItem) -> Option<String> {
    if matches!(item.kind, EventKind::InvoiceTakenBack | EventKind::InvoiceNotYours) {
        // What is gone has no page.
        return Some(links::invoice::list(customer));
    }
    let project = item.project.as_ref().map(|(id, _)| *id);
    match item.object {
        ObjectKind::Project => project.map(|id| links::project::show(customer, id)),
        ObjectKind::Milestone => project.map(|id| links::project::milestones(customer, id)),
        ObjectKind::Task => project.map(|id| links::project::tasks(customer, id)),
        ObjectKind::Invoice => Some(links::invoice::show(customer, item.object_id.into())),
        ObjectKind::Thread => Some(links::thread::show(customer, item.object_id.into())),
        ObjectKind::Customer => Some(links::responsible::of_customer(customer)),
        ObjectKind::Person => None,
    }
}
