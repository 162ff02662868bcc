//! Invoices: shown with the sum behind each sum, paid, taken back. [`crate::import`] brings them here.

mod approve;
mod attachment;
mod due;
mod export;
mod form;
mod list;
mod pay;
mod show;
mod summary;
mod withdraw;

pub use approve::decide;
pub use attachment::{AttachedFile, attachment};
pub use coplan_store::invoice::{InvoiceBrief, InvoiceKey, MonthSum, OpenByAge, OpenSum, ToPay, approval::ApprovalRow};
pub use due::tell_due;
pub use export::{ExportError, Which, lines, originals};
pub use form::{ApprovalForm, PaymentForm};
pub use list::{InvoiceList, InvoicesAsked, MONTHS, list};
pub(crate) use pay::{read_amount, tell as tell_payment};
pub use pay::{record_payment, take_back_payment};
pub use show::{InvoiceView, InvoiceViewInternal, PaymentView, original, show};
pub use summary::{MoneyInShort, Share, ShareOf};
pub(crate) use summary::{SHARES, in_short};
pub use withdraw::{TakingBack, withdraw};
