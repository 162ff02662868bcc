//! Work: recorded, approved, shown behind the line that charges it.

mod change;
pub mod line;
mod list;
mod own;
pub mod rows;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::work as links};

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
