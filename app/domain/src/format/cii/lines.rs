//! The lines of a Cross Industry Invoice. One that only groups others (`GROUP`) is a note on the lines below it, and one that
//! only informs (`INFORMATION`) is a part of the line above it: neither is counted in the sum of the lines.

use super::{
    header::object,
    value::{adjustment, amount, category, period, quantity, text},
};
use crate::format::{
    finvoice::value::{found, leaf, node},
    ubl::Form,
    xml::Element,
};
use std::collections::BTreeMap;

const DOCUMENT: &str = "AssociatedDocumentLineDocument";

/// All of them.
pub(super) fn lines(form: Form, transaction: &Element) -> Vec<Element> {
    let mut groups = BTreeMap::<&str, &str>::new();
    let mut found_lines = Vec::<(Option<&str>, Element)>::new();
    for part in transaction.all("IncludedSupplyChainTradeLineItem") {
        let id = found(part, &[DOCUMENT, "LineID"]);
        let parent = found(part, &[DOCUMENT, "ParentLineID"]);
        let name = found(part, &["SpecifiedTradeProduct", "Name"]);
        match found(part, &[DOCUMENT, "LineStatusReasonCode"]) {
            Some("GROUP") => groups.extend(id.zip(name)),
            Some("INFORMATION") => {
                let above = found_lines.iter_mut().rev().find(|(known, _)| parent.is_none() || *known == parent);
                match above {
                    Some((_, line)) => line.children.push(line_of(form, part, None, Kind::Part)),
                    None => groups.extend(id.zip(name)),
                }
            }
            _ => {
                let group = parent.and_then(|parent| groups.get(parent).copied());
                found_lines.push((id, line_of(form, part, group, Kind::Line)));
            }
        }
    }
    found_lines.into_iter().map(|(_, line)| line).collect()
}

/// What a line becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line,
    Part,
}

fn line_of(form: Form, part: &Element, group: Option<&str>, kind: Kind) -> Element {
    let (name, counted) = match (form, kind) {
        (Form::Invoice, Kind::Line) => ("InvoiceLine", "InvoicedQuantity"),
        (Form::CreditNote, Kind::Line) => ("CreditNoteLine", "CreditedQuantity"),
        (Form::Invoice, Kind::Part) => ("SubInvoiceLine", "InvoicedQuantity"),
        (Form::CreditNote, Kind::Part) => ("SubCreditNoteLine", "CreditedQuantity"),
    };
    let settlement = &["SpecifiedLineTradeSettlement"];
    let empty = Element::default();
    let settled = part.first(settlement).unwrap_or(&empty);
    let net = ["SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"];
    let order = ["SpecifiedLineTradeAgreement", "BuyerOrderReferencedDocument", "LineID"];
    let single = [
        text(part, &[DOCUMENT, "LineID"], &["ID"]),
        group.map(|group| leaf(&["Note"], group)),
        quantity(part, &["SpecifiedLineTradeDelivery", "BilledQuantity"], &[counted]),
        amount(settled, &net, &["LineExtensionAmount"]),
        text(part, &order, &["OrderLineReference", "LineID"]),
        text(settled, &["ReceivableSpecifiedTradeAccountingAccount", "ID"], &["AccountingCost"]),
        period(settled),
        Some(item(part, settled)),
        price(part),
    ];
    let document = part.first(&[DOCUMENT]).unwrap_or(&empty);
    let notes = document.all("IncludedNote").filter_map(|note| text(note, &["Content"], &["Note"]));
    let objects = settled.all("AdditionalReferencedDocument").filter_map(|part| object(part, "DocumentReference"));
    let adjustments = settled.all("SpecifiedTradeAllowanceCharge").map(adjustment);
    node(name, single.into_iter().flatten().chain(notes).chain(objects).chain(adjustments).collect())
}

fn item(part: &Element, settled: &Element) -> Element {
    let parts = [
        text(part, &["SpecifiedTradeProduct", "Name"], &["Name"]),
        text(part, &["SpecifiedTradeProduct", "Description"], &["Description"]),
        text(part, &["SpecifiedTradeProduct", "SellerAssignedID"], &["SellersItemIdentification", "ID"]),
        settled.first(&["ApplicableTradeTax"]).map(|tax| category(tax, "ClassifiedTaxCategory")),
    ];
    node("Item", parts.into_iter().flatten().collect())
}

/// The net price, and what was taken off the gross one where that is stated.
fn price(part: &Element) -> Option<Element> {
    let agreement = part.first(&["SpecifiedLineTradeAgreement"])?;
    let net = agreement.first(&["NetPriceProductTradePrice"])?;
    let gross = agreement.first(&["GrossPriceProductTradePrice"]);
    let discount = gross.map(|gross| {
        let parts = [
            amount(gross, &["AppliedTradeAllowanceCharge", "ActualAmount"], &["Amount"]),
            amount(gross, &["ChargeAmount"], &["BaseAmount"]),
        ];
        node("AllowanceCharge", parts.into_iter().flatten().collect())
    });
    let base = quantity(net, &["BasisQuantity"], &["BaseQuantity"]);
    let base = base.or_else(|| gross.and_then(|gross| quantity(gross, &["BasisQuantity"], &["BaseQuantity"])));
    let parts = [amount(net, &["ChargeAmount"], &["PriceAmount"]), base, discount];
    Some(node("Price", parts.into_iter().flatten().collect()))
}
