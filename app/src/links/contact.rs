//! Addresses of contacts with a customer.

use coplan_domain::id::{ContactId, CustomerId};
use serde::Deserialize;

routes! {
    /// The correspondence; a contact is written down here.
    list(customer: CustomerId) = "/c/{customer}/contacts";
    /// The same as a file.
    file(customer: CustomerId) = "/c/{customer}/contacts/file", part;
    /// Corrects a contact.
    correct(customer: CustomerId, contact: ContactId) = "/c/{customer}/contacts/{contact}";
}

/// Which kind is asked for; nothing is all.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct KindQuery {
    /// As it was sent.
    pub kind: String,
}

/// The correspondence of one kind.
#[must_use]
pub fn list_of(customer: CustomerId, kind: &str) -> String {
    format!("{}?kind={kind}", list(customer))
}

/// The same as a file.
#[must_use]
pub fn file_of(customer: CustomerId, kind: &str) -> String {
    if kind.is_empty() { file(customer) } else { format!("{}?kind={kind}", file(customer)) }
}
