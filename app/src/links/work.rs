//! Addresses of work.

use super::query::encoded;
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, WorkEntryId},
    work::Matter,
};
use coplan_usecases::work::Suggestion;
use serde::Deserialize;

routes! {
    /// One's own work.
    own() = "/work" for staff;
    /// Records today what was recorded for the last day.
    repeat() = "/work/repeat" for staff;
    /// A customer's work that is on no invoice.
    list(customer: CustomerId) = "/c/{customer}/work";
    /// Approves entries of it.
    approve(customer: CustomerId) = "/c/{customer}/work/approve" for staff;
    /// Says how much of it the customer sees.
    set_shown(customer: CustomerId) = "/c/{customer}/work/shown" for staff;
    /// Corrects an entry.
    change(customer: CustomerId, entry: WorkEntryId) = "/c/{customer}/work/{entry}" for staff;
    /// Takes its approval back.
    send_back(customer: CustomerId, entry: WorkEntryId) = "/c/{customer}/work/{entry}/send-back" for staff;
    /// Removes it.
    remove(customer: CustomerId, entry: WorkEntryId) = "/c/{customer}/work/{entry}/remove" for staff;
    /// The work behind a line of an invoice, and what closes the difference.
    line(customer: CustomerId, invoice: InvoiceId, line: LineId) = "/c/{customer}/invoices/{invoice}/lines/{line}" for staff;
    /// Says which entries are behind it.
    assign(customer: CustomerId, invoice: InvoiceId, line: LineId)
        = "/c/{customer}/invoices/{invoice}/lines/{line}/work" for staff;
}

/// What a form begins with, as the address says it; nothing and nonsense are what was worked on last.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WorkQuery {
    matter: String,
    again: String,
}

impl WorkQuery {
    /// What the form begins with.
    #[must_use]
    pub fn suggestion(&self) -> Suggestion {
        match (self.again.parse(), self.matter.parse()) {
            (Ok(id), _) => Suggestion::Again(id),
            (Err(_), Ok(matter)) => Suggestion::Matter(matter),
            (Err(_), Err(_)) => Suggestion::Latest,
        }
    }
}

/// One's own work with a form for this matter.
#[must_use]
pub fn record_for(matter: Matter) -> String {
    format!("{}?matter={}", own(), encoded(&matter.to_string()))
}

/// The same with a form that says again what an entry says.
#[must_use]
pub fn record_again(entry: WorkEntryId) -> String {
    format!("{}?again={entry}", own())
}
