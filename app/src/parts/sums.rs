//! Sums, prices, rates and units of an invoice in the reader's way, and the sum behind a sum.

use crate::{say, words::Words};
use coplan_domain::{
    exact::Exact,
    invoice::{
        InvoiceKind, Vat,
        check::{Addend, Part, Sign, Working},
    },
    money::{Currency, Money},
    person::Side,
};
use coplan_usecases::invoice::{InvoiceView, OpenSum};

/// How many amounts of one sum are written out at most.
const WRITTEN_OUT: usize = 30;

/// A sum with its currency.
#[must_use]
pub fn sum(words: &Words, money: Money) -> String {
    words.money(money.minor(), money.currency().decimals(), money.currency().code())
}

/// A sum in the customer's favour, to one of its own people or to one of the supplier's.
#[must_use]
pub fn in_favour(words: &Words, reader: Side, sum: String) -> String {
    match reader {
        Side::Customer => say!(words, "money-in-favour", sum = sum),
        Side::Supplier => say!(words, "money-in-favour-staff", sum = sum),
    }
}

/// That a document gives back.
#[must_use]
pub fn gives_back(words: &Words, reader: Side) -> String {
    match reader {
        Side::Customer => say!(words, "invoice-gives-back"),
        Side::Supplier => say!(words, "invoice-gives-back-staff"),
    }
}

/// Whose person reads an invoice.
#[must_use]
pub fn reader(view: &InvoiceView) -> Side {
    if view.internal.is_some() { Side::Supplier } else { Side::Customer }
}

/// What is left of an invoice. Where more was paid than it asks for, that is in the customer's favour.
#[must_use]
pub fn left(words: &Words, view: &InvoiceView) -> String {
    match view.open.checked_neg() {
        Ok(favour) if view.owed.minor() > 0 && view.open.minor() < 0 => in_favour(words, reader(view), sum(words, favour)),
        _ => say!(words, "invoice-still-open", sum = sum(words, view.open)),
    }
}

/// Why nothing is to be paid of a document that states a sum.
#[must_use]
pub fn not_for_payment(words: &Words, kind: &InvoiceKind) -> String {
    if kind.is_informative() { say!(words, "invoice-not-for-payment") } else { say!(words, "invoice-replaced") }
}

/// What to say where no sum is open: that everything is paid, or that what is open cancels out.
#[must_use]
pub fn nothing(words: &Words, open: &[OpenSum]) -> String {
    words.say(if open.iter().any(|open| open.any_open) { "invoices-cancel-out" } else { "invoices-nothing-open" })
}

/// A sum without its currency, for a line that says it elsewhere.
#[must_use]
pub fn bare(words: &Words, money: Money) -> String {
    words.decimal(&money.to_decimal().to_string())
}

/// A number with the digits it was written with.
#[must_use]
pub fn number(words: &Words, exact: &Exact) -> String {
    let written = exact.as_written().trim_start_matches('+');
    let (sign, rest) = written.strip_prefix('-').map_or(("", written), |rest| ("-", rest));
    let rest = rest.trim_end_matches('.');
    words.decimal(&if rest.starts_with('.') { format!("{sign}0{rest}") } else { format!("{sign}{rest}") })
}

/// A price, with the decimals of its currency at least; it may be finer.
#[must_use]
pub fn price(words: &Words, exact: &Exact, currency: Currency) -> String {
    let written = match Money::from_decimal(exact.value(), currency) {
        Ok(money) if exact.value().scale() <= currency.decimals() => bare(words, money),
        Ok(_) | Err(_) => number(words, exact),
    };
    words.with_currency(&written, currency.code())
}

/// A percentage.
#[must_use]
pub fn percent(words: &Words, exact: &Exact) -> String {
    words.percent(&number(words, exact))
}

/// A rate of VAT, or why there is none.
#[must_use]
pub fn vat(words: &Words, vat: &Vat) -> String {
    let why = match vat.category.as_str() {
        "S" => None,
        "Z" => Some(say!(words, "vat-zero")),
        "E" => Some(say!(words, "vat-exempt")),
        "AE" => Some(say!(words, "vat-reverse-charge")),
        "K" => Some(say!(words, "vat-within-eu")),
        "G" => Some(say!(words, "vat-export")),
        "O" => Some(say!(words, "vat-outside")),
        "B" => Some(say!(words, "vat-split-payment")),
        "L" => Some(say!(words, "vat-canary-islands")),
        "M" => Some(say!(words, "vat-ceuta-melilla")),
        other => Some(other.to_owned()),
    };
    match (&vat.rate, why) {
        (Some(rate), None) => percent(words, rate),
        (Some(rate), Some(why)) => format!("{}, {why}", percent(words, rate)),
        (None, Some(why)) => why,
        (None, None) => say!(words, "vat-standard"),
    }
}

