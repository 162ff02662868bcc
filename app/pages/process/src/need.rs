//! The plan of a customer's year: one picture of twelve columns, the list by month, and writing down what is needed.

mod change;
mod list;
mod picture;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links::need as links, say, words::Words};
use coplan_domain::need::NeedMonth;
use jiff::civil::Date;
use serde::Deserialize;

/// The routes of yearly plans.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::list::PATTERN, get(list::get))
        .route(links::add::PATTERN, get(change::get_new).post(change::post_new))
        .route(links::change::PATTERN, get(change::get).post(change::post))
        .route(links::remove::PATTERN, post(change::post_remove))
        .route(links::restore::PATTERN, post(change::post_restore))
}

/// Which year is asked for; nothing is the reader's.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct YearQuery {
    year: String,
}

impl YearQuery {
    fn year(&self) -> Option<i16> {
        self.year.parse().ok()
    }
}

/// The name of a month.
fn month(words: &Words, of: NeedMonth) -> String {
    words.month(Date::new(2000, of.number(), 1).unwrap_or_default())
}

/// The months from one to another: "May", "May to July".
fn months(words: &Words, (first, last): (NeedMonth, NeedMonth)) -> String {
    if first == last {
        month(words, first)
    } else {
        say!(words, "need-months", first = month(words, first), last = month(words, last))
    }
}
