//! Requests: something that a customer wants, not only talks about, with what was promised and how far it is.

use crate::{
    id::{PersonId, RequestKindId, ServiceRequestId, ServiceRequestStepId},
    person::{Language, Side},
    thread::Ball,
};
use jiff::{Timestamp, civil::Date};

words! {
    /// How far a request is.
    ServiceRequestState {
        /// It was sent.
        Received = "received",
        /// The supplier works on it.
        InProgress = "in_progress",
        /// The supplier needs something from the customer.
        Waiting = "waiting",
        /// The supplier says that it is done.
        Done = "done",
        /// Whoever asked says so too.
        Confirmed = "confirmed",
        /// The supplier does not do it.
        Declined = "declined",
        /// Whoever asked does not need it any more.
        Withdrawn = "withdrawn",
    }
}

impl ServiceRequestState {
    /// Whether something is to be done still.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::InProgress | Self::Waiting)
    }

    /// Who must move next.
    #[must_use]
    pub const fn ball(self) -> Ball {
        match self {
            Self::Received | Self::InProgress => Ball::Supplier,
            Self::Waiting | Self::Done => Ball::Customer,
            Self::Confirmed | Self::Declined | Self::Withdrawn => Ball::Nobody,
        }
    }
}

words! {
    /// The kinds that a portal begins with; each reader reads them in its own language.
    StandardKind {
        /// Something that does not work.
        Fault = "fault",
        /// Something that shall be otherwise.
        Change = "change",
        /// Something to know, or a document.
        Information = "information",
    }
}

/// What a kind of request is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindName {
    /// Its name; empty where a standard name holds.
    pub name: String,
    /// Which standard name that is.
    pub standard: Option<StandardKind>,
}

/// A kind of request, to whom it goes and what is promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKind {
    /// Which.
    pub id: RequestKindId,
    /// What it is called.
    pub called: KindName,
    /// To whom it goes; none for whoever is responsible for the customer.
    pub staff: Option<(PersonId, String)>,
    /// Within how many working hours there is a first answer; none where that is not promised.
    pub reply_hours: Option<i64>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// By when a first answer was promised, and when it came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReplyPromise {
    /// By when; none where it was not promised.
    pub due_at: Option<Timestamp>,
    /// When it came.
    pub answered_at: Option<Timestamp>,
}

/// How a promise of an answer is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyState {
    /// There is time until then.
    Due(Timestamp),
    /// It should have come by then.
    Late(Timestamp),
    /// It came after that moment.
    AnsweredLate {
        /// By when it was promised.
        due_at: Timestamp,
        /// When it came.
        answered_at: Timestamp,
    },
}

impl ReplyPromise {
    /// How it is kept; none where nothing was promised, and where it was kept.
    #[must_use]
    pub fn state(self, now: Timestamp) -> Option<ReplyState> {
        let due_at = self.due_at?;
        match self.answered_at {
            Some(answered_at) => (answered_at > due_at).then_some(ReplyState::AnsweredLate { due_at, answered_at }),
            None if now > due_at => Some(ReplyState::Late(due_at)),
            None => Some(ReplyState::Due(due_at)),
        }
    }
}

/// A request as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRequest {
    /// Which.
    pub id: ServiceRequestId,
    /// Of which kind.
    pub kind: RequestKindId,
    /// What that is called.
    pub called: KindName,
    /// Within how many working hours its kind promises a first answer.
    pub reply_hours: Option<i64>,
    /// What is wanted.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// By when it is wanted.
    pub wanted_on: Option<Date>,
    /// How far it is.
    pub state: ServiceRequestState,
    /// Since when.
    pub since: Timestamp,
    /// What was promised of the first answer.
    pub reply: ReplyPromise,
    /// To whom it was given in person; none for whoever is responsible for the customer.
    pub given_to: Option<PersonId>,
    /// Who works on it: that person, or the responsible one where it has left or does not see the customer.
    pub owner: Option<(PersonId, String)>,
    /// Who asked.
    pub asked_by: PersonId,
    /// Its name.
    pub asker: String,
    /// Whether it still is one of the customer's people.
    pub asker_is_here: bool,
    /// Its language.
    pub language: Language,
    /// When.
    pub asked_at: Timestamp,
    /// For edits that must not overwrite each other.
    pub version: i64,
    /// What happened, in its order.
    pub steps: Vec<ServiceRequestStep>,
}

impl ServiceRequest {
    /// Whether this person may say that it is done: who asked, or anybody of the customer where that one has left.
    #[must_use]
    pub fn may_confirm(&self, person: PersonId) -> bool {
        self.state == ServiceRequestState::Done && (self.asked_by == person || !self.asker_is_here)
    }

    /// Whether this person may withdraw it: who asked, or anybody of the customer where that one has left, until it is over.
    #[must_use]
    pub fn may_withdraw(&self, person: PersonId) -> bool {
        self.state.is_open() && (self.asked_by == person || !self.asker_is_here)
    }

    /// Whether it can be opened again: it is done, or over.
    #[must_use]
    pub fn may_reopen(&self) -> bool {
        self.state == ServiceRequestState::Done || self.state.ball() == Ball::Nobody
    }

    /// Whether the day by which it is wanted is over and it is not done.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state.is_open() && self.wanted_on.is_some_and(|day| day < today)
    }
}

/// Something that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRequestStep {
    /// Which.
    pub id: ServiceRequestStepId,
    /// How far it was from then on.
    pub state: ServiceRequestState,
    /// What was said to it; may be empty.
    pub words: String,
    /// Who did it.
    pub by: String,
    /// The side of who did.
    pub side: Side,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_late_until_it_is_answered_and_stays_so_where_it_was_late() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let reply = |due, answered: Option<i64>| ReplyPromise { due_at: Some(at(due)), answered_at: answered.map(at) };
        assert_eq!(reply(10, None).state(at(10)), Some(ReplyState::Due(at(10))));
        assert_eq!(reply(10, None).state(at(11)), Some(ReplyState::Late(at(10))));
        assert_eq!(reply(10, Some(10)).state(at(99)), None);
        let late = ReplyState::AnsweredLate { due_at: at(10), answered_at: at(12) };
        assert_eq!(reply(10, Some(12)).state(at(99)), Some(late));
        assert_eq!(ReplyPromise::default().state(at(99)), None);
    }
}
