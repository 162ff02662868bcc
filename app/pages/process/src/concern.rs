//! Concerns in a customer's process: raising one, its page with what was answered, and what comes up at several customers.

mod raise;
mod recurring;
mod resolve;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::concern as links, say, words::Words};
use coplan_domain::process::{Concern, ConcernWait};
use jiff::civil::Date;
use leptos::prelude::*;

/// The routes of concerns.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::raise::PATTERN, get(raise::get).post(raise::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::answer::PATTERN, get(resolve::get_answer).post(resolve::post_answer))
        .route(links::finish::PATTERN, post(resolve::finish))
        .route(links::judge::PATTERN, get(resolve::get_judge).post(resolve::post_judge))
        .route(links::theme::PATTERN, post(resolve::post_theme))
        .route(links::recurring::PATTERN, get(recurring::get))
}

/// How far a concern is.
#[must_use]
pub fn state(words: &Words, concern: &Concern, today: Date) -> AnyView {
    let is_late = concern.pending().is_some_and(|pending| pending.due_on < today);
    let (class, said) = match (concern.waits, concern.answers.is_empty()) {
        (ConcernWait::Nobody, _) => ("status done", say!(words, "concern-resolved")),
        (ConcernWait::Verdict, _) if is_late => ("status late", say!(words, "concern-late")),
        (ConcernWait::Verdict, _) => ("status on-track", say!(words, "concern-answered")),
        (ConcernWait::Answer, true) => ("status to-come", say!(words, "concern-open")),
        (ConcernWait::Answer, false) => ("status late", say!(words, "concern-not-yet")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}
