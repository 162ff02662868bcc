//! The address of what waits for one of the supplier's people.

routes! {
    /// What waits, at all customers.
    show() = "/waiting" for staff;
}
