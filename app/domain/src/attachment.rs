//! Files of discussions in their versions, and what the other side decided of one of them.

use crate::{
    acceptance::Verdict,
    person::{Language, Side},
};
use jiff::Timestamp;

/// How far the approval of one version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileState {
    /// Nobody asked for it, and nobody decided.
    #[default]
    Free,
    /// It was asked for.
    Waits,
    /// It was approved.
    Approved,
    /// It was refused.
    Refused,
}

impl FileState {
    /// Of a version of which this was decided, and whose approval was asked for or not.
    #[must_use]
    pub const fn of(verdict: Option<Verdict>, is_asked: bool) -> Self {
        match (verdict, is_asked) {
            (Some(Verdict::Approved), _) => Self::Approved,
            (Some(Verdict::Refused), _) => Self::Refused,
            (None, true) => Self::Waits,
            (None, false) => Self::Free,
        }
    }

    /// Whether something was decided, which is final for that version.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Approved | Self::Refused)
    }
}

/// Who decides of a version: the side that did not bring it. Nobody approves its own work.
#[must_use]
pub const fn decider(author: Side) -> Side {
    match author {
        Side::Supplier => Side::Customer,
        Side::Customer => Side::Supplier,
    }
}

/// What was decided of one exact version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDecision {
    /// What.
    pub verdict: Verdict,
    /// Why; may be empty where it was approved.
    pub reason: String,
    /// The language of who decided.
    pub language: Language,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The SHA-256 of the very bytes.
    pub hash: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_outweighs_that_it_was_asked_for() {
        for is_asked in [true, false] {
            assert_eq!(FileState::of(Some(Verdict::Refused), is_asked), FileState::Refused);
            assert_eq!(FileState::of(Some(Verdict::Approved), is_asked), FileState::Approved);
        }
        assert_eq!((FileState::of(None, true), FileState::of(None, false)), (FileState::Waits, FileState::Free));
        assert!(FileState::Refused.is_decided() && !FileState::Waits.is_decided());
    }

    #[test]
    fn nobody_decides_of_what_its_own_side_brought() {
        for side in [Side::Supplier, Side::Customer] {
            assert_ne!(decider(side), side);
            assert_eq!(decider(decider(side)), side);
        }
    }
}
