//! Importing: files are uploaded and wait, are previewed, and are imported or discarded; one mechanism for every kind
//! of file. Nothing of a file is kept until it is confirmed. What a kind of document does its own way is in one file
//! that implements [`document::Importable`], as `invoice` does.

mod archive;
mod confirm;
mod customer;
mod discard;
mod document;
mod file;
mod invoice;
mod invoice_table;
mod outcome;
mod pdf;
mod preview;
pub mod table;

pub use archive::{MOST_ENTRIES, Unpacked, unpack};
pub use confirm::{ImportError, Report, import, import_another, import_from_console};
pub use coplan_store::invoice::{InvoicePlace, InvoiceThere, RecentInvoice};
pub use customer::CustomerBrief;
pub use discard::{discard, discard_all};
pub use document::{Content, DocumentPreview, Imported, Recent};
pub(crate) use file::file_name;
pub use file::{IncomingFile, MOST_FILES, Refusal, RefusedFile, TakenFile, forget_old, insert, take};
pub use invoice::{Belongs, CheckedInvoice, InvoicePreview, ReadInvoice};
pub(crate) use pdf::embedded_invoice;
pub use preview::{FilePreview, Preview, preview, preview_from_console};
