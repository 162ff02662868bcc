//! The proof that lets somebody look for whose an invoice is, at all customers.

use super::{Staff, System};
use coplan_domain::id::PersonId;

/// May read invoices that are yet to be kept, whichever customer they are for: one of the supplier's people, or whoever is at the console of
/// the machine.
#[derive(Debug, Clone, Copy)]
pub struct Billing {
    by: Option<PersonId>,
}

impl Billing {
    /// Whoever runs a command on the machine itself.
    #[must_use]
    pub fn at_console(_system: &System) -> Self {
        Self { by: None }
    }
    /// Who; none at the console.
    #[must_use]
    pub fn by(self) -> Option<PersonId> {
        self.by
    }
}

impl From<&Staff> for Billing {
    fn from(staff: &Staff) -> Self {
        Self { by: Some(staff.entered().person()) }
    }
}
