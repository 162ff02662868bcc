//! What the supplier guarantees a customer, in the terms of its business, version by version.

use crate::person::{Language, Side};
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
    /// Since when both sides have agreed to it.
    pub agreed_at: Option<Timestamp>,
}

/// That one side agreed to a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementApproval {
    /// Which version.
    pub version: i64,
    /// Which side.
    pub side: Side,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The hash of what it agreed to.
    pub hash: String,
}

/// How an agreement stands to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementState {
    /// Not both sides have agreed to it.
    Proposed,
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

impl AgreementVersion {
    /// The first day on which it holds in the place of the version before: its first day, and none before `agreed`, on which
    /// both sides had agreed to it.
    #[must_use]
    pub fn followed_on(&self, agreed: Date) -> Date {
        self.terms.first_day.max(agreed)
    }

    /// How it stands to a day, where another version holds in its place since `followed`.
    #[must_use]
    pub fn on(&self, day: Date, followed: Option<Date>) -> AgreementState {
        match self.agreed_at {
            _ if followed.is_some_and(|since| since <= day) => AgreementState::Over,
            None => AgreementState::Proposed,
            Some(_) => self.terms.on(day),
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

    fn version(version: i64, first_day: Date) -> AgreementVersion {
        let (guarantees, appendix, note) = (Vec::new(), String::new(), String::new());
        let terms = AgreementTerms { guarantees, first_day, last_day: None, appendix, note };
        let (by, at) = ("Mikko Kallio".to_owned(), Timestamp::UNIX_EPOCH);
        AgreementVersion { version, terms, by, language: Language::En, at, agreed_at: Some(at) }
    }

    #[test]
    fn a_version_holds_until_the_next_begins_and_never_ended_before_that_was_written() {
        let written = date(2026, 11, 10);
        assert_eq!(version(2, date(2027, 1, 1)).followed_on(written), date(2027, 1, 1), "from a day to come");
        assert_eq!(version(2, date(2026, 1, 1)).followed_on(written), written, "nobody knew of it before");
        let first = version(1, date(2026, 1, 1));
        let followed = Some(date(2027, 1, 1));
        assert_eq!(first.on(date(2026, 12, 31), followed), AgreementState::Holds);
        assert_eq!(first.on(date(2027, 1, 1), followed), AgreementState::Over);
        assert_eq!(first.on(date(2027, 1, 1), None), AgreementState::Holds);
        assert_eq!(first.on(date(2025, 1, 1), followed), AgreementState::Ahead);
        let proposed = AgreementVersion { agreed_at: None, ..first };
        assert_eq!(proposed.on(date(2026, 12, 31), None), AgreementState::Proposed, "nobody holds to what only one side wrote");
    }
}
