//! The proof that lets somebody read what the bank tells, whichever customer paid.

use super::Staff;

/// May read the payments that the bank reports, and which invoices of all customers are open.
#[derive(Debug, Clone, Copy)]
pub struct BankScope(());

impl BankScope {
    /// Those who keep plans may, where they see the sums of all customers.
    #[must_use]
    pub fn of(staff: &Staff) -> Option<Self> {
        (staff.keeps_plans() && staff.sees_sums() && !staff.is_narrowed()).then_some(Self(()))
    }
}
