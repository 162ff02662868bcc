//! Reads UBL 2.1 invoices and credit notes, with any namespace prefixes, from bytes that nobody has vouched for.

pub(super) mod attachment;
mod document;
mod fields;
mod line;
#[cfg(test)]
pub(super) mod official_documents;
mod party;
mod payment;
mod settlement;
#[cfg(test)]
mod special_cases;
#[cfg(test)]
mod stated_twice;

use super::{
    UnreadableInvoice, excerpt,
    xml::{self, Element, Root, XmlError},
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

/// The header that some networks send documents with, several in one file perhaps.
const ENVELOPE: &str = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

/// Reads every invoice and credit note of a file, each read or refused alone: one, or those in an envelope.
#[must_use]
pub fn read_all(bytes: &[u8]) -> Vec<Result<Invoice, UnreadableInvoice>> {
    match in_envelope(bytes) {
        Ok(Some(documents)) => documents.iter().map(|(form, document)| document::invoice(*form, document)).collect(),
        // What is wrong with the file is said once, by the reader of a single document.
        Ok(None) | Err(_) => vec![read(bytes)],
    }
}

/// Whether this is the outermost element of an envelope.
pub(super) fn is_envelope(root: &Root) -> bool {
    (root.name.as_str(), root.namespace.as_deref()) == ("StandardBusinessDocument", Some(ENVELOPE))
}

/// The documents of an envelope; none where the file is no envelope, or one without any.
fn in_envelope(bytes: &[u8]) -> Result<Option<Vec<(Form, Element)>>, XmlError> {
    let text = xml::decode(bytes)?;
    let root = xml::root(&text)?;
    if !is_envelope(&root) {
        return Ok(None);
    }
    let wanted = |namespace: Option<&str>| namespace.is_some_and(|it| PARTS.contains(&it) || Form::NAMESPACES.contains(&it));
    let documents = xml::parse(&text, wanted)?.children.into_iter();
    let documents: Vec<_> = documents.filter_map(|document| Some((Form::named(&document.name)?, document))).collect();
    Ok(Some(documents).filter(|documents| !documents.is_empty()))
}

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

/// The documents of a file as elements of UBL; none where it cannot be read.
pub(super) fn elements(bytes: &[u8]) -> Vec<Element> {
    if let Ok(Some(documents)) = in_envelope(bytes) {
        return documents.into_iter().map(|(_, document)| document).collect();
    }
    let Ok(text) = xml::decode(bytes) else { return Vec::new() };
    let wanted = |namespace: Option<&str>| namespace.is_some_and(|namespace| PARTS.contains(&namespace));
    xml::parse(&text, wanted).into_iter().collect()
}

/// Reads a document whose parts are UBL's already.
pub(super) fn read_parts(form: Form, document: &Element) -> Result<Invoice, UnreadableInvoice> {
    document::invoice(form, document)
}

/// Which of UBL's two forms a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Invoice,
    CreditNote,
}

impl Form {
    const NAMESPACES: [&str; 2] =
        ["urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"];

    /// The form whose outermost element this is.
    pub(super) fn of(root: &Root) -> Option<Self> {
        let form = Self::named(&root.name)?;
        let [invoice, credit_note] = Self::NAMESPACES;
        let namespace = match form {
            Self::Invoice => invoice,
            Self::CreditNote => credit_note,
        };
        (root.namespace.as_deref() == Some(namespace)).then_some(form)
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "Invoice" => Some(Self::Invoice),
            "CreditNote" => Some(Self::CreditNote),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
