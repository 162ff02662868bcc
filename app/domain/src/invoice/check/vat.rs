//! VAT by category and rate: what is taxed, and the tax on it.

use super::{
    Addend, Cause, Finding, Part, Place, Rule, Working,
    adjustments::{addend, exact_percentage},
};
use crate::{
    invoice::{Invoice, Vat, VatBreakdown},
    money::Money,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is taxed alike, by category and rate, in the first spelling of the rate.
type Groups<'i> = BTreeMap<(&'i str, Decimal), (&'i Vat, Vec<Addend>)>;

/// Base and tax of every row, and of every category and rate that is used but has no row.
pub(super) fn groups(invoice: &Invoice) -> Vec<Finding> {
    let mut groups = taxed(invoice);
    let mut untaxed = untaxed_bases(invoice);
    let mut findings = Vec::new();
    for row in &invoice.vat_breakdown {
        // A second row for the same group finds nothing left to tax; what is taxed belongs to one row only.
        let (_, addends) = groups.remove(&key(&row.vat)).unwrap_or((&row.vat, vec![]));
        let per_line = rounded_per_line(&addends, row);
        if row.vat.is_untaxed() {
            if let Some(stated) = untaxed.remove(row.vat.category.as_str()) {
                findings.push(base(&row.vat, stated, addends));
            }
        } else {
            findings.push(base(&row.vat, row.base, addends));
        }
        findings.push(tax(row, per_line));
    }
    let nothing = Money::zero(invoice.currency);
    findings.extend(groups.into_values().map(|(vat, addends)| base(vat, nothing, addends)));
    findings
}

/// 25 and 25.0 are one rate; without tax the category alone counts (BR-E-08 and its like name no rate).
fn key(vat: &Vat) -> (&str, Decimal) {
    (&vat.category, taxed_with(vat))
}

/// What is stated as the base of each category without tax. It may have several rows, one for each reason to be exempt,
/// and lines do not say to which of them they belong.
fn untaxed_bases(invoice: &Invoice) -> BTreeMap<&str, Money> {
    let mut bases = BTreeMap::new();
    for row in invoice.vat_breakdown.iter().filter(|row| row.vat.is_untaxed()) {
        let base = bases.entry(row.vat.category.as_str()).or_insert(Money::zero(invoice.currency));
        *base = base.checked_add(row.base).unwrap_or(row.base);
    }
    bases
}

fn taxed(invoice: &Invoice) -> Groups<'_> {
    let nets = invoice.lines.iter().map(|line| (&line.vat, Addend::plus(line.net, Part::Line(line.id.clone()))));
    let adjustments = invoice.adjustments.iter().filter_map(|adjustment| Some((adjustment.vat.as_ref()?, addend(adjustment))));
    let mut groups = Groups::new();
    for (vat, addend) in nets.chain(adjustments) {
        groups.entry(key(vat)).or_insert_with(|| (vat, vec![])).1.push(addend);
    }
    groups
}

fn base(vat: &Vat, stated: Money, addends: Vec<Addend>) -> Finding {
    Finding::of_sum(Rule::VatBase, Place::VatGroup(vat.clone()), stated, addends)
}

/// In per cent. A rate that is written beside a category without tax is a slip, and no reason to ask for tax.
fn taxed_with(vat: &Vat) -> Decimal {
    if vat.is_untaxed() { Decimal::ZERO } else { vat.percent() }
}

fn tax(row: &VatBreakdown, per_line: Option<Money>) -> Finding {
    let exact = exact_percentage(row.base, taxed_with(&row.vat));
    let computed = exact.and_then(|exact| Money::round_half_up(exact, row.base.currency()).ok());
    let stated = row.vat.rate.clone().filter(|rate| rate.value() == taxed_with(&row.vat));
    let working = Working::Percentage { base: row.base, percent: stated.or_else(|| Some(taxed_with(&row.vat).into())) };
    let cut = exact.and_then(|exact| Money::cut(exact, row.base.currency()).ok());
    Finding::new(Rule::VatAmount, Place::VatGroup(row.vat.clone()), row.tax, computed, working)
        .explained_by([(Cause::VatRoundedPerLine, per_line), (Cause::CutOff, cut)])
}

fn rounded_per_line(addends: &[Addend], row: &VatBreakdown) -> Option<Money> {
    let tax = |addend: &Addend| {
        let exact = exact_percentage(addend.signed().ok()?, taxed_with(&row.vat))?;
        Money::round_half_up(exact, row.base.currency()).ok()
    };
    let taxes: Vec<Money> = addends.iter().map(tax).collect::<Option<_>>()?;
    Money::sum(row.base.currency(), taxes).ok()
}
