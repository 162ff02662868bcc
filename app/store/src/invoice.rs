//! Invoices: kept row by row, so that what is shown and what is added up are the same numbers, and with them which file
//! they were read from.

pub mod approval;
mod attachment;
mod by_month;
mod currency;
mod due;
mod duplicate;
mod find;
mod insert;
mod list;
mod means;
mod original;
pub mod payment;
pub mod question;
mod remove;
mod replaced;
mod settlement;
mod sub_line;
mod to_pay;

pub use by_month::{MonthSum, OpenByAge, find_open_by_age, list_months};
pub use currency::find_currency;
pub use due::{DueInvoice, list_due, update_due_told};
pub use duplicate::{InvoicePlace, InvoiceThere, find_same};
pub use find::find;
pub(crate) use find::find_of;
pub(crate) use insert::insert_all;
pub use insert::{NewInvoice, insert};
pub use list::{
    Dated, InvoiceBrief, InvoiceKey, LineSums, OpenSum, RecentInvoice, find_customer, list, list_dated, list_open_sums,
    list_recent,
};
pub(crate) use list::{ask_last, ask_open_sums, read_last, read_open_sums};
pub use original::{OriginalRecord, find_original};
pub use remove::{count_threads, remove, was_taken_back};
pub use to_pay::ToPay;
pub(crate) use to_pay::{ask_to_pay, read_to_pay};

use coplan_domain::{
    id::{InvoiceId, LineId},
    invoice::Invoice,
    money::Money,
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
    /// What is to be paid of it, negative where it gives back: nothing of what only informs or was replaced.
    pub due: Money,
    /// The corrected invoice that takes its place, and its number.
    pub replaced_by: Option<(InvoiceId, String)>,
    /// What its file was called.
    pub file_name: String,
    /// Who brought it in; none where that was done at the console of the machine.
    pub brought_in_by: Option<String>,
    /// When.
    pub brought_in_at: Timestamp,
}

/// Which way the sums of the invoice `i` count: those of a credit note are given back, unless they are negative already.
pub(crate) const WAY: &str = "cast(case when i.sign < 0 and i.gross_sum >= 0 then -1 else 1 end as bigint)";

/// What is to be paid of the invoice `i`, negative where it gives back: nothing of what only informs (UNTDID 1001 325 and
/// 751) or was replaced.
pub(crate) const DUE: &str = "case when i.kind in ('325', '751') or i.replaced_by is not null then 0
     when i.sign < 0 and i.gross_sum >= 0 then -i.payable_sum else i.payable_sum end";

/// What was paid of the invoice `i`.
pub(crate) const PAID: &str = "cast(coalesce((select sum(y.amount) from payment y where y.invoice_id = i.id), 0) as bigint)";

/// What an invoice may state any number of times. The words in the database.
mod attribute {
    pub const NOTE: &str = "note";
    pub const PRECEDING: &str = "preceding";
    pub const SELLER: &str = "seller";
    pub const BUYER: &str = "buyer";
}
