//! Addresses of the plan of a customer's year.

use coplan_domain::id::{CustomerId, NeedId};

routes! {
    /// What is needed in a year.
    list(customer: CustomerId) = "/c/{customer}/year";
    /// Writes down what is.
    add(customer: CustomerId) = "/c/{customer}/year/new";
    /// Changes it.
    change(customer: CustomerId, need: NeedId) = "/c/{customer}/year/{need}";
    /// Removes it.
    remove(customer: CustomerId, need: NeedId) = "/c/{customer}/year/{need}/remove";
    /// Brings it back.
    restore(customer: CustomerId, need: NeedId) = "/c/{customer}/year/{need}/restore";
}

/// What is needed in one year.
#[must_use]
pub fn of_year(customer: CustomerId, year: i16) -> String {
    format!("{}?year={year}", list(customer))
}

/// Writes down what is needed in one year.
#[must_use]
pub fn add_in(customer: CustomerId, year: i16) -> String {
    format!("{}?year={year}", add(customer))
}
