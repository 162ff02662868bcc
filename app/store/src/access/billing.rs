//! The proof that lets somebody look for whose an invoice is, at all customers.

use super::{Staff, System};
use crate::visible::within_reach;
use coplan_domain::id::PersonId;

/// May read invoices that are yet to be kept, whichever customer they are for: one of the supplier's people, or whoever is at the console of
/// the machine.
#[derive(Debug, Clone, Copy)]
pub struct Billing {
    by: Option<PersonId>,
    narrowed: bool,
}

impl Billing {
    /// Whoever runs a command on the machine itself.
    #[must_use]
    pub fn at_console(_system: &System) -> Self {
        Self { by: None, narrowed: false }
    }
    /// The condition that a customer's id stands for one that may be found.
    pub(crate) fn within(self, customer: &str) -> String {
        within_reach(self.by.filter(|_| self.narrowed), customer)
    }
    /// Who; none at the console.
    #[must_use]
    pub fn by(self) -> Option<PersonId> {
        self.by
    }
}

impl From<&Staff> for Billing {
    fn from(staff: &Staff) -> Self {
        Self { by: Some(staff.entered().person()), narrowed: staff.is_narrowed() }
    }
}
