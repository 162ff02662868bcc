//! Goals: the room, proposing one, its page with what was measured, and what is done there.

mod actions;
mod curve;
mod list;
mod propose;
mod readings;
mod show;

use crate::{http::context::App, links::goal as links};
use axum::{
    Router,
    routing::{get, post},
};
pub(super) use list::what_waits;

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
        .route(links::confirm::PATTERN, post(actions::confirm))
        .route(links::dispute::PATTERN, get(actions::get_dispute).post(actions::dispute))
        .route(links::remove_reading::PATTERN, post(actions::remove_reading))
}
