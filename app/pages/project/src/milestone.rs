//! Milestones as staff keeps them: added, and on a page of their own renamed, moved, reached, taken away, brought back.

mod actions;
mod add;
mod show;
mod stale;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::milestone as links};

/// The routes of milestones.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::add::PATTERN, get(add::get).post(add::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::rename::PATTERN, post(actions::rename))
        .route(links::promise::PATTERN, post(actions::move_promise))
        .route(links::reach::PATTERN, post(actions::reach))
        .route(links::not_reached::PATTERN, post(actions::not_reached))
        .route(links::remove::PATTERN, post(actions::remove))
        .route(links::restore::PATTERN, post(actions::restore))
}
