//! Pages: the customer’s process, its needs and contacts.

pub mod concern;
pub mod contact;
pub mod journey;
pub mod need;
pub mod network;
pub mod phase;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [concern::routes(), contact::routes(), journey::routes(), need::routes(), network::routes(), phase::routes()]
        .into_iter()
        .fold(Router::new(), Router::merge)
}
