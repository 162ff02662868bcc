//! Reading files that others wrote: which kind a file is, and a reader for each kind. Every reader is bounded and does
//! no I/O; what is read becomes a type of the domain, such as [`crate::invoice::Invoice`].

pub mod camt;
pub mod cii;
pub mod csv;
pub mod csv_file;
mod detect;
pub mod finvoice;
pub mod ics;
pub mod invoice_table;
#[cfg(test)]
mod same_invoice;
pub mod ubl;
mod unreadable;
pub mod xml;

pub use detect::{FileKind, detect};
pub use unreadable::{Spot, UnreadableInvoice};

use crate::invoice::Invoice;

/// The most bytes of any file that is read, whatever its kind; each reader has bounds of its own below that.
pub const MAX_BYTES: usize = if xml::MAX_BYTES > csv::MAX_BYTES { xml::MAX_BYTES } else { csv::MAX_BYTES };

/// Every invoice of a file, in its order, each read or refused alone. What is no invoice of any kind is refused by the
/// reader of UBL, which most files are meant for.
#[must_use]
pub fn read_invoices(bytes: &[u8]) -> Vec<Result<Invoice, UnreadableInvoice>> {
    match detect(bytes) {
        FileKind::Finvoice => vec![finvoice::read(bytes)],
        FileKind::Cii => vec![cii::read(bytes)],
        FileKind::Xml(Some(root)) if ubl::is_envelope(&root) => match cii::read_enveloped(bytes) {
            none if none.is_empty() => ubl::read_all(bytes),
            read => read,
        },
        _ => ubl::read_all(bytes),
    }
}

/// What is inside each attachment of the invoice with this number, in Base64 and in the order of the invoice's own list;
/// none for one that is elsewhere. Nothing where the file has no such invoice.
#[must_use]
pub fn attachment_contents(bytes: &[u8], number: &str) -> Vec<Option<String>> {
    let documents = match detect(bytes) {
        FileKind::Cii => cii::elements(bytes),
        FileKind::Finvoice => Vec::new(),
        _ => match cii::elements(bytes) {
            none if none.is_empty() => ubl::elements(bytes),
            some => some,
        },
    };
    let is_it = |document: &&xml::Element| document.first(&["ID"]).and_then(xml::Element::trimmed) == Some(number);
    documents.iter().find(is_it).map(ubl::attachment::contents).unwrap_or_default()
}

/// What an error says of a text that somebody else wrote: enough to find it by, no more than a page can show.
fn excerpt(text: &str) -> String {
    text.chars().take(80).collect()
}

/// The line of a text, from 1, on which a byte is.
fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// Characters that XML 1.0 (production 2) allows. A database refuses NUL, and no page can show the others.
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
