//! Customer companies as staff keeps them.

mod combined_form;
mod edit;
mod end;
mod internal;
mod new;
mod people;
mod read;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::customer as links};

/// The routes of customers.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::new::PATTERN, get(new::get).post(new::post))
        .route(links::edit::PATTERN, get(edit::get).post(edit::post))
        .route(links::internal::PATTERN, post(internal::post))
        .route(links::people::PATTERN, get(read::get))
        .route(links::end::PATTERN, post(end::end))
        .route(links::resume::PATTERN, post(end::resume))
}
