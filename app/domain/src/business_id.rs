//! What companies are known by: the Finnish business id, VAT identifiers, and when two spellings mean one company.

mod stated;

pub use stated::{Stated, StatedAs};

use std::fmt;
use std::str::FromStr;

/// A Finnish business id (Y-tunnus) whose check digit is right, as `2345678-0`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessId(String);

/// Why a text is no Finnish business id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BusinessIdProblem {
    /// Not seven digits, a dash and a check digit.
    #[error("not in the form 1234567-8")]
    WrongForm,
    /// The form is right; a digit is mistyped.
    #[error("the check digit is wrong")]
    WrongCheckDigit,
}

/// What each of the first seven digits counts in the check digit.
const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];

impl FromStr for BusinessId {
    type Err = BusinessIdProblem;

    /// Accepts it with or without the dash; ids from before 1978 may lack the leading zero.
    fn from_str(text: &str) -> Result<Self, BusinessIdProblem> {
        let text = text.trim();
        let bare = text.replace('-', "");
        let dash_in_place = text.find('-').is_none_or(|at| at + 2 == text.len());
        let digits: Option<Vec<u32>> = format!("{bare:0>8}").chars().map(|c| c.to_digit(10)).collect();
        let digits = digits.filter(|digits| digits.len() == 8 && bare.len() >= 7 && dash_in_place);
        let digits = digits.ok_or(BusinessIdProblem::WrongForm)?;
        let rest = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
        // A rest of 1 would need a check digit of 10; such ids are never given out.
        let check = if rest == 0 { 0 } else { 11 - rest };
        if digits.last() != Some(&check) {
            return Err(BusinessIdProblem::WrongCheckDigit);
        }
        let number: u32 = digits.iter().take(7).fold(0, |number, digit| number * 10 + digit);
        Ok(Self(format!("{number:07}-{check}")))
    }
}

impl BusinessId {
    /// The id as `2345678-0`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The VAT identifier of the same company, `FI23456780`.
    #[must_use]
    pub fn vat_id(&self) -> String {
        format!("FI{}", self.0.replace('-', ""))
    }

    /// The id inside another identifier of the same company: itself, a VAT identifier (`FI23456780`) or an
    /// electronic address (`003723456780`, perhaps with a unit's digits behind it).
    #[must_use]
    pub fn within(text: &str) -> Option<Self> {
        if let Ok(id) = text.parse() {
            return Some(id);
        }
        let plain = plain(text);
        let number = plain.strip_prefix("FI").filter(|rest| rest.len() == 8);
        let address = || plain.strip_prefix("0037").and_then(|rest| rest.get(..8));
        number.or_else(address)?.parse().ok()
    }
}

impl fmt::Display for BusinessId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An identifier in capitals and without the spaces, dashes, dots and slashes that people put into it. Two that
/// are the same in this form are the same identifier.
#[must_use]
pub fn plain(id: &str) -> String {
    id.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
}

/// One spelling for all identifiers that somebody may type for one company: a Finnish business id for its VAT identifier
/// and electronic address too, anything else as [`plain`]. Empty where there is nothing to go by. Customers are kept
/// with it; what an invoice states is held against them by [`Stated`].
#[must_use]
pub fn canonical(id: &str) -> String {
    BusinessId::within(id).map_or_else(|| plain(id), |found| found.0)
}

