//! Pages: what is brought in by files.

pub mod bank;
pub mod import;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [bank::routes(), import::routes()].into_iter().fold(Router::new(), Router::merge)
}

/// What takes in more than a form holds.
pub fn uploads() -> Router<App> {
    Router::new().merge(bank::uploads()).merge(import::uploads())
}
