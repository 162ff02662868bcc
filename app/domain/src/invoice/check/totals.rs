//! The totals of the document: sums of what stands above them.

use super::{Addend, Cause, Finding, Part, Place, Rule, Verdict, Working, adjustments::addend, lines::exact_net};
use crate::{
    invoice::{AdjustmentKind, Invoice, SettlementKind},
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
    vec![sum(Rule::VatTotal, totals.vat, taxes.collect()), sum(Rule::TotalWithVat, totals.with_vat, with_vat), payable(invoice)]
}

/// BT-115. What is settled together with the invoice counts where the stated sum counts it: some senders only mention
/// it, and their sum is right without it.
fn payable(invoice: &Invoice) -> Finding {
    let totals = &invoice.totals;
    let with = |counts: fn(SettlementKind) -> bool| {
        let mut addends = vec![
            Addend::plus(totals.with_vat, Part::Total("BT-112")),
            Addend::minus(totals.prepaid, Part::Total("BT-113")),
            Addend::plus(totals.rounding, Part::Total("BT-114")),
        ];
        let counted = invoice.settlements.iter().filter(|settlement| counts(settlement.kind));
        addends.extend(counted.map(|settlement| {
            let part = Part::Settlement(settlement.label.clone());
            match settlement.kind {
                SettlementKind::ThirdParty => Addend::plus(settlement.amount, part),
                SettlementKind::Withheld => Addend::minus(settlement.amount, part),
            }
        }));
        sum(Rule::Payable, totals.payable, addends)
    };
    let all = with(|_| true);
    if all.verdict == Verdict::Agrees || invoice.settlements.is_empty() {
        return all;
    }
    let fewer: [fn(SettlementKind) -> bool; 3] =
        [|kind| kind == SettlementKind::ThirdParty, |kind| kind == SettlementKind::Withheld, |_| false];
    fewer.into_iter().map(with).find(|finding| finding.verdict == Verdict::Agrees).unwrap_or(all)
}

/// A credit note states what it gives back as positive; one that is negative contradicts its own kind.
pub(super) fn credit_sign(invoice: &Invoice) -> Option<Finding> {
    let stated = invoice.totals.with_vat;
    let positive = stated.checked_neg().ok();
    invoice.is_negative_credit().then(|| {
        Finding::new(Rule::CreditSign, Place::Document, stated, positive, Working::Sum(vec![]))
            .explained_by([(Cause::SignReversed, Some(stated))])
    })
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
