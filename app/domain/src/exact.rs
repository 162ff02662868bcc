//! Exact decimals that remember how they were written: quantities, unit prices, rates.

use rust_decimal::{Decimal, prelude::ToPrimitive};

/// The most characters a number may be written with.
const LONGEST: usize = 40;

/// A decimal number and its spelling: `0.50` counts as one half and is shown as `0.50`.
///
/// Two are equal when written the same; to compare what they count, compare [`Exact::value`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exact {
    written: String,
    value: Decimal,
}

/// A text that is no decimal number, or one of more than 28 digits before its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotADecimal;

impl Exact {
    /// The number as it was written, less white space around it.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// What the number counts; rounded half up where it has more than 28 digits, as some software writes a third.
    #[must_use]
    pub const fn value(&self) -> Decimal {
        self.value
    }

    /// About what it counts, for drawings.
    #[must_use]
    pub fn approximate(&self) -> f64 {
        self.value.to_f64().unwrap_or_default()
    }

    /// How many digits stand behind the point as it was written, zeros at the end apart.
    #[must_use]
    pub fn decimals(&self) -> usize {
        self.written.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len())
    }
}

/// As XML Schema writes a decimal: sign, digits, point; no exponent, no grouping, no decimal comma.
impl std::str::FromStr for Exact {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let written = text.trim();
        if written.len() > LONGEST {
            return Err(NotADecimal);
        }
        let digits = written.strip_prefix(['+', '-']).unwrap_or(written);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) || whole.len() + fraction.len() == 0 {
            return Err(NotADecimal);
        }
        let fraction = fraction.trim_end_matches('0');
        let sign = if written.starts_with('-') { "-" } else { "" };
        let plain = if fraction.is_empty() { format!("{sign}0{whole}") } else { format!("{sign}0{whole}.{fraction}") };
        let value = plain.parse::<Decimal>().map_err(|_| NotADecimal)?;
        Ok(Self { written: written.to_owned(), value })
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self { written: value.to_string(), value }
    }
}

impl std::fmt::Display for Exact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_keeps_its_spelling() {
        for (text, value) in [("0.50", "0.5"), (" 94.50 ", "94.5"), ("+5", "5"), (".5", "0.5"), ("5.", "5"), ("-007.10", "-7.1")]
        {
            let exact: Exact = text.parse().unwrap();
            assert_eq!(exact.as_written(), text.trim());
            assert_eq!(exact.value(), Decimal::from_str_exact(value).unwrap(), "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in
            ["", ".", "-", "1,5", "1e3", "1_000", "1 000", "0x10", "--1", "1.2.3", "NaN", "٣", "99999999999999999999999999999999"]
        {
            assert_eq!(text.parse::<Exact>(), Err(NotADecimal), "{text}");
        }
        assert_eq!("1".repeat(41).parse::<Exact>(), Err(NotADecimal));
    }

    #[test]
    fn more_digits_than_can_be_reckoned_with_are_kept_and_rounded() {
        let third: Exact = "0.3333333333333333333333333333333333".parse().unwrap();
        assert_eq!(third.as_written(), "0.3333333333333333333333333333333333");
        assert_eq!(third.value(), Decimal::from_str_exact("0.3333333333333333333333333333").unwrap());
        let two_thirds: Exact = "-0.6666666666666666666666666666666667".parse().unwrap();
        assert_eq!(two_thirds.value(), Decimal::from_str_exact("-0.6666666666666666666666666667").unwrap());
        assert_eq!((third.decimals(), "1.500".parse::<Exact>().unwrap().decimals()), (34, 1));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[-+0-9.,e ]{0,45}") {
            if let Ok(exact) = text.parse::<Exact>() {
                prop_assert_eq!(exact.value(), Decimal::from_str_exact(exact.value().to_string().as_str()).unwrap());
                prop_assert_eq!(exact.as_written(), text.trim());
            }
        }

        #[test]
        fn a_decimal_becomes_text_and_the_same_decimal_again(mantissa in any::<i64>(), scale in 0_u32..20) {
            let value = Decimal::new(mantissa, scale);
            prop_assert_eq!(Exact::from(value).to_string().parse::<Exact>().unwrap().value(), value);
        }
    }
}
