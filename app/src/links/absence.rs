//! Addresses of days away.

use coplan_domain::id::{AbsenceId, PersonId};

routes! {
    /// The reader's own.
    own() = "/me/away" for staff;
    /// Cancels some of them.
    cancel_own(absence: AbsenceId) = "/me/away/{absence}/cancel" for staff;
    /// Chooses another stand-in for some of them.
    other_own(absence: AbsenceId) = "/me/away/{absence}/stand-in" for staff;
    /// Where whoever is named as the stand-in answers.
    answer(absence: AbsenceId) = "/me/stand-in/{absence}" for staff;
    /// Those of a colleague.
    of_colleague(person: PersonId) = "/staff/{person}/away" for staff;
    /// Chooses another stand-in for some of those.
    other_of_colleague(person: PersonId, absence: AbsenceId) = "/staff/{person}/away/{absence}/stand-in" for staff;
    /// Cancels some of those.
    cancel_of_colleague(person: PersonId, absence: AbsenceId) = "/staff/{person}/away/{absence}/cancel" for staff;
}
