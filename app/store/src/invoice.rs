//! Invoices: kept row by row, so that what is shown and what is added up are the same numbers, and with them which file
//! they were read from.

mod currency;
mod duplicate;
mod find;
mod insert;
mod list;
mod original;
pub mod payment;
mod remove;
mod to_pay;

pub use currency::find_currency;
pub use duplicate::{InvoiceThere, find_by_number};
pub use find::find;
pub(crate) use insert::insert_all;
pub use insert::{NewInvoice, insert};
pub use list::{InvoiceBrief, LineSums, OpenSum, RecentInvoice, find_customer, list, list_open_sums, list_recent};
pub(crate) use list::{ask_last, ask_open_sums, read_last, read_open_sums};
pub use original::{OriginalRecord, find_original};
pub use remove::{count_threads, remove, was_taken_back};
pub use to_pay::ToPay;
pub(crate) use to_pay::{ask_to_pay, read_to_pay};

use coplan_domain::{
    id::{InvoiceId, LineId},
    invoice::Invoice,
};
use jiff::Timestamp;

/// An invoice as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptInvoice {
    /// Which.
    pub id: InvoiceId,
    /// Everything it states.
    pub invoice: Invoice,
    /// The id of each of its lines, in their order.
    pub line_ids: Vec<LineId>,
    /// What its file was called.
    pub file_name: String,
    /// Who brought it in; none where that was done at the console of the machine.
    pub brought_in_by: Option<String>,
    /// When.
    pub brought_in_at: Timestamp,
}

/// What an invoice may state any number of times. The words in the database.
mod attribute {
    pub const NOTE: &str = "note";
    pub const ACCOUNT: &str = "account";
    pub const PRECEDING: &str = "preceding";
    pub const SELLER: &str = "seller";
    pub const BUYER: &str = "buyer";
}