/// What looks wrong with an identifier that somebody typed for a company: a Finnish one with a mistyped digit, or nothing
/// but digits and no Finnish one. Letters tell another country's register, and so does the company's VAT identifier.
#[must_use]
pub fn doubt(id: &str, vat_id: Option<&str>) -> Option<BusinessIdProblem> {
    let is_foreign = |text: &str| text.chars().any(char::is_alphabetic) && !text.starts_with("FI");
    let plain_id = plain(id);
    if BusinessId::within(id).is_some() || is_foreign(&plain_id) || vat_id.is_some_and(|vat_id| is_foreign(&plain(vat_id))) {
        return None;
    }
    let number = plain_id.strip_prefix("FI").unwrap_or(id);
    number.parse::<BusinessId>().err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_right_id_is_read_in_every_spelling() {
        for text in ["2345678-0", "23456780", " 2345678-0 "] {
            assert_eq!(text.parse::<BusinessId>().unwrap().as_str(), "2345678-0");
        }
        assert_eq!("0112038-9".parse::<BusinessId>().unwrap().vat_id(), "FI01120389");
        assert_eq!("112038-9".parse::<BusinessId>().unwrap().as_str(), "0112038-9", "an old one without its zero");
    }

    #[test]
    fn a_mistyped_digit_is_told_from_a_wrong_form() {
        assert_eq!("2345678-1".parse::<BusinessId>(), Err(BusinessIdProblem::WrongCheckDigit));
        for text in
            ["", "-", "234-56780", "2345678-", "234567890-1", "FI23456780", "2345678-A", "234567-8-0", "１２３４５６７-８"]
        {
            assert_eq!(text.parse::<BusinessId>(), Err(BusinessIdProblem::WrongForm), "{text}");
        }
    }

    #[test]
    fn an_id_that_would_need_the_check_digit_ten_does_not_exist() {
        // 1 x 4 + 4 x 2 = 12, which leaves 1 when divided by 11.
        for check in 0..10 {
            assert!(format!("0000014-{check}").parse::<BusinessId>().is_err(), "{check}");
        }
    }

    #[test]
    fn one_company_is_known_by_all_its_spellings() {
        for other in ["FI23456780", "fi 2345678-0", "003723456780", "00372345678012", "2345678-0"] {
            assert_eq!(canonical(other), "2345678-0", "{other}");
        }
        assert_eq!(canonical("NO 987 654 321 MVA"), canonical("no987654321mva"));
        assert_eq!(canonical("NL8200.98.395.B.01"), canonical("NL820098395B01"));
    }

    #[test]
    fn a_mistyped_identifier_is_doubted_and_another_countrys_is_not() {
        let (digit, form) = (Some(BusinessIdProblem::WrongCheckDigit), Some(BusinessIdProblem::WrongForm));
        for (typed, told) in [("2345678-1", digit), ("FI23456781", digit), ("23456781", digit), ("12345", form), ("FI123", form)]
        {
            assert_eq!(doubt(typed, None), told, "{typed}");
        }
        for right in ["2345678-0", "FI23456780", "003723456780", "NO 987 654 321 MVA", "SE556000123401", "HRB 12345"] {
            assert_eq!(doubt(right, None), None, "{right}");
        }
        assert_eq!((doubt("556000-1234", None), doubt("556000-1234", Some("SE556000123401"))), (form, None));
        assert_eq!(doubt("2345678-1", Some("FI23456780")), digit);
    }

    #[test]
    fn different_companies_stay_different() {
        assert_ne!(canonical("2345678-0"), canonical("0112038-9"));
        assert_ne!(canonical("SE23456780"), canonical("2345678-0"));
        assert!(canonical(" - ").is_empty());
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(number in 0_u32..10_000_000, at in 0_usize..7, step in 1_u32..10) {
            let right = (0..10).find_map(|check| format!("{number:07}-{check}").parse::<BusinessId>().ok());
            prop_assume!(right.is_some());
            let mut digits: Vec<char> = right.unwrap().as_str().chars().collect();
            digits[at] = char::from_digit((digits[at].to_digit(10).unwrap() + step) % 10, 10).unwrap();
            let wrong: String = digits.into_iter().collect();
            prop_assert_eq!(wrong.parse::<BusinessId>(), Err(BusinessIdProblem::WrongCheckDigit));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            prop_assert_eq!(canonical(&canonical(&text)), canonical(&text));
        }
    }
}
