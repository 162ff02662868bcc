//! Phone numbers as people write them.

use crate::text::{Line, TextProblem};

/// Digits of the shortest number that is taken: a switchboard's short number.
const SHORTEST: usize = 4;
/// Digits of the longest one: 15 after ITU-T E.164, with room for an international prefix such as `00`.
const LONGEST: usize = 18;

/// A phone number as it is read and dialled: digits, perhaps with a plus sign before them, and what groups them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(Line);

/// Why a text cannot be taken as a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneProblem {
    /// Nothing or too much was typed.
    #[error(transparent)]
    Text(#[from] TextProblem),
    /// There is something in it that nobody dials, or too few or too many digits.
    #[error("not a phone number")]
    NotAPhone,
}

impl Phone {
    /// Takes what was typed; nothing typed means none.
    ///
    /// # Errors
    /// [`PhoneProblem`].
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, PhoneProblem> {
        let Some(line) = Line::parse_optional(typed)? else { return Ok(None) };
        let number = line.as_str();
        let local = number.strip_prefix('+').unwrap_or(number);
        let fits = local.chars().all(|c| c.is_ascii_digit() || " ()-–./\u{a0}".contains(c));
        let digits = local.chars().filter(char::is_ascii_digit).count();
        if fits && (SHORTEST..=LONGEST).contains(&digits) { Ok(Some(Self(line))) } else { Err(PhoneProblem::NotAPhone) }
    }

    /// The number as it was written, on one line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for typed in ["+358 40 123 4567", "040-123 4567", "(09) 123 456", "0045 12.34.56.78", "+46 8/123 456", "4512"] {
            assert_eq!(Phone::parse_optional(typed).unwrap().unwrap().as_str(), typed);
        }
        assert_eq!(Phone::parse_optional("  040  1234567 ").unwrap().unwrap().as_str(), "040 1234567");
        assert_eq!(Phone::parse_optional(" "), Ok(None));
    }

    #[test]
    fn what_nobody_can_dial_is_refused() {
        for typed in
            ["abc", "040 abc", "12", "+", "++358401234567", "0401234567+", "1234567890123456789", "anna@mills.example", "٠٤٠١٢٣٤"]
        {
            assert_eq!(Phone::parse_optional(typed), Err(PhoneProblem::NotAPhone), "{typed}");
        }
        assert!(matches!(Phone::parse_optional(&"1".repeat(201)), Err(PhoneProblem::Text(TextProblem::TooLong { .. }))));
    }
}
