//! Discussions: their list, one of them, a new one, and what is done in them.

mod ball;
mod forms;
mod list;
mod messages;
mod new;
mod note;
mod page_form;
pub(crate) mod question;
mod reply;
mod resolve;
mod row;
mod show;
pub(super) mod subject;

pub use row::{AboutList, Parties, about_list};

use crate::{http::context::App, links::thread as links};
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of discussions.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::new::PATTERN, get(new::get).post(new::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::reply::PATTERN, post(reply::post))
        .route(links::ball::PATTERN, post(ball::post))
        .route(links::explain::PATTERN, post(question::explain))
        .route(links::promise_credit::PATTERN, post(question::promise_credit))
        .route(links::accept::PATTERN, post(question::accept))
        .route(links::resolve::PATTERN, post(resolve::post))
        .route(links::reopen::PATTERN, post(resolve::reopen))
        .route(links::note::PATTERN, post(note::post))
}
