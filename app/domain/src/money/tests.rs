//! Money is exact, halves go up, and nothing overflows silently.

use super::*;
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn jpy() -> Currency {
    "JPY".parse().unwrap()
}

#[test]
fn halves_go_up_on_both_sides_of_zero() {
    for (exact, minor) in [("14.175", 1418), ("14.1749", 1417), ("-14.175", -1418), ("0.005", 1), ("-0.004", 0)] {
        assert_eq!(Money::round_half_up(decimal(exact), Currency::EUR).unwrap().minor(), minor, "{exact}");
    }
    assert_eq!(Money::round_half_up(decimal("1000.5"), jpy()).unwrap().minor(), 1001);
    assert_eq!(Money::round_half_up(decimal("1.0005"), "KWD".parse().unwrap()).unwrap().minor(), 1001);
}

#[test]
fn an_amount_finer_than_its_currency_is_refused() {
    assert_eq!(Money::from_decimal(decimal("12.500"), Currency::EUR), Ok(Money::from_minor(1250, Currency::EUR)));
    let fine = decimal("12.505");
    assert_eq!(
        Money::from_decimal(fine, Currency::EUR),
        Err(MoneyError::TooManyDecimals { amount: fine, currency: Currency::EUR })
    );
    assert!(matches!(Money::from_decimal(decimal("1000.50"), jpy()), Err(MoneyError::TooManyDecimals { .. })));
    assert_eq!(Money::from_decimal(decimal("1000.00"), jpy()), Ok(Money::from_minor(1000, jpy())));
}

#[test]
fn an_amount_is_written_with_all_its_decimals() {
    assert_eq!(Money::from_minor(1250, Currency::EUR).to_string(), "12.50 EUR");
    assert_eq!(Money::from_minor(-5, Currency::EUR).to_string(), "-0.05 EUR");
    assert_eq!(Money::from_minor(1250, jpy()).to_string(), "1250 JPY");
}

#[test]
fn two_currencies_do_not_add() {
    let (euro, yen) = (Money::zero(Currency::EUR), Money::zero(jpy()));
    assert_eq!(euro.checked_add(yen), Err(MoneyError::CurrenciesDiffer { left: Currency::EUR, right: jpy() }));
}

#[test]
fn too_much_money_is_an_error_and_not_a_wrap() {
    let most = Money::from_minor(i64::MAX, Currency::EUR);
    assert_eq!(most.checked_add(Money::from_minor(1, Currency::EUR)), Err(MoneyError::OutOfRange));
    assert_eq!(Money::from_minor(i64::MIN, Currency::EUR).checked_neg(), Err(MoneyError::OutOfRange));
    assert_eq!(Money::from_decimal(Decimal::MAX, Currency::EUR), Err(MoneyError::OutOfRange));
}

fn currencies() -> impl Strategy<Value = Currency> {
    prop_oneof![Just(Currency::EUR), Just(jpy()), Just("KWD".parse().unwrap())]
}

proptest! {
    #[test]
    fn rounding_moves_at_most_half_a_unit_and_mirrors(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, scale in 0_u32..9, currency in currencies()) {
        let exact = Decimal::new(mantissa, scale);
        let rounded = Money::round_half_up(exact, currency).unwrap();
        let twice = (rounded.to_decimal() - exact).abs() * Decimal::TWO;
        prop_assert!(twice <= Decimal::new(1, currency.decimals()));
        prop_assert_eq!(Money::round_half_up(-exact, currency).unwrap(), rounded.checked_neg().unwrap());
        let half = twice == Decimal::new(1, currency.decimals());
        prop_assert!(!half || rounded.to_decimal().abs() > exact.abs(), "halves go up");
    }

    #[test]
    fn an_amount_survives_the_way_through_decimals(minor in any::<i64>(), currency in currencies()) {
        let money = Money::from_minor(minor, currency);
        prop_assert_eq!(Money::from_decimal(money.to_decimal(), currency), Ok(money));
    }

    #[test]
    fn a_sum_is_the_same_in_any_order(minors in prop::collection::vec(-1_000_000_000_000_i64..1_000_000_000_000, 0..50)) {
        let money = |minor: &i64| Money::from_minor(*minor, Currency::EUR);
        let forth = Money::sum(Currency::EUR, minors.iter().map(money)).unwrap();
        let back = Money::sum(Currency::EUR, minors.iter().rev().map(money)).unwrap();
        prop_assert_eq!(forth, back);
        prop_assert_eq!(forth.minor(), minors.iter().sum::<i64>());
    }

    #[test]
    fn adding_and_taking_away_is_nothing_done(a in any::<i64>(), b in any::<i64>()) {
        let (a, b) = (Money::from_minor(a, Currency::EUR), Money::from_minor(b, Currency::EUR));
        if let Ok(sum) = a.checked_add(b) {
            prop_assert_eq!(sum.checked_sub(b), Ok(a));
        }
    }
}

#[test]
fn amounts_of_different_currencies_are_compared_on_one_scale() {
    let kwd = "KWD".parse().unwrap();
    assert_eq!(Money::from_minor(1250, Currency::EUR).thousandths(), 12_500);
    assert_eq!(Money::from_minor(1250, jpy()).thousandths(), 1_250_000);
    assert_eq!(Money::from_minor(1250, kwd).thousandths(), 1250);
    assert_eq!(Money::from_minor(i64::MAX, jpy()).thousandths(), i64::MAX);
}
