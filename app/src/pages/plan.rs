//! The plan of a customer: how it is going, who has it, what waits for the reader, what is new.

mod changes;
mod event;
mod greeting;
mod money;
mod news;
mod people;
mod projects;
mod responsible;
mod waiting;

use super::{
    customer,
    thread::{AboutList, Parties, about_list},
};
use crate::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        page_cache::PageCache,
        path_ids::PathIds,
    },
    layout::customer::CustomerLayout,
    layout::{self, Page},
    links, say,
    words::Words,
};
use axum::{Router, extract::State, http::StatusCode, response::Response, routing};
use coplan_domain::{
    id::CustomerId,
    thread::{About, AboutKind},
};
use coplan_usecases::{
    Actor, Portal, Staff,
    plan::{self, PlanView},
};
use jiff::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// The routes of plans.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::plan::show::PATTERN, routing::get(get))
        .route(links::plan::changes::PATTERN, routing::get(changes::get))
}

/// Shows the plan, and notes that the reader was there.
///
/// # Errors
/// [`PageError`] where the plan is not the reader's.
async fn get(
    State(portal): State<Portal>,
    State(drawn): State<Arc<PageCache>>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = plan::show(&portal, actor, customer).await?;
    let draw = |now| layout::html(&context, || page(&context, actor, &view, now));
    let page = drawn.find_or(&context, actor, &view, portal.clock.now(), draw);
    plan::note_visit(&portal, &view);
    Ok(layout::send(&context, StatusCode::OK, page))
}

fn page(context: &RequestContext, actor: &Actor, view: &PlanView, now: Timestamp) -> Page {
    let frame = CustomerLayout::new(context, &view.frame, view.today);
    let main = main(context, actor, &frame, view, now);
    frame.page(say!(context.words, "plan-title"), "page plan", main)
}

fn main(context: &RequestContext, actor: &Actor, frame: &CustomerLayout, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let contact = frame.contact_card_with(words, responsible::actions(words, actor, view));
    view! {
        {head(context, actor, view, now)}
        <div class="page-main">
            {waiting::section(words, view, now)}
            {projects::section(words, view)}
        </div>
        <div class="page-side">
            {contact}
            {money::section(words, view)}
        </div>
        <div class="page-main">
            {discussion(context, view, now)}
            {news::section(context, view, now)}
            {people::section(words, view)}
        </div>
    }
    .into_any()
}

/// What is discussed, where the reader takes part in it.
fn discussion(context: &RequestContext, view: &PlanView, now: Timestamp) -> Option<AnyView> {
    let shown = view.discussion.as_ref()?;
    let about = AboutList {
        customer: view.frame.customer,
        about: About { kind: AboutKind::Plan, id: view.frame.customer.0 },
        threads: &shown.threads,
        has_more: shown.has_more,
        may_open: shown.may_open,
    };
    Some(about_list(&context.words, &Parties::new(context, &view.frame.name), &about, "sheet", now))
}

fn head(context: &RequestContext, actor: &Actor, view: &PlanView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let first_visit = view.last_visit.is_none();
    let (kicker, title) = match &view.internal {
        Some(_) => (say!(words, "plan-title"), view.frame.name.clone()),
        None => {
            (words.weekday_and_day(view.today, view.today), greeting::greeting(words, actor.entered().name(), now, first_visit))
        }
    };
    let customer = customer::href(actor, view.frame.customer).map(|href| {
        let keeps = actor.staff().is_some_and(Staff::keeps_plans);
        let said = words.say(if keeps { "customer-edit-title" } else { "customer-read-title" });
        view! { <p class="actions"><a class="edit" href=href>{said}</a></p> }
    });
    let ended = view.internal.as_ref().and_then(|internal| internal.ended_at).map(|at| {
        let said = say!(words, "customer-ended-since", day = words.day(words.day_of(at), view.today));
        view! { <div class="notice warn"><p>{said}</p></div> }
    });
    let since = if first_visit { welcome(context, words, view) } else { news::since(context, view, now) };
    view! {
        <div class="page-head">
            <p class="kicker">{kicker}</p>
            <h1>{title}</h1>
            {ended}
            {customer}
            <p class="since">{since}</p>
            {money::line(words, view)}
        </div>
    }
    .into_any()
}

fn welcome(context: &RequestContext, words: &Words, view: &PlanView) -> AnyView {
    let (customer, supplier) = (view.frame.name.clone(), context.supplier.clone());
    say!(words, "plan-welcome", customer = customer, supplier = supplier).into_any()
}
