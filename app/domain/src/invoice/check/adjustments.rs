//! Allowances and charges that state a percentage and what it is of, and how any of them enters a sum.

use super::{Addend, Finding, Part, Place, Rule, Working};
use crate::{
    invoice::{Adjustment, AdjustmentKind, Invoice},
    money::Money,
};
use rust_decimal::Decimal;

/// Those of the lines.
pub(super) fn on_lines(invoice: &Invoice) -> Vec<Finding> {
    let lines = invoice.lines.iter().enumerate();
    lines.flat_map(|(index, line)| percentages(&line.adjustments, Some((index, line.id.as_str())))).collect()
}

/// Those of the invoice as a whole.
pub(super) fn on_document(invoice: &Invoice) -> Vec<Finding> {
    percentages(&invoice.adjustments, None)
}

/// An allowance is taken away, a charge is added.
pub(super) fn addend(adjustment: &Adjustment) -> Addend {
    let reason = adjustment.reason.clone().or_else(|| adjustment.reason_code.clone());
    match adjustment.kind {
        AdjustmentKind::Allowance => Addend::minus(adjustment.amount, Part::Allowance(reason)),
        AdjustmentKind::Charge => Addend::plus(adjustment.amount, Part::Charge(reason)),
    }
}

/// A percentage of an amount, unrounded.
pub(super) fn exact_percentage(base: Money, percent: Decimal) -> Option<Decimal> {
    base.to_decimal().checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)
}

fn percentages(adjustments: &[Adjustment], line: Option<(usize, &str)>) -> Vec<Finding> {
    let finding = |(index, adjustment): (usize, &Adjustment)| {
        let (base, percent) = (adjustment.base?, adjustment.percent.clone()?);
        let place = Place::Adjustment { line: line.map(|(index, id)| (index, id.to_owned())), index };
        let exact = exact_percentage(base, percent.value());
        let computed = exact.and_then(|exact| Money::round_half_up(exact, base.currency()).ok());
        let working = Working::Percentage { base, percent: Some(percent) };
        Some(Finding::new(Rule::AdjustmentAmount, place, adjustment.amount, computed, working))
    };
    adjustments.iter().enumerate().filter_map(finding).collect()
}
