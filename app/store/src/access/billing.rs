//! The proof that lets somebody bring in invoices.

use super::Staff;
use coplan_domain::id::PersonId;

/// May bring in invoices, whichever customer they are for: one of the supplier's people, or whoever is at the console of
/// the machine.
#[derive(Debug, Clone, Copy)]
pub struct Billing {
    by: Option<PersonId>,
}

impl Billing {
    /// Whoever runs a command on the machine itself, where the database lies open anyway. Never to be reached from the
    /// network.
    #[must_use]
    pub fn at_console() -> Self {
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
