//! Addresses of a customer's plan.

use coplan_domain::id::CustomerId;
use jiff::Timestamp;
use serde::Deserialize;

routes! {
    /// The plan.
    show(customer: CustomerId) = "/c/{customer}";
    /// All that ever changed.
    changes(customer: CustomerId) = "/c/{customer}/changes";
}

/// Which page of all that changed, counted from which moment in milliseconds; nothing and nonsense are the newest.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChangesQuery {
    page: String,
    until: String,
}

impl ChangesQuery {
    /// The page's number; the first is 1.
    #[must_use]
    pub fn page(&self) -> u32 {
        self.page.parse().unwrap_or(1)
    }

    /// The moment; none is now.
    #[must_use]
    pub fn until(&self) -> Option<Timestamp> {
        self.until.parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok())
    }
}

/// One page of all that changed up to a moment.
#[must_use]
pub fn changes_page(customer: CustomerId, page: u32, until: Timestamp) -> String {
    format!("{}?page={page}&until={}", changes(customer), until.as_millisecond())
}
