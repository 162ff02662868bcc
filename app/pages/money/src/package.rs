//! Service packages: those that are offered, and those of a customer with what each would have cost.

mod catalogue;
mod show;
mod sums;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::package as links};

/// The routes of packages.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::catalogue::PATTERN, get(catalogue::get).post(catalogue::post))
        .route(links::end::PATTERN, post(catalogue::end))
        .route(links::show::PATTERN, get(show::get))
        .route(links::choose::PATTERN, post(show::choose))
        .route(links::usage::PATTERN, post(show::usage))
        .route(links::ask::PATTERN, post(show::ask))
        .route(links::decline::PATTERN, post(show::decline))
}
