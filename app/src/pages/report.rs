//! Reports: the list, a draft with the manager's words, and one as it was published.

mod draft;
mod list;
mod sections;
mod show;

use crate::{http::context::App, links::report as links, say, words::Words};
use axum::{
    Router,
    routing::{get, post},
};
use coplan_domain::report::{Period, ReportSpan};

/// The routes of reports.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::draft::PATTERN, get(draft::get).post(draft::post))
        .route(links::show::PATTERN, get(show::get))
        .route(links::change::PATTERN, get(draft::get_change).post(draft::post_change))
        .route(links::publish::PATTERN, post(show::publish))
        .route(links::remove::PATTERN, post(draft::remove))
        .route(links::approve::PATTERN, post(show::approve))
}

/// What a report is called: "November 2026".
fn title(words: &Words, span: ReportSpan) -> String {
    let year = span.first.year().to_string();
    match span.period {
        Period::Month => say!(words, "report-of-month", month = i64::from(span.first.month()), year = year),
        Period::Quarter => say!(words, "report-of-quarter", quarter = i64::from(span.quarter()), year = year),
        Period::Year => say!(words, "report-of-year", year = year),
    }
}

/// The same for a report that is named by the spelling of its days.
pub(crate) fn named(words: &Words, span: &str) -> String {
    span.parse().map_or_else(|_| span.to_owned(), |span| title(words, span))
}
