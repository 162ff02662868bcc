//! The agreement with a customer: what is guaranteed, that both sides agree to it, and its versions side by side.

mod approve;
mod show;
mod write;

pub use show::sheet;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::agreement as links};

/// The routes of the agreement.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::show::PATTERN, get(show::get))
        .route(links::write::PATTERN, get(write::get).post(write::post))
        .route(links::approve::PATTERN, post(approve::post))
        .route(links::withdraw::PATTERN, post(approve::withdraw))
}
