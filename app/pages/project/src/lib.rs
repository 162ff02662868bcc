//! Pages: projects with their milestones, tasks and acceptance.

pub mod acceptance;
pub mod milestone;
pub mod project;
pub mod request;
pub mod status_report;
pub mod task;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [acceptance::routes(), milestone::routes(), project::routes(), request::routes(), status_report::routes(), task::routes()]
        .into_iter()
        .fold(Router::new(), Router::merge)
}
