//! Reads Finvoice, the invoice of Finnish banks, from version 1.3 to 3.0: each element becomes the one of UBL that means
//! the same, so that one reader names what is wrong, and one invoice is the same whichever way it came.

mod header;
mod parties;
mod payment;
mod rows;
pub(super) mod value;

use super::{
    UnreadableInvoice, excerpt,
    ubl::{self, Form},
    xml::{self, Element, Root},
};
use crate::invoice::{Invoice, InvoiceKind};
use value::Source;

/// Reads one invoice or credit note, with or without a SOAP envelope in front of it.
///
/// # Errors
/// What keeps the file from being read, the first thing found. Fields are named by their terms in EN 16931.
pub fn read(bytes: &[u8]) -> Result<Invoice, UnreadableInvoice> {
    let text = xml::decode(without_envelope(bytes))?;
    let root = xml::root(&text)?;
    if !is_finvoice(&root) {
        return Err(UnreadableInvoice::NotAnInvoice {
            root: excerpt(&root.name),
            namespace: root.namespace.as_deref().map(excerpt),
        });
    }
    let document = xml::parse(&text, |namespace| namespace.is_none())?;
    let (form, document) = translate(&document);
    ubl::read_parts(form, &document)
}

/// Whether this is the outermost element of a Finvoice.
pub(super) fn is_finvoice(root: &Root) -> bool {
    root.name == "Finvoice" && root.namespace.is_none()
}

/// The Finvoice behind the envelope that it was sent with: two documents in one file, each with a declaration of its own.
pub(super) fn without_envelope(bytes: &[u8]) -> &[u8] {
    let find = |mark: &[u8]| bytes.windows(mark.len()).position(|window| window == mark);
    let Some(at) = find(b"<Finvoice").filter(|_| find(b"Envelope>").is_some()) else { return bytes };
    let before = bytes.get(..at).unwrap_or_default();
    let declared = before.windows(5).rposition(|window| window == b"<?xml");
    bytes.get(declared.filter(|start| *start > 0).unwrap_or(at)..).unwrap_or(bytes)
}

/// The same document in UBL's elements.
fn translate(document: &Element) -> (Form, Element) {
    let details = document.first(&["InvoiceDetails"]);
    let code = header::code(details);
    let form = if InvoiceKind::from_code(&code, false).is_credit() { Form::CreditNote } else { Form::Invoice };
    // Finvoice states what is given back as negative, UBL as positive.
    let gives_back = form == Form::CreditNote && header::is_negative(details);
    let source = Source { form, gives_back };
    let mut children = header::header(&source, document, &code);
    children.extend(parties::parties(document));
    children.extend(payment::payment(&source, document));
    children.extend(header::totals(&source, document));
    children.extend(rows::rows(&source, document));
    let name = match form {
        Form::Invoice => "Invoice",
        Form::CreditNote => "CreditNote",
    };
    (form, value::node(name, children))
}

#[cfg(test)]
mod tests;
