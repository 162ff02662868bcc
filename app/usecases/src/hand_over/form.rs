//! The form of a hand-over of several customers.

use crate::form::{FromField, Problem, day, form, listed, prose, several};
use coplan_domain::{
    id::{CustomerId, HandOverId, PersonId},
    text::Prose,
};
use jiff::civil::Date;

/// Customers that were chosen, each once.
pub struct Chosen(pub Vec<CustomerId>);

impl FromField for Chosen {
    type Raw = Vec<String>;

    fn from_field(typed: &Self::Raw) -> Result<Self, Problem> {
        let mut chosen = typed.iter().map(|one| one.parse()).collect::<Result<Vec<_>, _>>().map_err(|_| Problem::NotOneOf)?;
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.is_empty() { Err(Problem::Empty) } else { Ok(Self(chosen)) }
    }
}

form! {
    /// What is said of a hand-over.
    ReadHandOver {
        /// Which customers.
        customers: Chosen = several("hand-over-customers", &[]),
        /// Who gets them.
        to: PersonId = listed("responsible-to", &[]).hint("hand-over-to-hint"),
        /// From which day.
        on_day: Date = day("hand-over-day").hint("hand-over-day-hint"),
        /// For whoever gets them.
        note: Option<Prose> = prose("hand-over-note").hint("hand-over-note-hint"),
        /// For the customers.
        word: Option<Prose> = prose("hand-over-word").hint("hand-over-word-hint"),
    }

    /// A hand-over as it was typed.
    new PlanHandOverForm { id: HandOverId }
}
