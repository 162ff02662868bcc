//! Addresses of finding things by the words in them.

use coplan_domain::{id::CustomerId, text};
use serde::Deserialize;

routes! {
    /// Under all customers.
    all() = "/search" for staff;
    /// What was found there, alone, for who finds while typing.
    all_found() = "/search/found" for staff, part;
    /// Under one customer.
    customer(customer: CustomerId) = "/c/{customer}/search";
    /// What was found there, alone.
    found(customer: CustomerId) = "/c/{customer}/search/found", part;
}

/// What is looked for, as it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SearchQuery {
    /// What was typed.
    pub q: String,
}

impl SearchQuery {
    /// What is read of it.
    #[must_use]
    pub fn words(&self) -> String {
        text::search(&self.q)
    }
}
