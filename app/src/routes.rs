//! Every address in one list.

use crate::{pages, visitor::App};
use axum::{Router, routing::get};

/// All pages and deeds.
pub fn router() -> Router<App> {
    Router::new().route("/", get(pages::home::get))
}
