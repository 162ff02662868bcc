//! Reads UBL 2.1 invoices and credit notes, with any namespace prefixes, from bytes that nobody has vouched for.

mod characters;
mod document;
mod element;
mod fields;
mod line;
mod party;
mod tree;

use super::{Invoice, UnreadableInvoice};

/// The most bytes a document may have: the lines need little, the attachments that travel inside need the rest.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The deepest nesting: an invoice needs ten, a signature in an extension a few more.
pub const MAX_DEPTH: usize = 40;
/// The most elements: about 15,000 lines. Bounds the memory that a file of nothing but tags can take.
pub const MAX_ELEMENTS: usize = 250_000;
/// The most attributes on one element, namespace declarations included. Bounds the work of telling them apart.
pub const MAX_ATTRIBUTES: usize = 64;
/// The most namespace declarations that hold at one place: an invoice needs six. A name is looked up among all of them.
pub const MAX_NAMESPACES: usize = 128;
/// The most characters in one text of an invoice, such as a note.
pub const MAX_TEXT: usize = 20_000;
/// The longest number or identifier that is read; databases find by it, and their indexes hold no long ones.
pub const MAX_KEY: usize = 200;

/// Reads one invoice or credit note. Amounts are taken as stated; [`super::check`] tells whether they add up.
///
/// # Errors
/// What keeps the file from being read, the first thing found. Nothing outside the bytes is ever fetched.
pub fn read(bytes: &[u8]) -> Result<Invoice, UnreadableInvoice> {
    if bytes.len() > MAX_BYTES {
        return Err(UnreadableInvoice::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let text = characters::decode(bytes)?;
    let (form, root) = tree::parse(&text)?;
    document::invoice(form, &root)
}

/// Which of UBL's two forms a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Invoice,
    CreditNote,
}

impl Form {
    /// The form whose outermost element this is.
    fn of(namespace: Option<&[u8]>, name: &str) -> Option<Self> {
        match (namespace?, name) {
            (b"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice") => Some(Self::Invoice),
            (b"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote") => Some(Self::CreditNote),
            _ => None,
        }
    }
}

/// What an error says of a text that somebody else wrote: enough to find it by, no more than a page can show.
fn excerpt(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests;
