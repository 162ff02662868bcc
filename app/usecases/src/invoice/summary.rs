//! What a customer pays for, in short, for its plan page.

use coplan_domain::money::Money;
use coplan_store::{
    invoice::{InvoiceBrief, LineSums, OpenSum},
    plan::PlanMoney,
};

/// How many shares an invoice is split into at most, VAT and the rest among them.
pub(crate) const SHARES: usize = 5;

/// What a customer pays for, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MoneyInShort {
    /// The newest invoice.
    pub last: Option<InvoiceBrief>,
    /// What it is made of, as it states it: the largest lines by name, the rest, VAT. Empty where there is no invoice.
    pub split: Vec<Share>,
    /// What is open, by currency; the currency of the newest invoice first.
    pub open: Vec<OpenSum>,
}

/// A part of an invoice's total with VAT.
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
}

/// What the plan page says of money.
pub(crate) fn in_short(money: PlanMoney) -> MoneyInShort {
    let Some((last, sums)) = money.last else { return MoneyInShort::default() };
    MoneyInShort { last: Some(last), split: sums.map(split).unwrap_or_default(), open: money.open }
}

fn split(sums: LineSums) -> Vec<Share> {
    let currency = sums.with_vat.currency();
    let rest_after = |count: usize| {
        let shown = sums.lines.iter().take(count).map(|(_, net)| *net).chain([sums.vat]);
        Money::sum(currency, shown).and_then(|shown| sums.with_vat.checked_sub(shown)).unwrap_or(Money::zero(currency))
    };
    let (count, rest) = match rest_after(SHARES - 1) {
        rest if rest.is_zero() => (SHARES - 1, None),
        _ => (SHARES - 2, Some(rest_after(SHARES - 2))),
    };
    let lines = sums.lines.into_iter().take(count).map(|(name, amount)| Share { of: ShareOf::Line(name), amount });
    let rest = rest.map(|amount| Share { of: ShareOf::Rest, amount });
    lines.chain(rest).chain([Share { of: ShareOf::Vat, amount: sums.vat }]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::money::Currency;

    fn sums(nets: &[i64], vat: i64, with_vat: i64) -> LineSums {
        let money = |minor| Money::from_minor(minor, Currency::EUR);
        let lines = nets.iter().enumerate().map(|(place, net)| (format!("Line {place}"), money(*net))).collect();
        LineSums { lines, vat: money(vat), with_vat: money(with_vat) }
    }

    fn shares(sums: LineSums) -> Vec<(ShareOf, i64)> {
        split(sums).into_iter().map(|share| (share.of, share.amount.minor())).collect()
    }

    #[test]
    fn a_short_invoice_is_its_lines_and_vat() {
        let line = |place: u8| ShareOf::Line(format!("Line {place}"));
        let expected = [(line(0), 500), (line(1), 300), (ShareOf::Vat, 204)];
        assert_eq!(shares(sums(&[500, 300], 204, 1004)), expected);
    }

    #[test]
    fn whatever_an_invoice_is_made_of_its_shares_add_up_to_it() {
        for (nets, vat, with_vat) in [
            (vec![5, 4, 3, 2, 1], 3, 18),
            (vec![5, 4, 3, 2], 3, 12),
            (vec![5], 0, 5),
            (vec![9, -4], 1, 6),
            (vec![-9, -4, -1], -3, -17),
        ] {
            let shares = shares(sums(&nets, vat, with_vat));
            assert!(shares.len() <= SHARES, "{shares:?}");
            assert_eq!(shares.iter().map(|(_, amount)| amount).sum::<i64>(), with_vat, "{shares:?}");
        }
    }
}
