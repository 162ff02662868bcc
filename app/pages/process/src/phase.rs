//! The customer's own process: its phases as one picture and as a list, changing them, and deciding on proposals.

mod decide;
mod edit;
mod list;
mod picture;
mod proposal;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::phase as links};

/// The routes of the process.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::begin::PATTERN, post(edit::begin))
        .route(links::add::PATTERN, get(edit::get_add).post(edit::post_add))
        .route(links::change::PATTERN, get(edit::get).post(edit::post))
        .route(links::shift::PATTERN, post(edit::shift))
        .route(links::accept::PATTERN, post(decide::accept))
        .route(links::decline::PATTERN, get(decide::get).post(decide::post))
        .route(links::remove::PATTERN, post(edit::remove))
}
