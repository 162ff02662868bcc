//! Values of the Cross Industry Invoice as UBL writes them: dates with dashes, amounts and quantities with their attributes.

use crate::format::{
    finvoice::value::{found, leaf, node, with_attribute},
    xml::Element,
};

/// A day below this path, in any of the types that the standard writes one with.
pub(super) fn date(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    let above = part.first(from)?;
    let written = above.children.iter().find_map(Element::trimmed).or_else(|| above.trimmed())?;
    Some(leaf(to, &dashed(written)))
}

/// `20260901` and `202609011200` as `2026-09-01`; a time behind a day with dashes is left out; anything else as it is.
fn dashed(written: &str) -> String {
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    match (written.get(..4), written.get(4..6), written.get(6..8)) {
        (Some(year), Some(month), Some(day)) if digits >= 8 => format!("{year}-{month}-{day}"),
        _ => written.split_once('T').map_or(written, |(day, _)| day).to_owned(),
    }
}

/// An amount with its currency, where it names one.
pub(super) fn amount(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    with(part, from, to, ("currencyID", "currencyID"))
}

/// A quantity with its unit.
pub(super) fn quantity(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    with(part, from, to, ("unitCode", "unitCode"))
}

/// An identifier with its scheme.
pub(super) fn identifier(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    with(part, from, to, ("schemeID", "schemeID"))
}

fn with(part: &Element, from: &[&str], to: &[&str], (own, theirs): (&str, &str)) -> Option<Element> {
    let element = part.first(from)?;
    let attribute = element.attribute(own).map(|value| (theirs, value));
    Some(with_attribute(to, element.trimmed()?, attribute))
}

/// A category of VAT with its rate, as UBL's element of this name.
pub(super) fn category(tax: &Element, name: &str) -> Element {
    let parts = [
        text(tax, &["CategoryCode"], &["ID"]),
        text(tax, &["RateApplicablePercent"], &["Percent"]),
        text(tax, &["ExemptionReason"], &["TaxExemptionReason"]),
        text(tax, &["ExemptionReasonCode"], &["TaxExemptionReasonCode"]),
    ];
    node(name, parts.into_iter().flatten().collect())
}

/// The text down a path, as one element; none where it is not there or empty.
pub(super) fn text(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    Some(leaf(to, found(part, from)?))
}

/// An allowance or a charge.
pub(super) fn adjustment(part: &Element) -> Element {
    let parts = [
        text(part, &["ChargeIndicator", "Indicator"], &["ChargeIndicator"]),
        amount(part, &["ActualAmount"], &["Amount"]),
        amount(part, &["BasisAmount"], &["BaseAmount"]),
        text(part, &["CalculationPercent"], &["MultiplierFactorNumeric"]),
        text(part, &["Reason"], &["AllowanceChargeReason"]),
        text(part, &["ReasonCode"], &["AllowanceChargeReasonCode"]),
        part.first(&["CategoryTradeTax"]).map(|tax| category(tax, "TaxCategory")),
    ];
    node("AllowanceCharge", parts.into_iter().flatten().collect())
}

/// A stretch of days.
pub(super) fn period(part: &Element) -> Option<Element> {
    let period = part.first(&["BillingSpecifiedPeriod"])?;
    let days = [date(period, &["StartDateTime"], &["StartDate"]), date(period, &["EndDateTime"], &["EndDate"])];
    Some(node("InvoicePeriod", days.into_iter().flatten().collect()))
}
