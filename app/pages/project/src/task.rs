//! Tasks: staff adds and changes them; whoever does one says how far it is.

mod actions;
mod add;
mod change;
mod owner;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::task as links};

/// The routes of tasks.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::add::PATTERN, get(add::get).post(add::post))
        .route(links::change::PATTERN, get(change::get).post(change::post))
        .route(links::set_state::PATTERN, post(actions::set_state))
        .route(links::take::PATTERN, post(actions::take))
        .route(links::give_back::PATTERN, post(actions::give_back))
        .route(links::share::PATTERN, post(actions::share))
        .route(links::unshare::PATTERN, post(actions::unshare))
        .route(links::remove::PATTERN, post(actions::remove))
        .route(links::restore::PATTERN, post(actions::restore))
}
