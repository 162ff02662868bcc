//! What is settled together with a UBL invoice: collected for others (BG-DEX-09 of `XRechnung`), or withheld as tax.

use super::fields::Fields;
use crate::{
    format::UnreadableInvoice,
    invoice::{Settlement, SettlementKind, Totals},
    money::{Currency, Money},
};

type Parsed<T> = Result<T, UnreadableInvoice>;

/// Everything that is, in its order. An amount in another currency changes nothing in this one and is passed over.
pub(super) fn list(fields: Fields<'_>, totals: &Totals) -> Parsed<Vec<Settlement>> {
    let currency = totals.payable.currency();
    let mut all = third_party(fields, currency)?;
    let paid = Money::sum(currency, all.iter().map(|settlement| settlement.amount));
    if paid == Ok(totals.prepaid) {
        // UBL itself has the same element for the parts of what was paid before (BT-113).
        all.clear();
    }
    all.extend(withheld(fields, currency)?);
    Ok(all)
}

fn third_party(fields: Fields<'_>, currency: Currency) -> Parsed<Vec<Settlement>> {
    let one = |part: Fields<'_>| {
        let Some(amount) = own(part.amount("BT-DEX-002", &["PaidAmount"], currency))? else { return Ok(None) };
        let (kind, about) = (part.text("BT-DEX-001", &["ID"])?, part.text("BT-DEX-003", &["InstructionID"])?);
        let label = [kind, about].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Ok(Some(Settlement {
            kind: SettlementKind::ThirdParty,
            label: Some(label).filter(|label| !label.is_empty()),
            base: None,
            percent: None,
            amount,
        }))
    };
    fields.each("PrepaidPayment").map(one).filter_map(Result::transpose).collect()
}

fn withheld(fields: Fields<'_>, currency: Currency) -> Parsed<Vec<Settlement>> {
    let one = |total: Fields<'_>| {
        let term = "WithholdingTaxTotal";
        let Some(amount) = own(total.amount(term, &["TaxAmount"], currency))? else { return Ok(None) };
        let row = total.inside(&["TaxSubtotal"]).filter(|_| total.each("TaxSubtotal").nth(1).is_none());
        let category = row.and_then(|row| row.inside(&["TaxCategory"]));
        let text = |path: &[&str]| category.map_or(Ok(None), |category| category.text(term, path));
        Ok(Some(Settlement {
            kind: SettlementKind::Withheld,
            label: text(&["TaxScheme", "Name"])?.map_or_else(|| text(&["TaxScheme", "ID"]), |name| Ok(Some(name)))?,
            base: row.map_or(Ok(None), |row| own(row.amount(term, &["TaxableAmount"], currency)))?,
            percent: category.map_or(Ok(None), |category| category.number(term, &["Percent"]))?,
            amount,
        }))
    };
    fields.each("WithholdingTaxTotal").map(one).filter_map(Result::transpose).collect()
}

/// None for an amount in another currency.
fn own(read: Parsed<Option<Money>>) -> Parsed<Option<Money>> {
    match read {
        Err(UnreadableInvoice::OtherCurrency { .. }) => Ok(None),
        read => read,
    }
}
