//! What the supplier guarantees a customer, in the terms of its business, version by version.

use crate::person::Language;
use jiff::{Timestamp, civil::Date};

/// What an agreement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementTerms {
    /// What is guaranteed, a line each.
    pub guarantees: Vec<String>,
    /// Since when.
    pub first_day: Date,
    /// Until when; none where that is open.
    pub last_day: Option<Date>,
    /// The technical details; may be empty.
    pub appendix: String,
    /// What is different from the version before; may be empty.
    pub note: String,
}

/// One version; it is the same for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementVersion {
    /// Counted from 1.
    pub version: i64,
    /// What it says.
    pub terms: AgreementTerms,
    /// Who wrote it down.
    pub by: String,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

/// How an agreement stands to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementState {
    /// It does not hold yet.
    Ahead,
    /// It holds.
    Holds,
    /// It held.
    Over,
}

impl AgreementTerms {
    /// How it stands to a day.
    #[must_use]
    pub fn on(&self, day: Date) -> AgreementState {
        if day < self.first_day {
            AgreementState::Ahead
        } else if self.last_day.is_some_and(|last| last < day) {
            AgreementState::Over
        } else {
            AgreementState::Holds
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_holds_from_its_first_day_to_its_last() {
        let (first_day, last_day) = (date(2026, 1, 1), date(2026, 12, 31));
        let terms = AgreementTerms {
            guarantees: Vec::new(),
            first_day,
            last_day: Some(last_day),
            appendix: String::new(),
            note: String::new(),
        };
        assert_eq!(terms.on(date(2025, 12, 31)), AgreementState::Ahead);
        assert_eq!((terms.on(first_day), terms.on(last_day)), (AgreementState::Holds, AgreementState::Holds));
        assert_eq!(terms.on(date(2027, 1, 1)), AgreementState::Over);
        assert_eq!(AgreementTerms { last_day: None, ..terms }.on(date(2050, 1, 1)), AgreementState::Holds);
    }
}
