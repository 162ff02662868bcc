//! Exact decimals that remember how they were written: quantities, unit prices, rates.

use rust_decimal::Decimal;

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

/// A text that is no decimal number, or one of more than 28 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotADecimal;

impl Exact {
    /// The number as it was written, less white space around it.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// What the number counts.
    #[must_use]
    pub const fn value(&self) -> Decimal {
        self.value
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
        let scale = u32::try_from(fraction.len()).map_err(|_| NotADecimal)?;
        let size: i128 = format!("0{whole}{fraction}").parse().map_err(|_| NotADecimal)?;
        let mantissa = if written.starts_with('-') { -size } else { size };
        let value = Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| NotADecimal)?;
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
