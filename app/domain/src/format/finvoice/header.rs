//! The header, discounts and charges, VAT and totals.

use super::value::{Source, date, found, leaf, node, number, pointed, text};
use crate::{
    exact::Exact,
    format::{ubl::Form, xml::Element},
};
use rust_decimal::Decimal;

/// The code of UNTDID 1001, from Finvoice's own where there is none.
pub(super) fn code(details: Option<&Element>) -> String {
    let stated = |name: &str| details.and_then(|details| found(details, &[name]));
    let own = || match stated("InvoiceTypeCode")? {
        "INV02" => Some("381"),
        "INV06" => Some("325"),
        _ => Some("380"),
    };
    stated("InvoiceTypeCodeUN").or_else(own).unwrap_or_default().to_owned()
}

/// Whether its total is negative.
pub(super) fn is_negative(details: Option<&Element>) -> bool {
    let total = details.and_then(|details| found(details, &["InvoiceTotalVatIncludedAmount"]));
    total.is_some_and(|total| total.starts_with('-'))
}

/// Everything before the parties.
pub(super) fn header(source: &Source, document: &Element, code: &str) -> Vec<Element> {
    let Some(details) = document.first(&["InvoiceDetails"]) else { return Vec::new() };
    let kind = match source.form {
        Form::Invoice => "InvoiceTypeCode",
        Form::CreditNote => "CreditNoteTypeCode",
    };
    let currency =
        details.first(&["InvoiceTotalVatIncludedAmount"]).and_then(|total| total.attribute("AmountCurrencyIdentifier"));
    let project = match source.form {
        Form::Invoice => text(details, &["ProjectReferenceIdentifier"], &["ProjectReference", "ID"]),
        Form::CreditNote => found(details, &["ProjectReferenceIdentifier"])
            .map(|project| node("AdditionalDocumentReference", vec![leaf(&["ID"], project), leaf(&["DocumentTypeCode"], "50")])),
    };
    let period =
        [date(details, &["InvoicingPeriodStartDate"], &["StartDate"]), date(details, &["InvoicingPeriodEndDate"], &["EndDate"])];
    let order = text(details, &["OrderIdentifier"], &["OrderReference", "ID"]);
    let single = [
        text(details, &["InvoiceNumber"], &["ID"]),
        date(details, &["InvoiceDate"], &["IssueDate"]),
        (!code.is_empty()).then(|| leaf(&[kind], code)),
        currency.map(|currency| leaf(&["DocumentCurrencyCode"], currency)),
        text(details, &["BuyerReferenceIdentifier"], &["BuyerReference"]),
        order,
        text(details, &["AgreementIdentifier"], &["ContractDocumentReference", "ID"]),
        project,
        Some(node("InvoicePeriod", period.into_iter().flatten().collect())),
        preceding(details, "OriginalInvoiceNumber", "OriginalInvoiceDate"),
    ];
    let others = details.all("OriginalInvoiceReference").filter_map(|one| preceding(one, "InvoiceNumber", "InvoiceDate"));
    let notes = details.all("InvoiceFreeText").filter_map(Element::trimmed).map(|note| leaf(&["Note"], note));
    single.into_iter().flatten().chain(others).chain(notes).collect()
}

fn preceding(part: &Element, number: &str, day: &str) -> Option<Element> {
    let number = text(part, &[number], &["ID"])?;
    let children = [Some(number), date(part, &[day], &["IssueDate"])].into_iter().flatten().collect();
    Some(node("BillingReference", vec![node("InvoiceDocumentReference", children)]))
}

