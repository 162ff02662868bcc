//! Reports: the list, a draft with the manager's words, and one as it was published.

mod draft;
mod list;
mod paper;
mod rhythm;
mod sections;
mod show;
mod told;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::report as links};

/// The routes of reports.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::draft::PATTERN, get(draft::get).post(draft::post))
        .route(links::rhythm::PATTERN, get(rhythm::get).post(rhythm::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::paper::PATTERN, get(paper::get))
        .route(links::change::PATTERN, get(draft::get_change).post(draft::post_change))
        .route(links::publish::PATTERN, post(show::publish))
        .route(links::remove::PATTERN, post(draft::remove))
        .route(links::approve::PATTERN, post(show::approve))
}
