//! Lines, adjustments and VAT categories in UBL.

use super::{Form, fields::Fields};
use crate::{
    exact::Exact,
    format::{UnreadableInvoice, excerpt, xml::Element},
    invoice::{Adjustment, AdjustmentKind, InvoiceLine, Period, Price, SubLine, Vat, VatBreakdown},
    money::Currency,
};

type Parsed<T> = Result<T, UnreadableInvoice>;

/// The business terms of an adjustment; the first is the allowance's where allowance and charge differ.
pub(super) struct Terms {
    amount: &'static str,
    base: &'static str,
    percent: &'static str,
    reason: &'static str,
    reason_code: &'static str,
    category: &'static str,
    rate: &'static str,
}

/// BG-20 and BG-21.
pub(super) const ON_DOCUMENT: Terms = Terms {
    amount: "BT-92",
    base: "BT-93",
    percent: "BT-94",
    reason: "BT-97",
    reason_code: "BT-98",
    category: "BT-95",
    rate: "BT-96",
};

/// BG-27 and BG-28.
const ON_LINE: Terms = Terms {
    amount: "BT-136",
    base: "BT-137",
    percent: "BT-138",
    reason: "BT-139",
    reason_code: "BT-140",
    category: "BT-151",
    rate: "BT-152",
};

/// A line; `place` counts from 1 and names it where it has no id of its own.
pub(super) fn line(
    form: Form,
    fields: Fields<'_>,
    place: usize,
    breakdown: &[VatBreakdown],
    currency: Currency,
) -> Parsed<InvoiceLine> {
    let (place, part) = (place.to_string(), fields.part);
    let fields = fields.of_line(part.first(&["ID"]).and_then(Element::trimmed).unwrap_or(&place));
    let counted = match form {
        Form::Invoice => "InvoicedQuantity",
        Form::CreditNote => "CreditedQuantity",
    };
    let item = fields.inside(&["Item"]).unwrap_or(fields);
    Ok(InvoiceLine {
        id: fields.need("BT-126", fields.text("BT-126", &["ID"])?)?,
        note: fields.texts("BT-127", "Note")?,
        object_reference: object(fields, "BT-128", "DocumentReference")?,
        quantity: fields.need("BT-129", fields.number("BT-129", &[counted])?)?,
        unit: unit(part, counted),
        net: fields.need("BT-131", fields.amount("BT-131", &["LineExtensionAmount"], currency)?)?,
        order_line: fields.text("BT-132", &["OrderLineReference", "LineID"])?,
        accounting_reference: fields.text("BT-133", &["AccountingCost"])?,
        period: period(fields, "BT-134", "BT-135")?,
        adjustments: adjustments(fields, &ON_LINE, currency)?,
        price: price(fields, currency)?,
        vat: fields.need("BT-151", line_vat(fields, item, breakdown)?)?,
        name: fields.need("BT-153", item.text("BT-153", &["Name"])?)?,
        description: item.texts("BT-154", "Description")?,
        item_number: item.text("BT-155", &["SellersItemIdentification", "ID"])?,
        sub_lines: sub_lines(form, fields, currency)?,
    })
}

/// The parts of a line, each before its own; one without a name is passed over with all that is in it.
fn sub_lines(form: Form, fields: Fields<'_>, currency: Currency) -> Parsed<Vec<SubLine>> {
    let (name, counted) = match form {
        Form::Invoice => ("SubInvoiceLine", "InvoicedQuantity"),
        Form::CreditNote => ("SubCreditNoteLine", "CreditedQuantity"),
    };
    let mut found = Vec::new();
    // The next one to read is the last; the document is no deeper than its bound.
    let mut waiting = below(fields, name, 1);
    while let Some((fields, depth)) = waiting.pop() {
        let Some(called) = fields.text("BT-DEX-02", &["Item", "Name"])? else { continue };
        found.push(SubLine {
            depth,
            id: fields.text("BT-DEX-01", &["ID"])?,
            name: called,
            quantity: fields.number("BT-DEX-03", &[counted])?,
            unit: unit(fields.part, counted),
            net: fields.amount("BT-DEX-04", &["LineExtensionAmount"], currency)?,
        });
        waiting.extend(below(fields, name, depth + 1));
    }
    Ok(found)
}

/// The parts directly below, the first one last.
fn below<'e>(fields: Fields<'e>, name: &'static str, depth: i64) -> Vec<(Fields<'e>, i64)> {
    let mut parts: Vec<_> = fields.each(name).map(|part| (part, depth)).collect();
    parts.reverse();
    parts
}

