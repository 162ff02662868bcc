//! How both sides judge their work together: side by side over the years, and the questions.

mod criterion;
mod give;
mod radar;
mod show;

use axum::{Router, routing::get};
use coplan_app::{http::context::App, links::assessment as links};

/// The routes of assessments.
pub fn routes() -> Router<App> {
    Router::new().route(links::show::PATTERN, get(show::get)).route(links::give::PATTERN, get(give::get).post(give::post))
}
