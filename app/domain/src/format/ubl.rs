//! Reads UBL 2.1 invoices and credit notes, with any namespace prefixes, from bytes that nobody has vouched for.

mod document;
mod fields;
mod line;
#[cfg(test)]
mod official_documents;
mod party;
mod settlement;
#[cfg(test)]
mod special_cases;

use super::{
    UnreadableInvoice, excerpt,
    xml::{self, Root},
};
use crate::invoice::Invoice;

/// The most characters in one text of an invoice, such as a note.
pub const MAX_TEXT: usize = 20_000;
/// The longest number or identifier that is read; databases find by it, and their indexes hold no long ones.
pub const MAX_KEY: usize = 200;

/// The parts that UBL's forms are made of: aggregates and the values in them.
const PARTS: [&str; 2] = [
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
];

/// Reads one invoice or credit note. Amounts are taken as stated; [`crate::invoice::check`] tells whether they add up.
///
/// # Errors
/// What keeps the file from being read, the first thing found.
pub fn read(bytes: &[u8]) -> Result<Invoice, UnreadableInvoice> {
    let text = xml::decode(bytes)?;
    let root = xml::root(&text)?;
    let form = Form::of(&root).ok_or_else(|| UnreadableInvoice::NotAnInvoice {
        root: excerpt(&root.name),
        namespace: root.namespace.as_deref().map(excerpt),
    })?;
    let document = xml::parse(&text, |namespace| namespace.is_some_and(|namespace| PARTS.contains(&namespace)))?;
    document::invoice(form, &document)
}

/// Which of UBL's two forms a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Invoice,
    CreditNote,
}

impl Form {
    /// The form whose outermost element this is.
    pub(super) fn of(root: &Root) -> Option<Self> {
        match (root.namespace.as_deref()?, root.name.as_str()) {
            ("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice") => Some(Self::Invoice),
            ("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote") => Some(Self::CreditNote),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