/// What a document is called.
#[must_use]
pub fn kind(words: &Words, kind: &InvoiceKind, number: &str) -> String {
    match kind {
        InvoiceKind::Corrected => say!(words, "invoice-title-corrected", number = number.to_owned()),
        kind if kind.is_credit() => say!(words, "invoice-title-credit", number = number.to_owned()),
        _ => say!(words, "invoice-title", number = number.to_owned()),
    }
}

/// How a sum was reckoned, in one line; none where there is nothing to show.
#[must_use]
pub fn behind(words: &Words, working: &Working) -> Option<String> {
    match working {
        Working::Percentage { base, percent: rate } => {
            let rate = rate.as_ref().map_or_else(|| words.percent("0"), |rate| percent(words, rate));
            Some(format!("{} × {rate}", bare(words, *base)))
        }
        Working::OtherUnits { .. } => None,
        Working::AsWritten(written) => Some(number(words, written)),
        Working::Sum(addends) if addends.len() > WRITTEN_OUT => {
            Some(say!(words, "sum-of-many", count = i64::try_from(addends.len()).unwrap_or(i64::MAX)))
        }
        Working::Sum(addends) => {
            let mut written = String::new();
            // What adds nothing only hides what does.
            let something = |addend: &&Addend| !addend.amount.is_zero();
            let count = addends.iter().filter(something).count();
            for addend in addends.iter().filter(|addend| count == 0 || something(addend)) {
                let (amount, sign) = signed(words, addend);
                written.push_str(match (written.is_empty(), sign) {
                    (true, Sign::Plus) => "",
                    (true, Sign::Minus) => "\u{2212}",
                    (false, Sign::Plus) => " + ",
                    (false, Sign::Minus) => " \u{2212} ",
                });
                written.push_str(&amount);
            }
            (!written.is_empty()).then_some(written)
        }
    }
}

/// An amount and which way it counts; a negative amount that is taken away is added.
fn signed(words: &Words, addend: &Addend) -> (String, Sign) {
    if let Part::Product { quantity, price, base_quantity } = &addend.part {
        let per = base_quantity
            .as_ref()
            .filter(|base| base.value() != 1.into())
            .map(|base| format!(" / {}", number(words, base)))
            .unwrap_or_default();
        return (format!("{} × {}{per}", number(words, quantity), number(words, price)), addend.sign);
    }
    match addend.amount.checked_neg() {
        Ok(positive) if addend.amount.minor() < 0 => {
            let other = if addend.sign == Sign::Plus { Sign::Minus } else { Sign::Plus };
            (bare(words, positive), other)
        }
        _ => (bare(words, addend.amount), addend.sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    fn words() -> Words {
        Words::new(Language::En, "Europe/Helsinki")
    }

    fn euros(minor: i64) -> Money {
        Money::from_minor(minor, Currency::EUR)
    }

    #[test]
    fn the_sum_behind_a_sum_is_written_as_people_add() {
        let add = |sign, minor| Addend { sign, amount: euros(minor), part: Part::Total("BT-106") };
        let sum = Working::Sum(vec![
            add(Sign::Plus, 677_646),
            add(Sign::Minus, 6_000),
            add(Sign::Minus, -5),
            add(Sign::Plus, 0),
            add(Sign::Plus, -7),
        ]);
        assert_eq!(behind(&words(), &sum).unwrap(), "6,776.46 \u{2212} 60.00 + 0.05 \u{2212} 0.07");
        let rate = Working::Percentage { base: euros(657_846), percent: Some("25.5".parse().unwrap()) };
        assert_eq!(behind(&words(), &rate).unwrap(), "6,578.46 × 25.5%");
        assert_eq!(behind(&words(), &Working::Sum(vec![])), None);
    }

    #[test]
    fn a_product_shows_what_was_multiplied() {
        let part = Part::Product {
            quantity: "46".parse().unwrap(),
            price: "84.50".parse().unwrap(),
            base_quantity: Some("100".parse().unwrap()),
        };
        let sum = Working::Sum(vec![Addend { sign: Sign::Plus, amount: euros(3887), part }]);
        assert_eq!(behind(&words(), &sum).unwrap(), "46 × 84.50 / 100");
    }

    #[test]
    fn a_price_has_at_least_the_decimals_of_its_currency() {
        let price = |written: &str, currency: &str| price(&words(), &written.parse().unwrap(), currency.parse().unwrap());
        assert_eq!(price("410", "EUR"), "€410.00");
        assert_eq!(price("84.5", "EUR"), "€84.50");
        assert_eq!(price("0.3335", "EUR"), "€0.3335");
        assert_eq!(price("410", "JPY"), "¥410");
    }

    #[test]
    fn a_number_is_shown_with_its_digits_however_it_is_spelt() {
        for (spelt, shown) in [("+5", "5"), (".50", "0.50"), ("5.", "5"), ("-.5", "\u{2212}0.5"), ("1234.5", "1,234.5")] {
            assert_eq!(number(&words(), &spelt.parse().unwrap()), shown);
        }
    }
}
