//! The form of days away.

use crate::form::{day, form, listed};
use coplan_domain::id::{AbsenceId, PersonId};
use jiff::civil::Date;

form! {
    _ {
        /// The first day away.
        first_day: Date = day("absence-first-day"),
        /// The last day away.
        last_day: Date = day("absence-last-day").beside(),
        /// Who has the matters meanwhile.
        stand_in: PersonId = listed("absence-who", &[]).hint("absence-who-hint"),
    }

    /// Days away as they were typed.
    new AbsenceForm { id: AbsenceId }
}
