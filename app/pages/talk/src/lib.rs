//! Pages: discussions, requests and the customer’s voice.

pub mod feedback;
pub mod request_kind;
pub mod service_request;
pub mod survey;
pub mod thread;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [feedback::routes(), request_kind::routes(), service_request::routes(), survey::routes(), thread::routes()]
        .into_iter()
        .fold(Router::new(), Router::merge)
}

/// What takes in more than a form holds.
pub fn uploads() -> Router<App> {
    Router::new().merge(thread::uploads())
}
