//! Moments of a customer's journey: how one of its people found a contact between the two sides.

use crate::{
    id::{MomentId, NotAnId, PersonId, parse_ulid},
    person::Language,
};
use jiff::Timestamp;
use std::{fmt, str::FromStr};
use ulid::Ulid;

words! {
    /// What kind of contact it was.
    TouchKind {
        /// One that was written down: a call, a visit, a meeting or an email.
        Contact = "contact",
        /// A message in a discussion.
        Message = "message",
        /// A meeting of both sides.
        Meeting = "meeting",
        /// A report that was published.
        Report = "report",
    }
}

words! {
    /// How it was found.
    Rating {
        /// As it should be.
        Good = "good",
        /// Not so.
        Bad = "bad",
    }
}

/// A contact between the two sides, as addresses name it: its kind and its id with a hyphen between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch {
    /// Of which kind.
    pub kind: TouchKind,
    /// Which.
    pub id: Ulid,
}

impl fmt::Display for Touch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind, self.id)
    }
}

impl FromStr for Touch {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (kind, id) = text.split_once('-').ok_or(NotAnId)?;
        Ok(Self { kind: kind.parse().map_err(|_| NotAnId)?, id: parse_ulid(id)? })
    }
}

/// How one person found a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Which.
    pub id: MomentId,
    /// Of which contact.
    pub of: Touch,
    /// Who says so.
    pub by: PersonId,
    /// Its name.
    pub by_name: String,
    /// Its language.
    pub language: Language,
    /// How it was.
    pub rating: Rating,
    /// Why; may be empty.
    pub words: String,
    /// When that was said last.
    pub at: Timestamp,
    /// What the supplier says to it.
    pub answer: Option<MomentAnswer>,
}

/// What the supplier says to a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentAnswer {
    /// What.
    pub words: String,
    /// Who says so.
    pub by: String,
    /// Its language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

impl Moment {
    /// Whether it waits for an answer: it was bad, and nothing was answered since that was said.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.rating == Rating::Bad && self.answer.as_ref().is_none_or(|answer| answer.at < self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(rating: Rating, at: i64, answered_at: Option<i64>) -> Moment {
        let time = |at| Timestamp::from_second(at).unwrap_or_default();
        let answer =
            |at| MomentAnswer { words: "Sorry".to_owned(), by: "Mikko".to_owned(), language: Language::En, at: time(at) };
        Moment {
            id: MomentId(Ulid::nil()),
            of: Touch { kind: TouchKind::Contact, id: Ulid::nil() },
            by: PersonId(Ulid::nil()),
            by_name: "Anna".to_owned(),
            language: Language::En,
            rating,
            words: String::new(),
            at: time(at),
            answer: answered_at.map(answer),
        }
    }

    #[test]
    fn only_what_is_bad_and_was_not_answered_since_waits() {
        assert!(moment(Rating::Bad, 5, None).waits());
        assert!(!moment(Rating::Good, 5, None).waits());
        assert!(!moment(Rating::Bad, 5, Some(5)).waits() && !moment(Rating::Bad, 5, Some(6)).waits());
        assert!(moment(Rating::Bad, 7, Some(6)).waits(), "said again, it waits again");
    }

    #[test]
    fn a_contact_is_named_by_kind_and_id_and_by_nothing_else() {
        let touch = Touch { kind: TouchKind::Meeting, id: Ulid::from_parts(1, 2) };
        assert_eq!(touch.to_string().parse(), Ok(touch));
        for wrong in ["", "meeting", "meeting-", "thread-00000000010000000000000002", "meeting-0", "-00000000010000000000000002"]
        {
            assert_eq!(wrong.parse::<Touch>(), Err(NotAnId), "{wrong:?}");
        }
    }
}
