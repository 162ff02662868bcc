//! The net of each line: quantity times price, rounded, with the line's own charges and allowances.

use super::{Addend, Cause, Finding, Part, Place, Rule, Verdict, Working, adjustments::addend};
use crate::{
    invoice::{Invoice, InvoiceLine},
    money::Money,
};
use rust_decimal::Decimal;

/// A finding for each line.
pub(super) fn nets(invoice: &Invoice) -> Vec<Finding> {
    invoice.lines.iter().enumerate().map(|(index, line)| net(index, line)).collect()
}

/// The net of a line before any rounding.
pub(super) fn exact_net(line: &InvoiceLine) -> Option<Decimal> {
    adjusted(line.exact_gross()?, line)
}

fn adjusted(gross: Decimal, line: &InvoiceLine) -> Option<Decimal> {
    let add = |sum: Decimal, addend: Addend| sum.checked_add(addend.signed().ok()?.to_decimal());
    line.adjustments.iter().map(addend).try_fold(gross, add)
}

fn net(index: usize, line: &InvoiceLine) -> Finding {
    let place = Place::Line { index, id: line.id.clone() };
    let currency = line.net.currency();
    let gross = line.exact_gross().and_then(|exact| Money::round_half_up(exact, currency).ok());
    let Some(gross) = gross else {
        return Finding::new(Rule::LineNet, place, line.net, None, untold(line));
    };
    let product = Part::Product {
        quantity: line.quantity.clone(),
        price: line.price.net.clone(),
        base_quantity: line.price.base_quantity.clone(),
    };
    let mut addends = vec![Addend::plus(gross, product)];
    addends.extend(line.adjustments.iter().map(addend));
    let finding = Finding::of_sum(Rule::LineNet, place, line.net, addends);
    // How many of one unit make another is not for us to say, unless the sender reckoned with as many of each.
    if line.other_units().is_some() && finding.verdict != Verdict::Agrees {
        return Finding::new(Rule::LineNet, finding.place, line.net, None, untold(line));
    }
    let reversed = finding.computed.and_then(|computed| computed.checked_neg().ok());
    let one = line.price.exact().and_then(|price| adjusted(price, line));
    let one = one.and_then(|exact| Money::round_half_up(exact, currency).ok());
    let cut = exact_net(line).and_then(|exact| Money::cut(exact, currency).ok());
    finding.explained_by([(Cause::SignReversed, reversed), (Cause::QuantityLeftOut, one), (Cause::CutOff, cut)])
}

/// Why nothing comes out.
fn untold(line: &InvoiceLine) -> Working {
    line.other_units().map_or(Working::Sum(vec![]), |(unit, (base_quantity, base_unit))| Working::OtherUnits {
        quantity: line.quantity.clone(),
        unit: unit.to_owned(),
        base_quantity: base_quantity.clone(),
        base_unit: base_unit.to_owned(),
    })
}
