//! What is asked of a customer once and used everywhere: the page of what is known, asking, answering, and templates.

mod answer;
mod ask;
mod list;
mod template;

pub use list::reasons;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::knowledge as links};

/// The routes of what is known.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::ask::PATTERN, get(ask::get).post(ask::post))
        .route(links::ask_templates::PATTERN, post(ask::post_templates))
        .route(links::answer::PATTERN, get(answer::get).post(answer::post))
        .route(links::withdraw::PATTERN, post(answer::withdraw))
        .route(links::templates::PATTERN, get(template::get).post(template::post))
        .route(links::remove_template::PATTERN, post(template::remove))
}
