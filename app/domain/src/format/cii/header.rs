//! The header of a Cross Industry Invoice: what it is, its days, its notes and what it refers to.

use super::value::{date, period, text};
use crate::format::{
    finvoice::value::{found, leaf, node},
    ubl::Form,
    xml::Element,
};

pub(super) fn header(form: Form, document: &Element, agreement: &Element, settlement: &Element) -> Vec<Element> {
    let empty = Element::default();
    let exchanged = document.first(&["ExchangedDocument"]).unwrap_or(&empty);
    let code = match form {
        Form::Invoice => "InvoiceTypeCode",
        Form::CreditNote => "CreditNoteTypeCode",
    };
    let mut terms = settlement.all("SpecifiedTradePaymentTerms");
    let single = [
        text(exchanged, &["ID"], &["ID"]),
        text(exchanged, &["TypeCode"], &[code]),
        date(exchanged, &["IssueDateTime"], &["IssueDate"]),
        terms.find_map(|terms| date(terms, &["DueDateDateTime"], &["DueDate"])),
        settlement.all("ApplicableTradeTax").find_map(|tax| date(tax, &["TaxPointDate"], &["TaxPointDate"])),
        text(settlement, &["InvoiceCurrencyCode"], &["DocumentCurrencyCode"]),
        text(settlement, &["TaxCurrencyCode"], &["TaxCurrencyCode"]),
        text(agreement, &["BuyerReference"], &["BuyerReference"]),
        text(settlement, &["ReceivableSpecifiedTradeAccountingAccount", "ID"], &["AccountingCost"]),
        text(agreement, &["ContractReferencedDocument", "IssuerAssignedID"], &["ContractDocumentReference", "ID"]),
        project(form, agreement),
        order(agreement),
        period(settlement),
    ];
    let preceding = settlement.all("InvoiceReferencedDocument").map(preceding);
    let notes = exchanged.all("IncludedNote").filter_map(note);
    single.into_iter().flatten().chain(notes).chain(documents(agreement)).chain(preceding).collect()
}

/// The code of its subject is written before a note, as it does in UBL.
fn note(part: &Element) -> Option<Element> {
    let content = found(part, &["Content"])?;
    let code = found(part, &["SubjectCode"]);
    Some(leaf(&["Note"], &code.map_or_else(|| content.to_owned(), |code| format!("#{code}#{content}"))))
}

/// UBL's credit note has no element for the project; there it is a document of type 50.
fn project(form: Form, agreement: &Element) -> Option<Element> {
    let id = found(agreement, &["SpecifiedProcuringProject", "ID"])?;
    Some(match form {
        Form::Invoice => leaf(&["ProjectReference", "ID"], id),
        Form::CreditNote => node("AdditionalDocumentReference", vec![leaf(&["ID"], id), leaf(&["DocumentTypeCode"], "50")]),
    })
}

fn order(agreement: &Element) -> Option<Element> {
    let parts = [
        text(agreement, &["BuyerOrderReferencedDocument", "IssuerAssignedID"], &["ID"]),
        text(agreement, &["SellerOrderReferencedDocument", "IssuerAssignedID"], &["SalesOrderID"]),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| node("OrderReference", parts))
}

/// The object that is billed, marked with the type code 130, and what comes with the invoice.
fn documents(agreement: &Element) -> impl Iterator<Item = Element> {
    agreement
        .all("AdditionalReferencedDocument")
        .filter_map(|part| object(part, "AdditionalDocumentReference").or_else(|| attachment(part)))
}

/// What comes with the invoice; a tender (type 50) does not.
fn attachment(part: &Element) -> Option<Element> {
    if found(part, &["TypeCode"]) == Some("50") {
        return None;
    }
    let binary = part.first(&["AttachmentBinaryObject"]).map(|binary| Element {
        name: "EmbeddedDocumentBinaryObject".to_owned(),
        attributes: binary.attributes.clone(),
        text: binary.text.clone(),
        children: Vec::new(),
    });
    let inside = [binary, text(part, &["URIID"], &["ExternalReference", "URI"])];
    let parts = [
        text(part, &["IssuerAssignedID"], &["ID"]),
        text(part, &["Name"], &["DocumentDescription"]),
        Some(node("Attachment", inside.into_iter().flatten().collect())),
    ];
    Some(node("AdditionalDocumentReference", parts.into_iter().flatten().collect()))
}

/// A document of type 130.
pub(super) fn object(part: &Element, name: &str) -> Option<Element> {
    let id = found(part, &["IssuerAssignedID"]).filter(|_| found(part, &["TypeCode"]) == Some("130"))?;
    Some(node(name, vec![leaf(&["ID"], id), leaf(&["DocumentTypeCode"], "130")]))
}

fn preceding(part: &Element) -> Element {
    let parts = [text(part, &["IssuerAssignedID"], &["ID"]), date(part, &["FormattedIssueDateTime"], &["IssueDate"])];
    node("BillingReference", vec![node("InvoiceDocumentReference", parts.into_iter().flatten().collect())])
}
