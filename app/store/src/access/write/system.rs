//! The right of the process itself and of whoever is at the console of the machine.

use super::{AddsPeople, AddsStaff, EntryWrite, KeepsInvoices, WriteProof, affecting, sealed::Sealed};
use crate::Change;
use coplan_domain::id::{CustomerId, PersonId};
use std::sync::atomic::{AtomicBool, Ordering};

/// May do what no request does: the work that changes have promised, forgetting what is old, and what is asked at the
/// console, where the database lies open anyway. Never to be reached from the network.
#[derive(Debug, Clone)]
pub struct System {
    _private: (),
}

static TAKEN: AtomicBool = AtomicBool::new(false);

impl System {
    /// The one that a process has, for its `main`; none for whoever asks later.
    #[must_use]
    pub fn take() -> Option<Self> {
        (!TAKEN.swap(true, Ordering::SeqCst)).then_some(Self { _private: () })
    }

    /// One for a test.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn for_tests() -> Self {
        Self { _private: () }
    }

    /// The right to let a person in who comes by nothing: whom a command at the console acts for, or a test's.
    #[must_use]
    pub fn let_in(&self, change: &Change, person: PersonId) -> super::LetIn {
        super::LetIn::by_system(change, person)
    }

    /// The right to change how a person comes in, as that person's own wish.
    #[must_use]
    pub fn entry_of(&self, change: &Change, person: PersonId) -> EntryWrite {
        EntryWrite::new(change, person, person)
    }
}

impl Sealed for System {
    fn proved_in(&self) -> Option<u64> {
        None
    }
}

// Jobs, visits and what is forgotten by age are read anew each time; whatever else it writes says what that affects.
affecting!(System: Nothing);

impl WriteProof for System {}
impl AddsPeople for System {}
impl AddsStaff for System {}

impl KeepsInvoices for System {
    fn covers(&self, _customer: CustomerId) -> bool {
        true
    }
    fn by(&self) -> Option<PersonId> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_has_one_right_of_its_own() {
        assert!(System::take().is_some());
        assert!(System::take().is_none() && System::take().is_none());
    }
}
