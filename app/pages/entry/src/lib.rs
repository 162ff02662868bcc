//! Pages: how people get in and what each sets for itself.

pub mod account;
pub mod demo;
pub mod entry;
pub mod error;
pub mod home;
pub mod security;
pub mod sign_in;
pub mod staff;

use axum::Router;
use coplan_app::http::context::App;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    [account::routes(), demo::routes(), entry::routes(), home::routes(), security::routes(), sign_in::routes(), staff::routes()]
        .into_iter()
        .fold(Router::new(), Router::merge)
}
