//! Addresses of days away.

use coplan_domain::id::{AbsenceId, PersonId};

routes! {
    /// The reader's own.
    own() = "/me/away" for staff;
    /// Cancels some of them.
    cancel_own(absence: AbsenceId) = "/me/away/{absence}/cancel" for staff;
    /// Those of a colleague.
    of_colleague(person: PersonId) = "/staff/{person}/away" for staff;
    /// Cancels some of those.
    cancel_of_colleague(person: PersonId, absence: AbsenceId) = "/staff/{person}/away/{absence}/cancel" for staff;
}
