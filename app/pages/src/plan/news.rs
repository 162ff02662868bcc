//! What changed, one by one: a sentence each, leading to what it is about.

use super::event;
use coplan_app::{http::context::RequestContext, links, parts::change};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::CustomerId,
};
use coplan_usecases::plan::NewsItem;
use jiff::Timestamp;
use leptos::prelude::*;

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
    view! { <li>{told(context, customer, item)}{detail(context, item)}</li> }.into_any()
}

/// What it was before and is now, and why.
pub(super) fn detail(context: &RequestContext, item: &NewsItem) -> Option<AnyView> {
    let words = &context.words;
    let (change, (language, why)) = change::told(words, item.detail.as_ref()?, item.at);
    let change = change.map(|change| view! { <strong>{change}</strong>" " });
    Some(view! { <p class="quiet">{change}<span lang=words.foreign(language)>{why}</span></p> }.into_any())
}

/// What happened, in a sentence that leads there, and in which project.
pub(crate) fn told(context: &RequestContext, customer: CustomerId, item: &NewsItem) -> AnyView {
    let sentence = event::sentence(&context.words, &context.supplier, item);
    let told = match href(customer, item) {
        Some(href) => view! { <a href=href>{sentence}</a> }.into_any(),
        None => sentence.into_any(),
    };
    let inside = matches!(item.object, ObjectKind::Milestone | ObjectKind::Task | ObjectKind::Thread);
    let project =
        item.project.as_ref().filter(|_| inside).map(|(_, name)| view! { " "<span class="quiet">{name.clone()}</span> });
    view! { {told}{project} }.into_any()
}

/// Where what happened is to be seen; none where nothing is.
pub(crate) fn href(customer: CustomerId, item: &NewsItem) -> Option<String> {
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
        ObjectKind::Meeting => Some(links::meeting::show(customer, item.object_id.into())),
        ObjectKind::Goal => Some(links::goal::show(customer, item.object_id.into())),
        ObjectKind::Agreement => Some(links::agreement::show(customer)),
        ObjectKind::Report => Some(links::report::show(customer, item.object_id.into())),
        ObjectKind::Feedback => Some(links::feedback::list(customer)),
        ObjectKind::ServiceRequest => Some(links::service_request::show(customer, item.object_id.into())),
        ObjectKind::Idea => Some(links::idea::show(customer, item.object_id.into())),
        ObjectKind::Assessment => Some(links::assessment::show(customer)),
        ObjectKind::Knowledge => Some(links::knowledge::list(customer)),
        ObjectKind::Journey => Some(links::journey::show(customer)),
        ObjectKind::YearPlan => Some(links::need::list(customer)),
        ObjectKind::Process => Some(links::phase::list(customer)),
        ObjectKind::Thread => Some(links::thread::show(customer, item.object_id.into())),
        ObjectKind::Customer => Some(links::responsible::of_customer(customer)),
        ObjectKind::Person => None,
    }
}
