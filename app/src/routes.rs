//! All pages and deeds: each noun declares its own routes.

#[cfg(test)]
mod tests;

use crate::{http::context::App, pages};
use axum::Router;

/// All pages and deeds but uploads.
pub fn router() -> Router<App> {
    let nouns = [
        pages::absence::routes(),
        pages::acceptance::routes(),
        pages::account::routes(),
        pages::agreement::routes(),
        pages::assessment::routes(),
        pages::concern::routes(),
        pages::contact::routes(),
        pages::customer::routes(),
        pages::demo::routes(),
        pages::entry::routes(),
        pages::feedback::routes(),
        pages::goal::routes(),
        pages::home::routes(),
        pages::bank::routes(),
        pages::network::routes(),
        pages::blueprint::routes(),
        pages::package::routes(),
        pages::idea::routes(),
        pages::import::routes(),
        pages::invoice::routes(),
        pages::journey::routes(),
        pages::knowledge::routes(),
        pages::live::routes(),
        pages::meeting::routes(),
        pages::member::routes(),
        pages::milestone::routes(),
        pages::need::routes(),
        pages::phase::routes(),
        pages::plan::routes(),
        pages::portfolio::routes(),
        pages::hand_over::routes(),
        pages::preview::routes(),
        pages::project::routes(),
        pages::report::routes(),
        pages::request::routes(),
        pages::request_kind::routes(),
        pages::responsible::routes(),
        pages::search::routes(),
        pages::security::routes(),
        pages::service_request::routes(),
        pages::sign_in::routes(),
        pages::staff::routes(),
        pages::status_report::routes(),
        pages::survey::routes(),
        pages::task::routes(),
        pages::thread::routes(),
        pages::today::routes(),
        pages::waiting::routes(),
        pages::work::routes(),
    ];
    nouns.into_iter().fold(Router::new(), Router::merge)
}

/// What takes in more than a form holds, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    pages::import::uploads().merge(pages::bank::uploads()).merge(pages::thread::uploads())
}
