//! Addresses of what is guaranteed to a customer.

use coplan_domain::id::CustomerId;

routes! {
    /// The agreement.
    show(customer: CustomerId) = "/c/{customer}/agreement";
    /// Writes its next version.
    write(customer: CustomerId) = "/c/{customer}/agreement/new" for staff;
    /// Agrees to its last version.
    approve(customer: CustomerId) = "/c/{customer}/agreement/approve";
    /// Takes that back.
    withdraw(customer: CustomerId) = "/c/{customer}/agreement/withdraw";
}

/// The agreement beside one of its earlier versions.
#[must_use]
pub fn beside(customer: CustomerId, version: i64) -> String {
    format!("{}?beside={version}#h-versions", show(customer))
}
