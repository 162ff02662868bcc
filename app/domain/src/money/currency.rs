//! Currencies of ISO 4217 and the number of decimals each is counted with.

/// A currency of ISO 4217 that people pay in; metals, funds and test codes are not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    decimals: u32,
}

/// A text that is no currency code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown currency: {0}")]
pub struct UnknownCurrency(pub String);

/// Left ISO 4217 in 2025, yet invoices in it are still around; `iso_currency` does not have it any more.
const ANTILLEAN_GUILDER: Currency = Currency { code: "ANG", decimals: 2 };

impl Currency {
    /// The euro.
    pub const EUR: Self = Self { code: "EUR", decimals: 2 };

    /// The three letters of the currency.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// How many decimals an amount has: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        self.decimals
    }
}

impl std::str::FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(code: &str) -> Result<Self, UnknownCurrency> {
        if code == ANTILLEAN_GUILDER.code {
            return Ok(ANTILLEAN_GUILDER);
        }
        let known = iso_currency::Currency::from_code(code).filter(|known| !known.is_fund() && !known.is_special());
        let counted = known.and_then(|known| Some(Self { code: known.code(), decimals: known.exponent()?.into() }));
        counted.ok_or_else(|| UnknownCurrency(code.chars().take(40).collect()))
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_currency_knows_its_decimals() {
        for (code, decimals) in [("EUR", 2), ("JPY", 0), ("ISK", 0), ("KRW", 0), ("BHD", 3), ("KWD", 3), ("BGN", 2)] {
            assert_eq!(code.parse::<Currency>().unwrap().decimals(), decimals, "{code}");
        }
        assert_eq!("EUR".parse(), Ok(Currency::EUR));
    }

    #[test]
    fn what_is_no_currency_is_named() {
        for text in ["", "eur", "EURO", "EU", "XXX", "EUR USD"] {
            assert_eq!(text.parse::<Currency>(), Err(UnknownCurrency(text.to_owned())));
        }
    }

    #[test]
    fn what_left_the_standard_is_still_known_and_what_nobody_pays_in_is_not() {
        for code in ["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL", "VES", "ZWG", "XCG"] {
            assert_eq!(code.parse::<Currency>().unwrap().to_string(), code);
        }
        for code in ["XAU", "XDR", "XTS", "CLF", "UYW", "USN", "CHE", "BOV"] {
            assert!(code.parse::<Currency>().is_err(), "{code}");
        }
    }
}
