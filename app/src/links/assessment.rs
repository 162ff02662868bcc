//! Addresses of how both sides judge their work together.

use coplan_domain::id::CustomerId;
use serde::Deserialize;

routes! {
    /// What both say.
    show(customer: CustomerId) = "/c/{customer}/assessment";
    /// Says it for one's side.
    give(customer: CustomerId) = "/c/{customer}/assessment/new";
}

/// Which year is shown; nothing is the latest.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct YearQuery {
    year: String,
}

impl YearQuery {
    /// The year that was asked for.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        self.year.parse().ok()
    }
}

/// What both say of one year.
#[must_use]
pub fn of_year(customer: CustomerId, year: i16) -> String {
    format!("{}?year={year}", show(customer))
}
