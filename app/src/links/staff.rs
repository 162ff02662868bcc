//! Addresses of the supplier's people.

use coplan_domain::id::PersonId;

routes! {
    /// All of them.
    list() = "/staff" for staff;
    /// Adds one.
    add() = "/staff/new" for staff;
    /// Changes one.
    edit(person: PersonId) = "/staff/{person}" for staff;
    /// Gives one a new password.
    reset_password(person: PersonId) = "/staff/{person}/reset-password" for staff;
    /// Ends one's time here.
    end(person: PersonId) = "/staff/{person}/end" for staff;
    /// Hands all that one has over to another.
    hand_over(person: PersonId) = "/staff/{person}/hand-over" for staff;
}
