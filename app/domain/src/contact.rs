//! Contacts between the two sides outside discussions: who with whom, how, about what, and what was promised.

use crate::{
    id::{ContactId, PersonId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// How two people were in contact.
    ContactKind {
        /// By phone or video.
        Call = "call",
        /// One came to the other.
        Visit = "visit",
        /// At a meeting.
        Meeting = "meeting",
        /// By email.
        Email = "email",
    }
}

/// What a contact was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactWords {
    /// How.
    pub kind: ContactKind,
    /// On which day.
    pub day: Date,
    /// With whom.
    pub with_whom: String,
    /// About what.
    pub about: String,
    /// What was promised; may be empty.
    pub promised: String,
}

/// A contact as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which.
    pub id: ContactId,
    /// What it was.
    pub said: ContactWords,
    /// Who wrote it down.
    pub author: PersonId,
    /// The name of who did.
    pub recorded_by: String,
    /// The side of who did.
    pub side: Side,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub recorded_at: Timestamp,
    /// What was written first, where this corrects it: what it was about and who wrote that.
    pub corrects: Option<(String, String)>,
}
