//! The forms of requests.

use crate::form::{Choice, FromField, Problem, day, form, line, listed, one_of, prose};
use coplan_domain::{
    id::{PersonId, RequestKindId, ServiceRequestId, ServiceRequestStepId},
    service_request::ServiceRequestState,
    text::{Line, Prose},
};
use jiff::civil::Date;

const STATES: &[Choice] = &[
    Choice::new(ServiceRequestState::InProgress.as_str(), "service-request-in-progress").hint("service-request-in-progress-hint"),
    Choice::new(ServiceRequestState::Waiting.as_str(), "service-request-waits-customer")
        .hint("service-request-waits-customer-hint"),
    Choice::new(ServiceRequestState::Done.as_str(), "service-request-done").hint("service-request-done-hint"),
    Choice::new(ServiceRequestState::Declined.as_str(), "service-request-declined").hint("service-request-declined-hint"),
];

form! {
    /// What is wanted.
    ReadSend {
        /// Of which kind.
        kind: RequestKindId = listed("service-request-kind", &[]),
        /// What.
        what: Line = line("service-request-what").hint("service-request-what-hint"),
        /// Why.
        why: Option<Prose> = prose("service-request-why").hint("service-request-why-hint"),
        /// By when.
        wanted_on: Option<Date> = day("service-request-wanted-on"),
    }

    /// What is wanted, as it was typed.
    new ServiceRequestForm { id: ServiceRequestId }
}

form! {
    /// How far the supplier says that it is.
    ReadAnswer {
        /// How far.
        state: ServiceRequestState = one_of("service-request-state", STATES).stacked(),
        /// What is said to it.
        words: Prose = prose("service-request-answer"),
        /// Who works on it.
        owner: Option<PersonId> = listed("service-request-owner", &[]),
    } => |problems| {
        // The others are the customer's to say.
        let of_customer =
            [ServiceRequestState::Received, ServiceRequestState::Confirmed, ServiceRequestState::Withdrawn];
        if state.is_some_and(|state| of_customer.contains(&state)) {
            problems.add("state", Problem::NotOneOf);
        }
    }

    /// How far it is, as it was typed.
    keyed AnswerServiceRequestForm {
        /// Made when the form is drawn, so that a second click says nothing twice.
        key id: ServiceRequestStepId,
        /// The version that the form was drawn from.
        key version: i64,
    }
}

form! {
    /// What the customer says to a request.
    ReadWords {
        /// What.
        words: Prose = prose("service-request-words"),
    }

    /// What the customer says, as it was typed.
    keyed ServiceRequestWordsForm {
        /// Made when the form is drawn, so that a second click says nothing twice.
        key id: ServiceRequestStepId,
        /// The version that the form was drawn from.
        key version: i64,
    }
}

form! {
    /// Why a request is not needed any more.
    ReadWithdrawal {
        /// Why; needed once the supplier works on it.
        words: Option<Prose> = prose("service-request-withdraw-why").hint("service-request-withdraw-hint"),
    }

    /// Why it is not needed, as it was typed.
    keyed WithdrawServiceRequestForm {
        /// Made when the form is drawn, so that a second click says nothing twice.
        key id: ServiceRequestStepId,
        /// The version that the form was drawn from.
        key version: i64,
    }
}

/// One of the kinds that there are.
impl FromField for RequestKindId {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        typed.parse().map_err(|_| Problem::NotOneOf)
    }
}

impl FromField for ServiceRequestState {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.is_empty() { Err(Problem::Empty) } else { typed.parse().map_err(|_| Problem::NotOneOf) }
    }
}
