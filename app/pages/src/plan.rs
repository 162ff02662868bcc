//! The plan of a customer: how it is going, who has it, what waits for the reader, what is new.

mod changes;
mod event;
mod money;
mod news;
mod overview;
mod people;
mod projects;
mod request;
mod responsible;
mod talk;

pub(crate) use {
    event::sentence,
    news::{href, told},
};

use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::Response,
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        page_cache::PageCache,
        path_ids::PathIds,
    },
    islands::Live,
    layout::{self, Page, customer::CustomerLayout, heavy},
    links::{self, plan::ShowQuery},
    say,
    words::Words,
};
use coplan_domain::id::{CustomerId, TaskId};
use coplan_pages_project::request::undo_form;
use coplan_usecases::{
    Actor, Portal,
    plan::{self, PlanView},
    request::{GivenAnswer, find_given},
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

/// About how many times the bytes of its view a page takes.
const DRAWN: usize = 3;

/// Shows the plan, and notes that the reader was there.
///
/// # Errors
/// [`PageError`] where the plan is not the reader's.
async fn get(
    State(portal): State<Portal>,
    State(drawn): State<Arc<PageCache>>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<ShowQuery>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = plan::show(&portal, actor, customer).await?;
    let now = portal.clock.now();
    if let Some(given) = given(&portal, actor, customer, &query).await? {
        let drawn = layout::ok(&context, || page(&context, actor, &view, now, Some(&given)));
        if query.follow.is_empty() {
            plan::note_visit(&portal, actor, &view);
        }
        return Ok(drawn);
    }
    let draw = |now| layout::html(&context, || page(&context, actor, &view, now, None));
    let page = heavy::draw(&context, view.bytes() * DRAWN, || drawn.find_or(&context, actor, &view, now, draw)).await?;
    if query.follow.is_empty() {
        plan::note_visit(&portal, actor, &view);
    }
    Ok(layout::send(&context, StatusCode::OK, page))
}

/// What the reader has just answered, where it may take that back.
async fn given(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    query: &ShowQuery,
) -> Result<Option<GivenAnswer>, PageError> {
    match query.answered() {
        Some(task) => Ok(find_given(portal, actor, customer, task).await?),
        None => Ok(None),
    }
}

/// "Answer sent: When may we stop the network? Take it back".
fn answered(words: &Words, customer: CustomerId, given: &GivenAnswer, now: Timestamp) -> AnyView {
    let undo = undo_form(words, (customer, given.project, given.task), (given.until, now), true);
    view! {
        <div class="notice good" role="status"><p>{say!(words, "answer-given", name = given.name.clone())}</p>{undo}</div>
    }
    .into_any()
}

fn page(context: &RequestContext, actor: &Actor, view: &PlanView, now: Timestamp, given: Option<&GivenAnswer>) -> Page {
    let frame = CustomerLayout::new(context, &view.frame, view.today);
    let main = main(context, actor, &frame, view, now, given);
    let class = if overview::has_nothing(view) { "plan plan-empty" } else { "plan" };
    frame.page(say!(context.words, "plan-title"), class, main)
}

fn main(
    context: &RequestContext,
    actor: &Actor,
    frame: &CustomerLayout,
    view: &PlanView,
    now: Timestamp,
    given: Option<&GivenAnswer>,
) -> AnyView {
    let words = &context.words;
    let told = given.map(|given| answered(words, view.frame.customer, given, now));
    let contact = frame.contact_card_with(words, responsible::actions(words, actor, view));
    view! {
        <div class="told">{told}</div>
        <div class="top" data-live>
            {overview::head(context, actor, view, now)}
            {request::panel(context, actor, view, now)}
            {contact}
        </div>
        {projects::section(words, view)}
        <div class="rest" data-live>
            {money::section(words, view)}
            <div class="rest-side" data-live>
                {talk::section(context, view, now)}
                {people::section(words, view)}
            </div>
        </div>
        {live(words, view, now, given.map(|given| given.task))}
    }
    .into_any()
}

/// Has an open page follow what changes.
fn live(words: &Words, view: &PlanView, now: Timestamp, answered: Option<TaskId>) -> AnyView {
    let customer = view.frame.customer;
    let (stream, fragment) = (links::live::plan(customer, now), links::plan::followed(customer, answered));
    view! { <Live stream=stream fragment=fragment into=String::new() news=say!(words, "plan-changed")/> }.into_any()
}
