//! What a customer pays for, in short, for its plan page.

use coplan_domain::money::Money;
use coplan_store::{
    invoice::{InvoiceBrief, LineSums, OpenSum, ToPay},
    plan::PlanMoney,
};

/// How many shares an invoice's total with VAT is split into at most, VAT and the rest among them.
pub(crate) const SHARES: usize = 5;

/// What a customer pays for, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MoneyInShort {
    /// The newest invoice.
    pub last: Option<InvoiceBrief>,
    /// What it is made of, as it states it: the largest lines by name, the rest, VAT, what was paid before, rounding.
    /// Together they are what it asks for. Empty where there is no invoice.
    pub split: Vec<Share>,
    /// What is open, by currency; the currency of the newest invoice first.
    pub open: Vec<OpenSum>,
    /// Whether every sum of the newest invoice agreed to the cent when it was imported.
    pub agrees: bool,
    /// The newest invoice of which something is to be paid.
    pub to_pay: Option<ToPay>,
}

/// A part of what an invoice asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What it is.
    pub of: ShareOf,
    /// How much; may be negative, such as a rest of allowances, and each part of what gives back.
    pub amount: Money,
}

/// What a part of an invoice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareOf {
    /// The lines of this name.
    Line(String),
    /// Everything that stands for itself nowhere else.
    Rest,
    /// Value added tax.
    Vat,
    /// What was paid before the invoice, which lowers it.
    Prepaid,
    /// What the total was rounded by.
    Rounding,
}

/// What the plan page says of money.
pub(crate) fn in_short(money: PlanMoney) -> MoneyInShort {
    let Some((last, sums)) = money.last else { return MoneyInShort::default() };
    let agrees = sums.as_ref().is_some_and(|sums| sums.agrees);
    MoneyInShort { last: Some(last), split: sums.map(split).unwrap_or_default(), open: money.open, agrees, to_pay: money.to_pay }
}

fn split(sums: LineSums) -> Vec<Share> {
    let currency = sums.owed.currency();
    let rest_after = |count: usize| {
        let shown = sums.lines.iter().take(count).map(|(_, net)| *net).chain([sums.vat, sums.prepaid, sums.rounding]);
        Money::sum(currency, shown).and_then(|shown| sums.owed.checked_sub(shown)).unwrap_or(Money::zero(currency))
    };
    let (count, rest) = match rest_after(SHARES - 1) {
        rest if rest.is_zero() => (SHARES - 1, None),
        _ => (SHARES - 2, Some(rest_after(SHARES - 2))),
    };
    let lines = sums.lines.into_iter().take(count).map(|(name, amount)| Share { of: ShareOf::Line(name), amount });
    let rest = rest.map(|amount| Share { of: ShareOf::Rest, amount });
    let vat = Share { of: ShareOf::Vat, amount: sums.vat };
    let after = [(ShareOf::Prepaid, sums.prepaid), (ShareOf::Rounding, sums.rounding)];
    let after = after.into_iter().filter(|(_, amount)| !amount.is_zero()).map(|(of, amount)| Share { of, amount });
    lines.chain(rest).chain([vat]).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::money::Currency;
    use proptest::prelude::*;

    fn sums(nets: &[i64], vat: i64, (prepaid, rounding): (i64, i64), owed: i64) -> LineSums {
        let money = |minor| Money::from_minor(minor, Currency::EUR);
        let lines = nets.iter().enumerate().map(|(place, net)| (format!("Line {place}"), money(*net))).collect();
        LineSums { lines, vat: money(vat), prepaid: money(prepaid), rounding: money(rounding), owed: money(owed), agrees: true }
    }

    fn shares(sums: LineSums) -> Vec<(ShareOf, i64)> {
        split(sums).into_iter().map(|share| (share.of, share.amount.minor())).collect()
    }

    #[test]
    fn a_short_invoice_is_its_lines_and_vat() {
        let line = |place: u8| ShareOf::Line(format!("Line {place}"));
        let expected = [(line(0), 500), (line(1), 300), (ShareOf::Vat, 204)];
        assert_eq!(shares(sums(&[500, 300], 204, (0, 0), 1004)), expected);
    }

    #[test]
    fn what_was_paid_before_and_rounding_are_told() {
        let expected =
            [(ShareOf::Line("Line 0".to_owned()), 500), (ShareOf::Vat, 128), (ShareOf::Prepaid, -300), (ShareOf::Rounding, 2)];
        assert_eq!(shares(sums(&[500], 128, (-300, 2), 330)), expected);
    }

    proptest! {
        #[test]
        fn whatever_an_invoice_is_made_of_its_shares_add_up_to_it(
            nets in prop::collection::vec(-1000_i64..1000, 1..8),
            vat in -500_i64..500,
            after in (-500_i64..500, -500_i64..500),
            off in -2_i64..3,
        ) {
            let owed = nets.iter().sum::<i64>() + vat + after.0 + after.1 + off;
            let shares = shares(sums(&nets, vat, after, owed));
            let of_the_total = shares.iter().filter(|(of, _)| !matches!(of, ShareOf::Prepaid | ShareOf::Rounding));
            prop_assert!(of_the_total.count() <= SHARES, "{shares:?}");
            prop_assert_eq!(shares.iter().map(|(_, amount)| amount).sum::<i64>(), owed, "{:?}", shares);
        }
    }
}
