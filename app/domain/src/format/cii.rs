//! Reads the Cross Industry Invoice of UN/CEFACT, in the versions D16B and D22B that EN 16931 and Factur-X use: each element
//! becomes the one of UBL that means the same, so that one reader names what is wrong, and one invoice is the same whichever
//! way it came.

mod header;
mod lines;
mod parties;
mod settlement;
mod value;

use super::{
    UnreadableInvoice, excerpt,
    finvoice::value::{found, node},
    ubl::{self, Form},
    xml::{self, Element, Root},
};
use crate::invoice::{Invoice, InvoiceKind};

/// The namespace of the outermost element; both versions have it.
const NAMESPACE: &str = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
/// The namespaces of the parts, without the version at their ends.
const PARTS: [&str; 3] = [
    "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:",
    "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:",
    "urn:un:unece:uncefact:data:standard:QualifiedDataType:",
];
/// The outermost element.
const NAME: &str = "CrossIndustryInvoice";

/// Whether this is the outermost element of a Cross Industry Invoice.
pub(super) fn is_cii(root: &Root) -> bool {
    root.name == NAME && root.namespace.as_deref() == Some(NAMESPACE)
}

/// Reads one invoice or credit note.
///
/// # Errors
/// What keeps the file from being read, the first thing found. Fields are named by their terms in EN 16931.
pub fn read(bytes: &[u8]) -> Result<Invoice, UnreadableInvoice> {
    let text = xml::decode(bytes)?;
    let root = xml::root(&text)?;
    if !is_cii(&root) {
        let namespace = root.namespace.as_deref().map(excerpt);
        return Err(UnreadableInvoice::NotAnInvoice { root: excerpt(&root.name), namespace });
    }
    read_document(&xml::parse(&text, is_wanted)?)
}

/// Reads those in an envelope, each read or refused alone; none where the file is no envelope or has none.
pub(super) fn read_enveloped(bytes: &[u8]) -> Vec<Result<Invoice, UnreadableInvoice>> {
    let Ok(text) = xml::decode(bytes) else { return Vec::new() };
    let Ok(root) = xml::root(&text) else { return Vec::new() };
    if !ubl::is_envelope(&root) {
        return Vec::new();
    }
    xml::parse(&text, is_wanted).map_or_else(|_| Vec::new(), |envelope| envelope.all(NAME).map(read_document).collect())
}

/// The documents of a file as elements of UBL; none where it cannot be read.
pub(super) fn elements(bytes: &[u8]) -> Vec<Element> {
    let Ok(text) = xml::decode(bytes) else { return Vec::new() };
    let Ok(root) = xml::parse(&text, is_wanted) else { return Vec::new() };
    if root.name == NAME {
        return vec![translate(&root).1];
    }
    root.all(NAME).map(|document| translate(document).1).collect()
}

fn is_wanted(namespace: Option<&str>) -> bool {
    namespace.is_some_and(|it| it == NAMESPACE || PARTS.iter().any(|part| it.starts_with(part)))
}

fn read_document(document: &Element) -> Result<Invoice, UnreadableInvoice> {
    let (form, document) = translate(document);
    ubl::read_parts(form, &document)
}

/// The same document in UBL's elements.
fn translate(document: &Element) -> (Form, Element) {
    let code = found(document, &["ExchangedDocument", "TypeCode"]).unwrap_or_default();
    let form = if InvoiceKind::from_code(code, false).is_credit() { Form::CreditNote } else { Form::Invoice };
    let empty = Element::default();
    let transaction = document.first(&["SupplyChainTradeTransaction"]).unwrap_or(&empty);
    let part = |name: &str| transaction.first(&[name]).unwrap_or(&empty);
    let (agreement, delivery, settlement) =
        (part("ApplicableHeaderTradeAgreement"), part("ApplicableHeaderTradeDelivery"), part("ApplicableHeaderTradeSettlement"));
    let mut children = header::header(form, document, agreement, settlement);
    children.extend(parties::parties(agreement));
    children.extend(parties::delivery(delivery));
    children.extend(settlement::settlement(settlement));
    children.extend(lines::lines(form, transaction));
    let name = match form {
        Form::Invoice => "Invoice",
        Form::CreditNote => "CreditNote",
    };
    (form, node(name, children))
}

#[cfg(test)]
mod tests;
