//! How a Cross Industry Invoice is to be paid, its VAT by rate, its adjustments and its totals.

use super::{
    parties,
    value::{adjustment, amount, category, text},
};
use crate::format::{
    finvoice::value::{found, leaf, node, with_attribute},
    xml::Element,
};

/// The parts of the settlement, without the header's.
pub(super) fn settlement(part: &Element) -> Vec<Element> {
    let payee = part.first(&["PayeeTradeParty"]).map(parties::payee);
    let terms = part.all("SpecifiedTradePaymentTerms").find_map(|terms| text(terms, &["Description"], &["PaymentTerms", "Note"]));
    let adjustments = part.all("SpecifiedTradeAllowanceCharge").map(adjustment);
    let mut all: Vec<_> = payee.into_iter().chain(terms).chain(adjustments).collect();
    all.extend(means(part));
    all.extend(taxes(part));
    // Twice is refused by the reader of UBL, so each is passed on.
    all.extend(part.all("SpecifiedTradeSettlementHeaderMonetarySummation").map(totals));
    all
}

/// Each way in which it may be paid, with the one reference that the whole invoice has.
fn means(part: &Element) -> Vec<Element> {
    let reference = found(part, &["PaymentReference"]);
    let mandate = part.all("SpecifiedTradePaymentTerms").find_map(|terms| found(terms, &["DirectDebitMandateID"]));
    let each = part.all("SpecifiedTradeSettlementPaymentMeans").map(|means| one_means(means, reference, mandate));
    let each: Vec<_> = each.collect();
    if each.is_empty() {
        return reference.map(|reference| node("PaymentMeans", vec![leaf(&["PaymentID"], reference)])).into_iter().collect();
    }
    each
}

fn one_means(part: &Element, reference: Option<&str>, mandate: Option<&str>) -> Element {
    let account = part.first(&["PayeePartyCreditorFinancialAccount"]);
    let number = account.and_then(|account| found(account, &["IBANID"]).or_else(|| found(account, &["ProprietaryID"])));
    let bank = found(part, &["PayeeSpecifiedCreditorFinancialInstitution", "BICID"]);
    let own = [
        number.map(|number| leaf(&["ID"], number)),
        account.and_then(|account| text(account, &["AccountName"], &["Name"])),
        bank.map(|bank| leaf(&["FinancialInstitutionBranch", "ID"], bank)),
    ];
    let own: Vec<_> = own.into_iter().flatten().collect();
    let debited = found(part, &["PayerPartyDebtorFinancialAccount", "IBANID"]);
    let code = found(part, &["TypeCode"]);
    let mandate = mandate.filter(|_| debited.is_some() || matches!(code, Some("49" | "59")));
    let debit =
        [mandate.map(|mandate| leaf(&["ID"], mandate)), debited.map(|debited| leaf(&["PayerFinancialAccount", "ID"], debited))];
    let debit: Vec<_> = debit.into_iter().flatten().collect();
    let label = found(part, &["Information"]).map(|label| ("name", label));
    let parts = [
        code.map(|code| with_attribute(&["PaymentMeansCode"], code, label)),
        reference.map(|reference| leaf(&["PaymentID"], reference)),
        (!own.is_empty()).then(|| node("PayeeFinancialAccount", own)),
        (!debit.is_empty()).then(|| node("PaymentMandate", debit)),
    ];
    node("PaymentMeans", parts.into_iter().flatten().collect())
}

/// VAT in the invoice's currency with its rows, and its sum in that of the seller's accounts.
fn taxes(part: &Element) -> Vec<Element> {
    let (currency, accounting) = (found(part, &["InvoiceCurrencyCode"]), found(part, &["TaxCurrencyCode"]));
    let is_accounting = |total: &Element| {
        let stated = total.attribute("currencyID");
        stated.is_some() && stated == accounting && stated != currency
    };
    let rows = part.all("ApplicableTradeTax").map(|tax| {
        let parts = [
            amount(tax, &["BasisAmount"], &["TaxableAmount"]),
            amount(tax, &["CalculatedAmount"], &["TaxAmount"]),
            Some(category(tax, "TaxCategory")),
        ];
        node("TaxSubtotal", parts.into_iter().flatten().collect())
    });
    let mut rows: Vec<_> = rows.collect();
    let stated: Vec<_> =
        part.all("SpecifiedTradeSettlementHeaderMonetarySummation").flat_map(|totals| totals.all("TaxTotalAmount")).collect();
    let mut totals = Vec::new();
    for total in stated {
        let sum = amount(total, &[], &["TaxAmount"]);
        let with = if is_accounting(total) { Vec::new() } else { std::mem::take(&mut rows) };
        totals.push(node("TaxTotal", sum.into_iter().chain(with).collect()));
    }
    if !rows.is_empty() {
        totals.push(node("TaxTotal", rows));
    }
    totals
}

fn totals(part: &Element) -> Element {
    let names = [
        ("LineTotalAmount", "LineExtensionAmount"),
        ("AllowanceTotalAmount", "AllowanceTotalAmount"),
        ("ChargeTotalAmount", "ChargeTotalAmount"),
        ("TaxBasisTotalAmount", "TaxExclusiveAmount"),
        ("GrandTotalAmount", "TaxInclusiveAmount"),
        ("TotalPrepaidAmount", "PrepaidAmount"),
        ("RoundingAmount", "PayableRoundingAmount"),
        ("DuePayableAmount", "PayableAmount"),
    ];
    // Stated twice with other values is refused by the reader of UBL, so each is passed on.
    let each = names.into_iter().flat_map(|(from, to)| part.all(from).filter_map(move |stated| amount(stated, &[], &[to])));
    node("LegalMonetaryTotal", each.collect())
}
