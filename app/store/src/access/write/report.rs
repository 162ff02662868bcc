//! The right to agree to what was reported.

use super::{AccessError, Held, proofs, under_customer};
use crate::access::PlanScope;
use coplan_domain::person::Side;

impl Held {
    /// The right to agree to what was reported, for the customer: its people.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for the supplier's people, who agree by publishing it.
    pub fn report_approval(&self) -> Result<ReportApprovalWrite, AccessError> {
        let plan = self.access.plan;
        if plan.side() == Side::Customer {
            Ok(ReportApprovalWrite { serial: self.serial, plan })
        } else {
            Err(AccessError::NotFound)
        }
    }
}

/// May agree to what was reported.
#[derive(Debug, Clone, Copy)]
pub struct ReportApprovalWrite {
    serial: u64,
    plan: PlanScope,
}

impl ReportApprovalWrite {
    /// What it reads reports with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

proofs!(ReportApprovalWrite);
under_customer!(ReportApprovalWrite: plan);
