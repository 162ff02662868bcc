//! Requests: what a customer wants, what was promised and how far it is.

mod all;
mod answer;
mod list;
mod reply;
mod send;
mod show;
mod withdraw;

pub use all::row as waiting_row;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::service_request as links, say, words::Words};
use coplan_domain::{
    person::Side,
    service_request::{KindName, ReplyPromise, ReplyState, ServiceRequestState, StandardKind},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// The routes of requests.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::send::PATTERN, get(send::get).post(send::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::answer::PATTERN, get(answer::get).post(answer::post))
        .route(links::reply::PATTERN, get(reply::get_reply).post(reply::post_reply))
        .route(links::reopen::PATTERN, get(reply::get_reopen).post(reply::post_reopen))
        .route(links::withdraw::PATTERN, get(withdraw::get).post(withdraw::post))
        .route(links::confirm::PATTERN, post(show::confirm))
        .route(links::all::PATTERN, get(all::get))
}

/// What a kind is called: by its own name, or by the standard one in the reader's language.
#[must_use]
pub fn kind_name(words: &Words, called: &KindName) -> String {
    match called.standard {
        Some(standard) if called.name.is_empty() => standard_name(words, standard),
        _ => called.name.clone(),
    }
}

/// A standard kind in the reader's language.
#[must_use]
pub fn standard_name(words: &Words, standard: StandardKind) -> String {
    match standard {
        StandardKind::Fault => say!(words, "request-kind-fault"),
        StandardKind::Change => say!(words, "request-kind-change"),
        StandardKind::Information => say!(words, "request-kind-information"),
    }
}

/// How far a request is, in a word.
fn state_name(words: &Words, state: ServiceRequestState, reader: Side) -> String {
    match (state, reader) {
        (ServiceRequestState::Received, _) => say!(words, "service-request-received"),
        (ServiceRequestState::InProgress, _) => say!(words, "service-request-in-progress"),
        (ServiceRequestState::Waiting, Side::Customer) => say!(words, "service-request-waits-you"),
        (ServiceRequestState::Waiting, Side::Supplier) => say!(words, "service-request-waits-customer"),
        (ServiceRequestState::Done, _) => say!(words, "service-request-done"),
        (ServiceRequestState::Confirmed, _) => say!(words, "service-request-confirmed"),
        (ServiceRequestState::Declined, _) => say!(words, "service-request-declined"),
        (ServiceRequestState::Withdrawn, _) => say!(words, "service-request-withdrawn"),
    }
}

/// The same with its shape and colour.
fn state(words: &Words, state: ServiceRequestState, reader: Side) -> AnyView {
    let class = match state {
        ServiceRequestState::Received | ServiceRequestState::Declined | ServiceRequestState::Withdrawn => "status to-come",
        ServiceRequestState::InProgress => "status on-track",
        ServiceRequestState::Waiting => "status warn",
        ServiceRequestState::Done | ServiceRequestState::Confirmed => "status done",
    };
    view! { <span class=class>{state_name(words, state, reader)}</span> }.into_any()
}

/// What is to be said of a promised answer, and whether that is late.
fn promise(words: &Words, reply: ReplyPromise, now: Timestamp) -> Option<(String, bool)> {
    let moment = |at| words.moment(at, now);
    Some(match reply.state(now)? {
        ReplyState::Due(at) => (say!(words, "service-request-reply-due", moment = moment(at)), false),
        ReplyState::Late(at) => (say!(words, "service-request-reply-late", moment = moment(at)), true),
        ReplyState::AnsweredLate { due_at, answered_at } => {
            (say!(words, "service-request-answered-late", due = moment(due_at), moment = moment(answered_at)), true)
        }
    })
}
