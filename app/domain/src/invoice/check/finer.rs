//! Amounts that are written finer than their currency is counted, and what rounding them does to sums.

use super::{Finding, Place, Rule, Verdict, Working};
use crate::invoice::Invoice;
use rust_decimal::{Decimal, RoundingStrategy};

/// A finding for each.
pub(super) fn amounts(invoice: &Invoice) -> Vec<Finding> {
    let one = |finer: &crate::invoice::FinerAmount| {
        let place = Place::Amount { term: finer.term.clone(), line: finer.line.clone() };
        let working = Working::AsWritten(finer.written.clone());
        let finding = Finding::new(Rule::Decimals, place, finer.rounded, Some(finer.rounded), working);
        Finding { verdict: Verdict::WithinTolerance, ..finding }
    };
    invoice.finer.iter().map(one).collect()
}

/// What was lost by rounding such amounts is no wrong sum.
pub(super) fn allow_for(invoice: &Invoice, findings: &mut [Finding]) {
    let lost = invoice.finer.iter().try_fold(Decimal::ZERO, |sum, finer| sum.checked_add(finer.lost()));
    let most = lost.map(|lost| lost.round_dp_with_strategy(invoice.currency.decimals(), RoundingStrategy::AwayFromZero));
    for finding in findings {
        let off = finding.difference().map(|difference| difference.to_decimal().abs());
        if finding.verdict == Verdict::Differs && finding.rule != Rule::CreditSign && off <= most {
            finding.verdict = Verdict::WithinTolerance;
        }
    }
}
