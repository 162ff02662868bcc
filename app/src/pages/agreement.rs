//! The agreement with a customer: what is guaranteed, that both sides agree to it, and its versions side by side.

mod approve;
mod show;
mod write;

pub(super) use show::sheet;

use crate::{http::context::App, links::agreement as links};
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of the agreement.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::show::PATTERN, get(show::get))
        .route(links::write::PATTERN, get(write::get).post(write::post))
        .route(links::approve::PATTERN, post(approve::post))
        .route(links::withdraw::PATTERN, post(approve::withdraw))
}
