//! Goals: the room, proposing one, its page with what was measured, and what is done there.

mod actions;
mod curve;
mod list;
mod propose;
mod readings;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::goal as links};
pub use list::what_waits;

/// The routes of goals.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::propose::PATTERN, get(propose::get).post(propose::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::change::PATTERN, get(propose::get_change).post(propose::post_change))
        .route(links::approve::PATTERN, post(actions::approve))
        .route(links::end::PATTERN, get(actions::get_end).post(actions::end))
        .route(links::resume::PATTERN, post(actions::resume))
        .route(links::record::PATTERN, post(actions::record))
        .route(links::import::PATTERN, get(actions::get_import).post(actions::import))
        .route(links::confirm::PATTERN, post(actions::confirm))
        .route(links::dispute::PATTERN, get(actions::get_dispute).post(actions::dispute))
        .route(links::remove_reading::PATTERN, post(actions::remove_reading))
}
