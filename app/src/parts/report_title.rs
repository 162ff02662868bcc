//! What a report is called, from the days that it tells of.

use crate::{say, words::Words};
use coplan_domain::report::{Period, ReportSpan};

/// Its name: "November 2026".
#[must_use]
pub fn title(words: &Words, span: ReportSpan) -> String {
    let year = span.first.year().to_string();
    match span.period {
        Period::Month => say!(words, "report-of-month", month = i64::from(span.first.month()), year = year),
        Period::Quarter => say!(words, "report-of-quarter", quarter = i64::from(span.quarter()), year = year),
        Period::Year => say!(words, "report-of-year", year = year),
    }
}

/// The same for a report that is named by the spelling of its days.
#[must_use]
pub fn named(words: &Words, span: &str) -> String {
    span.parse().map_or_else(|_| span.to_owned(), |span| title(words, span))
}
