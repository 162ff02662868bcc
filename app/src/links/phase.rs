//! Addresses of the phases of a customer's own process. Members write there too.

use coplan_domain::id::{CustomerId, PhaseId};

routes! {
    /// The phases in their order.
    list(customer: CustomerId) = "/c/{customer}/process";
    /// Writes down those of the template.
    begin(customer: CustomerId) = "/c/{customer}/process/begin" for staff;
    /// Adds one.
    add(customer: CustomerId) = "/c/{customer}/process/new";
    /// Changes one, or proposes to.
    change(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}";
    /// Moves it earlier or later.
    shift(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}/move";
    /// Accepts what the other side proposes.
    accept(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}/accept";
    /// Declines it with a reason.
    decline(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}/decline";
    /// Removes it.
    remove(customer: CustomerId, phase: PhaseId) = "/c/{customer}/process/{phase}/remove" for staff;
}

/// A phase, on the page of all of them.
#[must_use]
pub fn at(customer: CustomerId, phase: PhaseId) -> String {
    format!("{}#phase-{phase}", list(customer))
}