/// Discounts and charges on the whole invoice, VAT by rate, and the totals.
pub(super) fn totals(source: &Source, document: &Element) -> Vec<Element> {
    let Some(details) = document.first(&["InvoiceDetails"]) else { return Vec::new() };
    let discounts = details.all("DiscountDetails").map(|part| adjustment(source, part, ("false", "FreeText")));
    let charges = details.all("ChargeDetails").map(|part| adjustment(source, part, ("true", "ReasonText")));
    let rows = details.all("VatSpecificationDetails").map(|row| {
        let children = [
            source.amount(row, &["VatBaseAmount"], &["TaxableAmount"]),
            source.amount(row, &["VatRateAmount"], &["TaxAmount"]),
            Some(category(row, "TaxCategory", "VatCode", "VatRatePercent")),
        ];
        node("TaxSubtotal", children.into_iter().flatten().collect())
    });
    let tax = source.amount(details, &["InvoiceTotalVatAmount"], &["TaxAmount"]);
    let tax = node("TaxTotal", tax.into_iter().chain(rows).collect());
    let amount = |from: &str, to: &str| source.amount(details, &[from], &[to]);
    let without_vat = "InvoiceTotalVatExcludedAmount";
    let sums = [
        amount("RowsTotalVatExcludedAmount", "LineExtensionAmount").or_else(|| amount(without_vat, "LineExtensionAmount")),
        amount("DiscountsTotalVatExcludedAmount", "AllowanceTotalAmount"),
        amount("ChargesTotalVatExcludedAmount", "ChargeTotalAmount"),
        amount(without_vat, "TaxExclusiveAmount"),
        amount("InvoiceTotalVatIncludedAmount", "TaxInclusiveAmount"),
        amount("InvoicePaidAmount", "PrepaidAmount"),
        amount("InvoiceTotalRoundoffAmount", "PayableRoundingAmount"),
        payable(source, document, details),
    ];
    let sums = node("LegalMonetaryTotal", sums.into_iter().flatten().collect());
    discounts.chain(charges).chain([tax, sums]).collect()
}

/// What the bank is told to pay; where it is told nothing, or a credit note must not tell it, the total less what was paid.
fn payable(source: &Source, document: &Element, details: &Element) -> Option<Element> {
    let told = document.first(&["EpiDetails", "EpiPaymentInstructionDetails"]);
    if source.form == Form::Invoice
        && let Some(told) = told.and_then(|told| source.amount(told, &["EpiInstructedAmount"], &["PayableAmount"]))
    {
        return Some(told);
    }
    let value = |name: &str| match found(details, &[name]) {
        Some(written) => source.signed(written).parse::<Exact>().ok().map(|exact| exact.value()),
        None => Some(Decimal::ZERO),
    };
    let total = value("InvoiceTotalVatIncludedAmount")?.checked_sub(value("InvoicePaidAmount")?)?;
    Some(leaf(&["PayableAmount"], &total.checked_add(value("InvoiceTotalRoundoffAmount")?)?.to_string()))
}

/// A discount or a charge.
pub(super) fn adjustment(source: &Source, part: &Element, (is_charge, reason): (&str, &str)) -> Element {
    let vat = part.first(&["VatRatePercent"]).map(|_| category(part, "TaxCategory", "VatCategoryCode", "VatRatePercent"));
    let children = [
        Some(leaf(&["ChargeIndicator"], is_charge)),
        text(part, &["ReasonCode"], &["AllowanceChargeReasonCode"]),
        text(part, &[reason], &["AllowanceChargeReason"]),
        number(part, &["Percent"], &["MultiplierFactorNumeric"]),
        source.amount(part, &["Amount"], &["Amount"]),
        source.amount(part, &["BaseAmount"], &["BaseAmount"]),
        vat,
    ];
    node("AllowanceCharge", children.into_iter().flatten().collect())
}

/// A category of VAT with its rate. Versions before 3.0 need no category: a rate is the standard one, none is zero.
pub(super) fn category(part: &Element, name: &str, code: &str, rate: &str) -> Element {
    let percent = found(part, &[rate]).map(pointed);
    let is_zero = percent.as_deref().is_none_or(|rate| rate.bytes().all(|byte| matches!(byte, b'0' | b'.')));
    let code = found(part, &[code]).unwrap_or(if is_zero { "Z" } else { "S" });
    let children = [
        Some(leaf(&["ID"], code)),
        percent.map(|percent| leaf(&["Percent"], &percent)),
        text(part, &["VatFreeText"], &["TaxExemptionReason"]),
        text(part, &["VatExemptionReasonCode"], &["TaxExemptionReasonCode"]),
    ];
    node(name, children.into_iter().flatten().collect())
}
