//! The rows of the invoice. A row without an amount is only text, and belongs to the row before it.

use super::{
    header::{adjustment, category},
    value::{Source, date, found, leaf, node, number, pointed, text},
};
use crate::{
    exact::Exact,
    format::{ubl::Form, xml::Element},
};
use rust_decimal::{Decimal, RoundingStrategy};

pub(super) fn rows(source: &Source, document: &Element) -> Vec<Element> {
    let mut found = Vec::<Element>::new();
    for (part, place) in document.all("InvoiceRow").zip(1..) {
        let note = |text: String| (!text.is_empty()).then(|| leaf(&["Note"], &text));
        if net(source, part).is_some() {
            found.push(row(source, part, place));
        } else if let Some(note) = note(only_text(part)) {
            // Before the first row it is a note to the whole invoice.
            match found.last_mut() {
                Some(last) if last.name != "Note" => last.children.push(note),
                _ => found.push(note),
            }
        }
    }
    found
}

fn only_text(part: &Element) -> String {
    let names = ["ArticleName", "ArticleDescription", "RowFreeText"];
    let texts = names.into_iter().flat_map(|name| part.all(name).filter_map(Element::trimmed).collect::<Vec<_>>());
    texts.collect::<Vec<_>>().join("\n")
}

/// The row's net; the versions before 2.0 may state it only as the whole less its VAT.
fn net(source: &Source, part: &Element) -> Option<Element> {
    let stated = source.amount(part, &["RowVatExcludedAmount"], &["LineExtensionAmount"]);
    stated.or_else(|| {
        let vat = value(part, "RowVatAmount").unwrap_or_default();
        let net = value(part, "RowAmount")?.checked_sub(vat)?;
        Some(leaf(&["LineExtensionAmount"], &source.signed(&net.to_string())))
    })
}

fn value(part: &Element, name: &str) -> Option<Decimal> {
    pointed(found(part, &[name])?).parse::<Exact>().ok().map(|exact| exact.value())
}

fn row(source: &Source, part: &Element, place: usize) -> Element {
    let (line, counted) = match source.form {
        Form::Invoice => ("InvoiceLine", "InvoicedQuantity"),
        Form::CreditNote => ("CreditNoteLine", "CreditedQuantity"),
    };
    let place = place.to_string();
    let id = ["RowPositionIdentifier", "RowNumber"].iter().find_map(|name| found(part, &[name])).unwrap_or(&place);
    let quantity = ["InvoicedQuantity", "DeliveredQuantity"].iter().find_map(|name| part.first(&[name]));
    let quantity = quantity.and_then(|quantity| source.quantity(quantity, counted));
    let period = [date(part, &["StartDate"], &["StartDate"]), date(part, &["EndDate"], &["EndDate"])];
    let notes = part.all("RowFreeText").filter_map(Element::trimmed).map(|note| leaf(&["Note"], note));
    let charges = part.all("RowChargeDetails").map(|charge| adjustment(source, charge, ("true", "ReasonText")));
    let single = [
        Some(leaf(&["ID"], id)),
        Some(quantity.unwrap_or_else(|| leaf(&[counted], "1"))),
        net(source, part),
        text(part, &["RowAccountDimensionText"], &["AccountingCost"]),
        text(part, &["RowOrderPositionIdentifier"], &["OrderLineReference", "LineID"]),
        Some(node("InvoicePeriod", period.into_iter().flatten().collect())),
        discount(source, part),
        Some(item(part)),
        Some(price(source, part)),
    ];
    node(line, single.into_iter().flatten().chain(notes).chain(charges).collect())
}

/// A row's own discount; where only its percentage is stated, of what the price makes.
fn discount(source: &Source, part: &Element) -> Option<Element> {
    let reckoned = || {
        let of = |name| value(part, name);
        let gross = of("InvoicedQuantity")?.checked_mul(of("UnitPriceAmount")?)?;
        let exact = gross.checked_mul(of("RowDiscountPercent")?)?.checked_div(Decimal::ONE_HUNDRED)?;
        let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Some(leaf(&["Amount"], &source.signed(&rounded.to_string())))
    };
    let amount = source.amount(part, &["RowDiscountAmount"], &["Amount"]).or_else(reckoned)?;
    let children = [
        Some(leaf(&["ChargeIndicator"], "false")),
        text(part, &["RowDiscountTypeText"], &["AllowanceChargeReason"]),
        text(part, &["RowDiscountTypeCode"], &["AllowanceChargeReasonCode"]),
        number(part, &["RowDiscountPercent"], &["MultiplierFactorNumeric"]),
        Some(amount),
        source.amount(part, &["RowDiscountBaseAmount"], &["BaseAmount"]),
    ];
    Some(node("AllowanceCharge", children.into_iter().flatten().collect()))
}

fn item(part: &Element) -> Element {
    let names = ["ArticleName", "ArticleDescription", "RowFreeText", "ArticleIdentifier"];
    let children = [
        names.iter().find_map(|name| text(part, &[name], &["Name"])),
        text(part, &["ArticleDescription"], &["Description"]),
        text(part, &["ArticleIdentifier"], &["SellersItemIdentification", "ID"]),
        Some(category(part, "ClassifiedTaxCategory", "RowVatCode", "RowVatRatePercent")),
    ];
    node("Item", children.into_iter().flatten().collect())
}

/// The price of a unit. A row without one costs its net: the price of as many as there are.
fn price(source: &Source, part: &Element) -> Element {
    let never = Source { gives_back: false, ..*source };
    let stated = ["UnitPriceNetAmount", "UnitPriceAmount"].iter().find_map(|name| never.amount(part, &[name], &["PriceAmount"]));
    let base = part.first(&["UnitPriceBaseQuantity"]).and_then(|base| never.quantity(base, "BaseQuantity"));
    match (stated, found(part, &["InvoicedQuantity"]), net(source, part)) {
        (Some(stated), _, _) => node("Price", [Some(stated), base].into_iter().flatten().collect()),
        (None, Some(count), Some(net)) => {
            node("Price", vec![leaf(&["PriceAmount"], &net.text), leaf(&["BaseQuantity"], &source.signed(count))])
        }
        (None, None, Some(net)) => node("Price", vec![leaf(&["PriceAmount"], &net.text)]),
        (None, _, None) => node("Price", Vec::new()),
    }
}