/// A line's VAT: with its item (EN 16931), in its own total of VAT (OIOUBL and others), or the only one that the whole
/// invoice has.
fn line_vat(fields: Fields<'_>, item: Fields<'_>, breakdown: &[VatBreakdown]) -> Parsed<Option<Vat>> {
    if let Some(category) = item.inside(&["ClassifiedTaxCategory"]) {
        return vat(category, ON_LINE.category, ON_LINE.rate).map(Some);
    }
    if let Some(category) = fields.inside(&["TaxTotal", "TaxSubtotal", "TaxCategory"]) {
        return vat(category, ON_LINE.category, ON_LINE.rate).map(Some);
    }
    let mut all = breakdown.iter().map(|row| &row.vat);
    let first = all.next();
    Ok(first.filter(|first| all.all(|other| other == *first)).cloned())
}

/// The unit of a quantity, where it is stated.
fn unit(part: &Element, quantity: &str) -> Option<String> {
    part.first(&[quantity]).and_then(|element| element.attribute("unitCode")).map(excerpt)
}

/// A stretch of days, open where nothing is stated.
pub(super) fn period(fields: Fields<'_>, from: &'static str, to: &'static str) -> Parsed<Period> {
    Ok(Period { from: fields.date(from, &["InvoicePeriod", "StartDate"])?, to: fields.date(to, &["InvoicePeriod", "EndDate"])? })
}

/// The object that is billed stands among other documents, marked with the type code 130.
pub(super) fn object(fields: Fields<'_>, term: &'static str, name: &'static str) -> Parsed<Option<String>> {
    document(fields, term, name, "130")
}

/// The id of the document reference that carries this type code.
pub(super) fn document(fields: Fields<'_>, term: &'static str, name: &'static str, code: &str) -> Parsed<Option<String>> {
    let marked = |fields: &Fields<'_>| fields.part.first(&["DocumentTypeCode"]).and_then(Element::trimmed) == Some(code);
    fields.each(name).find(marked).map_or(Ok(None), |fields| fields.text(term, &["ID"]))
}

/// What is taken off and put on, in its order.
pub(super) fn adjustments(fields: Fields<'_>, terms: &Terms, currency: Currency) -> Parsed<Vec<Adjustment>> {
    fields.each("AllowanceCharge").map(|fields| adjustment(fields, terms, currency)).collect()
}

fn adjustment(fields: Fields<'_>, terms: &Terms, currency: Currency) -> Parsed<Adjustment> {
    let indicator = fields.part.first(&["ChargeIndicator"]).and_then(Element::trimmed);
    let kind = match indicator {
        Some("true" | "1") => AdjustmentKind::Charge,
        Some("false" | "0") => AdjustmentKind::Allowance,
        _ => {
            let written = excerpt(indicator.unwrap_or_default());
            return Err(UnreadableInvoice::NeitherAllowanceNorCharge { at: fields.spot(terms.amount), written });
        }
    };
    Ok(Adjustment {
        kind,
        amount: fields.need(terms.amount, fields.amount(terms.amount, &["Amount"], currency)?)?,
        base: fields.amount(terms.base, &["BaseAmount"], currency)?,
        percent: fields.number(terms.percent, &["MultiplierFactorNumeric"])?,
        reason: fields.text(terms.reason, &["AllowanceChargeReason"])?,
        reason_code: fields.text(terms.reason_code, &["AllowanceChargeReasonCode"])?,
        vat: fields.inside(&["TaxCategory"]).map(|fields| vat(fields, terms.category, terms.rate)).transpose()?,
    })
}

/// A category of VAT and its rate.
pub(super) fn vat(fields: Fields<'_>, category: &'static str, rate: &'static str) -> Parsed<Vat> {
    Ok(Vat { category: fields.need(category, fields.text(category, &["ID"])?)?, rate: fields.number(rate, &["Percent"])? })
}

fn price(fields: Fields<'_>, currency: Currency) -> Parsed<Price> {
    fields.once("BT-146", "Price")?;
    let Some(price) = fields.inside(&["Price"]) else {
        return Err(UnreadableInvoice::Missing { at: fields.spot("BT-146") });
    };
    Ok(Price {
        net: fields.need("BT-146", unit_price(price, "BT-146", &["PriceAmount"], currency)?)?,
        discount: unit_price(price, "BT-147", &["AllowanceCharge", "Amount"], currency)?,
        gross: unit_price(price, "BT-148", &["AllowanceCharge", "BaseAmount"], currency)?,
        base_quantity: price.number("BT-149", &["BaseQuantity"])?,
        base_unit: unit(price.part, "BaseQuantity"),
    })
}

/// A price may have more decimals than an amount, yet not another currency.
fn unit_price(price: Fields<'_>, term: &'static str, path: &[&str], currency: Currency) -> Parsed<Option<Exact>> {
    match price.part.first(path).and_then(|element| element.attribute("currencyID")) {
        Some(found) if found != currency.code() => {
            Err(UnreadableInvoice::OtherCurrency { at: price.spot(term), found: excerpt(found), currency })
        }
        _ => price.number(term, path),
    }
}
