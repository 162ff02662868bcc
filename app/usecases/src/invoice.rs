//! Invoices: shown with the sum behind each sum, paid, taken back. [`crate::import`] brings them here.

mod pay;
mod show;
mod summary;
mod withdraw;

pub use coplan_store::invoice::{InvoiceBrief, OpenSum, Original, ToPay};
pub use pay::{PayError, PaymentForm, record_payment, take_back_payment};
pub(crate) use show::owed;
pub use show::{InvoiceList, InvoiceView, InvoiceViewInternal, PaymentView, ShowError, list, original, show};
pub use summary::{MoneyInShort, Share, ShareOf};
pub(crate) use summary::{SHARES, in_short};
pub use withdraw::{TakingBack, withdraw};
