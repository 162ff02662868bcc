//! The forms of a kind of request.

use crate::form::{FromField, Problem, form, line, listed};
use coplan_domain::{
    id::{PersonId, RequestKindId},
    text::Line,
    working_time::MOST_HOURS,
};

/// The most working hours that can be promised.
pub const HOURS_LIMIT: i64 = MOST_HOURS;

form! {
    /// A kind of request.
    ReadRequestKind {
        /// What it is called.
        name: Option<Line> = line("request-kind-name"),
        /// To whom it goes.
        staff: Option<PersonId> = listed("request-kind-staff", &[]),
        /// Within how many working hours there is a first answer.
        hours: ReplyHours = line("request-kind-hours").hint("request-kind-hours-hint"),
    }

    /// A new kind as it was typed.
    new AddRequestKindForm { id: RequestKindId }

    /// A kind as it was typed.
    keyed ChangeRequestKindForm {
        /// The version that the form was drawn from.
        key version: i64,
    }
}

/// Working hours until a first answer; none where it is not promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyHours(pub Option<i64>);

impl FromField for ReplyHours {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Self(None));
        }
        let hours = typed.parse().ok().filter(|hours| (1..=HOURS_LIMIT).contains(hours));
        hours.map(|hours| Self(Some(hours))).ok_or(Problem::NotANumber)
    }
}
