//! Meetings of both sides: the agenda, what came of it, and who agreed to the minutes.

use crate::{
    id::{AgendaItemId, MeetingId, OutcomeId, PersonId},
    person::{Language, Side},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

words! {
    /// What came of a meeting.
    OutcomeKind {
        /// Both have decided something.
        Decision = "decision",
        /// One side is to do something.
        Task = "task",
        /// Something to know.
        Information = "information",
    }
}

words! {
    /// What somebody answers to an invitation.
    Attendance {
        /// It comes.
        Accepted = "accepted",
        /// It may come.
        Tentative = "tentative",
        /// It does not come.
        Declined = "declined",
    }
}

/// What somebody answered to an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingAnswer {
    /// Who.
    pub person: PersonId,
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// Its side.
    pub side: Side,
    /// To which change of the invitation.
    pub sequence: i64,
    /// What.
    pub answer: Attendance,
    /// What it said to that; may be empty.
    pub comment: String,
    /// Whether that came by email, from its calendar.
    pub by_email: bool,
    /// When.
    pub at: Timestamp,
}

/// How far a meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingState {
    /// The supplier prepares it; the customer does not see it yet.
    Draft,
    /// It is to come.
    Planned,
    /// It has begun, and its minutes are being written.
    Open,
    /// Its minutes are written.
    Closed,
    /// It does not take place.
    Cancelled,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Which.
    pub id: MeetingId,
    /// What it is called.
    pub title: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// How long it lasts, in minutes.
    pub length: i64,
    /// Where: a room, or the address of a call; may be empty.
    pub place: String,
    /// Who called it.
    pub called_by: String,
    /// Since when the customer sees it.
    pub shared_at: Option<Timestamp>,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// When its minutes were closed.
    pub closed_at: Option<Timestamp>,
    /// Raised by each change of the invitation.
    pub sequence: i64,
    /// Raised by each change of the minutes.
    pub revision: i64,
    /// Raised by each change of what is said of it.
    pub version: i64,
}

impl Meeting {
    /// How far it is.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> MeetingState {
        if self.cancelled_at.is_some() {
            MeetingState::Cancelled
        } else if self.closed_at.is_some() {
            MeetingState::Closed
        } else if self.shared_at.is_none() {
            MeetingState::Draft
        } else if self.starts_at > now {
            MeetingState::Planned
        } else {
            MeetingState::Open
        }
    }

    /// When it ends.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        self.starts_at.saturating_add(SignedDuration::from_mins(self.length)).unwrap_or(self.starts_at)
    }
}

/// Something to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// Which.
    pub id: AgendaItemId,
    /// What.
    pub words: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// The side of who proposed it.
    pub side: Side,
    /// Whether the reader proposed it.
    pub is_own: bool,
    /// The language of who proposed it.
    pub language: Language,
}

/// Something that came of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which.
    pub id: OutcomeId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What that is called.
    pub meeting_title: String,
    /// What kind.
    pub kind: OutcomeKind,
    /// What was decided, is to be done or is to be known.
    pub words: String,
    /// Which side does it; none for what is not a task.
    pub side: Option<Side>,
    /// When it should be done.
    pub due_on: Option<Date>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// The language of who wrote it down.
    pub language: Language,
}

impl Outcome {
    /// Whether somebody still has to do it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.kind == OutcomeKind::Task && self.done_at.is_none()
    }
}

/// That one side agreed to the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Which side.
    pub side: Side,
    /// To which revision.
    pub revision: i64,
    /// Who.
    pub by: String,
    /// What was remarked; may be empty.
    pub remark: String,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_goes_from_a_draft_to_written_minutes() {
        let at = |hour: i64| Timestamp::from_second(hour * 3600).unwrap();
        let mut meeting = Meeting {
            id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            title: "Steering group".to_owned(),
            starts_at: at(10),
            length: 60,
            place: String::new(),
            called_by: "Mikko Kallio".to_owned(),
            shared_at: None,
            cancelled_at: None,
            closed_at: None,
            sequence: 0,
            revision: 0,
            version: 1,
        };
        assert_eq!((meeting.state(at(9)), meeting.ends_at()), (MeetingState::Draft, at(11)));
        meeting.shared_at = Some(at(8));
        assert_eq!((meeting.state(at(9)), meeting.state(at(10))), (MeetingState::Planned, MeetingState::Open));
        meeting.closed_at = Some(at(12));
        assert_eq!(meeting.state(at(13)), MeetingState::Closed);
        meeting.cancelled_at = Some(at(12));
        assert_eq!(meeting.state(at(13)), MeetingState::Cancelled);
    }
}
