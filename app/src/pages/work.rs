//! Work: recorded, approved, shown behind the line that charges it.

mod change;
pub(super) mod line;
mod list;
mod own;
pub(super) mod rows;

use crate::{http::context::App, links::work as links};
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of work.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::own::PATTERN, get(own::get).post(own::post))
        .route(links::repeat::PATTERN, post(own::repeat))
        .route(links::list::PATTERN, get(list::get))
        .route(links::approve::PATTERN, post(list::approve))
        .route(links::set_shown::PATTERN, post(list::set_shown))
        .route(links::change::PATTERN, get(change::get).post(change::post))
        .route(links::send_back::PATTERN, post(list::send_back))
        .route(links::remove::PATTERN, post(change::remove))
        .route(links::line::PATTERN, get(line::get).post(line::adjust))
        .route(links::assign::PATTERN, post(line::assign))
}
