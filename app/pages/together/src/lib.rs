//! Pages: meetings, goals, agreements and reports.

pub mod agreement;
pub mod assessment;
pub mod goal;
pub mod idea;
pub mod knowledge;
pub mod meeting;
pub mod report;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [
        agreement::routes(),
        assessment::routes(),
        goal::routes(),
        idea::routes(),
        knowledge::routes(),
        meeting::routes(),
        report::routes(),
    ]
    .into_iter()
    .fold(Router::new(), Router::merge)
}
