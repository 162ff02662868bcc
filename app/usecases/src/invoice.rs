//! Invoices: brought in from files, shown with the sum behind each sum, paid.

mod bring_in;
mod look_through;
mod pay;
mod read;
mod show;
mod summary;
mod withdraw;

pub use bring_in::{KeepError, Kept, bring_in_from_console, discard, discard_all, keep};
pub use coplan_store::invoice::{BroughtIn, InvoiceBrief, InvoiceThere, OpenSum, Original};
pub use look_through::{IncomingFile, MOST_FILES, Preview, ReadUpload, Refusal, RefusedFile, look_through, upload};
pub use pay::{PaymentForm, record_payment, take_back_payment};
pub use read::{Belongs, CustomerBrief, FileRead, ReadInvoice, look_at_from_console};
pub use show::{InvoiceList, InvoiceView, InvoiceViewInternal, PaymentView, list, original, show};
pub use summary::{MoneyInShort, Share, ShareOf};
pub(crate) use summary::{SHARES, in_short};
pub use withdraw::{TakingBack, withdraw};
