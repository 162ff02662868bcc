//! The totals of the document: sums of what stands above them.

use super::{Addend, Cause, Finding, Part, Place, Rule, adjustments::addend, lines::exact_net};
use crate::{
    invoice::{AdjustmentKind, Invoice},
    money::Money,
};
use rust_decimal::Decimal;

/// BT-106 to BT-109.
pub(super) fn before_vat(invoice: &Invoice) -> Vec<Finding> {
    let totals = &invoice.totals;
    let nets = invoice.lines.iter().map(|line| Addend::plus(line.net, Part::Line(line.id.clone())));
    let without_vat = vec![
        Addend::plus(totals.lines, Part::Total("BT-106")),
        Addend::minus(totals.allowances, Part::Total("BT-107")),
        Addend::plus(totals.charges, Part::Total("BT-108")),
    ];
    vec![
        sum(Rule::LinesTotal, totals.lines, nets.collect())
            .explained_by([(Cause::LinesAddedUnrounded, added_unrounded(invoice))]),
        sum(Rule::AllowancesTotal, totals.allowances, of_kind(invoice, AdjustmentKind::Allowance)),
        sum(Rule::ChargesTotal, totals.charges, of_kind(invoice, AdjustmentKind::Charge)),
        sum(Rule::TotalWithoutVat, totals.without_vat, without_vat),
    ]
}

/// BT-110, BT-112 and BT-115.
pub(super) fn with_vat(invoice: &Invoice) -> Vec<Finding> {
    let totals = &invoice.totals;
    let taxes = invoice.vat_breakdown.iter().map(|row| Addend::plus(row.tax, Part::Vat(row.vat.clone())));
    let with_vat = vec![Addend::plus(totals.without_vat, Part::Total("BT-109")), Addend::plus(totals.vat, Part::Total("BT-110"))];
    let payable = vec![
        Addend::plus(totals.with_vat, Part::Total("BT-112")),
        Addend::minus(totals.prepaid, Part::Total("BT-113")),
        Addend::plus(totals.rounding, Part::Total("BT-114")),
    ];
    vec![
        sum(Rule::VatTotal, totals.vat, taxes.collect()),
        sum(Rule::TotalWithVat, totals.with_vat, with_vat),
        sum(Rule::Payable, totals.payable, payable),
    ]
}

fn sum(rule: Rule, stated: Money, addends: Vec<Addend>) -> Finding {
    Finding::of_sum(rule, Place::Document, stated, addends)
}

/// A total of allowances is itself positive: here they are added, not taken away.
fn of_kind(invoice: &Invoice, kind: AdjustmentKind) -> Vec<Addend> {
    let chosen = invoice.adjustments.iter().filter(|adjustment| adjustment.kind == kind);
    chosen.map(|adjustment| Addend::plus(adjustment.amount, addend(adjustment).part)).collect()
}

fn added_unrounded(invoice: &Invoice) -> Option<Money> {
    let add = |sum: Decimal, line| sum.checked_add(exact_net(line)?);
    let exact = invoice.lines.iter().try_fold(Decimal::ZERO, add)?;
    Money::round_half_up(exact, invoice.currency).ok()
}
