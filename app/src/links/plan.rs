//! Addresses of a customer's plan.

use super::TurnQuery;
use coplan_domain::id::CustomerId;
use coplan_usecases::{Turn, plan::EventKey};

routes! {
    /// The plan.
    show(customer: CustomerId) = "/c/{customer}";
    /// All that ever changed.
    changes(customer: CustomerId) = "/c/{customer}/changes";
}

/// One page of all that changed.
#[must_use]
pub fn changes_page(customer: CustomerId, turn: &Turn<EventKey>) -> String {
    TurnQuery::address(&changes(customer), turn)
}
