//! All pages and deeds: each noun declares its own routes.

#[cfg(test)]
mod tests;

use crate::{blueprint, live, plan, search, today, waiting};
use axum::Router;
use coplan_app::http::context::App;

/// All pages and deeds but uploads.
pub fn router() -> Router<App> {
    let parts = [
        blueprint::routes(),
        live::routes(),
        plan::routes(),
        search::routes(),
        today::routes(),
        waiting::routes(),
        coplan_pages_entry::routes(),
        coplan_pages_import::routes(),
        coplan_pages_money::routes(),
        coplan_pages_people::routes(),
        coplan_pages_process::routes(),
        coplan_pages_project::routes(),
        coplan_pages_talk::routes(),
        coplan_pages_together::routes(),
    ];
    parts.into_iter().fold(Router::new(), Router::merge)
}

/// What takes in more than a form holds, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    coplan_pages_import::uploads().merge(coplan_pages_talk::uploads())
}
