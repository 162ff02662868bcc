//! The right to decide of what is handed over.

use super::{AccessError, Held, proofs, under_customer};
use crate::access::PlanScope;
use coplan_domain::person::Side;

impl Held {
    /// The right to approve or refuse what is handed over: the customer's people.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for the supplier's people.
    pub fn verdict_write(&self) -> Result<VerdictWrite, AccessError> {
        let plan = self.access.plan;
        if plan.side() == Side::Customer { Ok(VerdictWrite { serial: self.serial, plan }) } else { Err(AccessError::NotFound) }
    }
}

/// May approve or refuse what is handed over.
#[derive(Debug, Clone, Copy)]
pub struct VerdictWrite {
    serial: u64,
    plan: PlanScope,
}

impl VerdictWrite {
    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

proofs!(VerdictWrite);
under_customer!(VerdictWrite: plan);
