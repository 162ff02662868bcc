//! The rights to agree to what was reported and to what is guaranteed.

use super::{AccessError, Held, proofs, under_customer};
use crate::{Change, access::PlanScope};
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

    /// The right to agree to the agreement for one's side: the customer's people, the supplier's people where they are
    /// responsible.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`].
    pub async fn agreement_write(&self, change: &mut Change) -> Result<AgreementWrite, AccessError> {
        self.verify_responsible(change, None).await?;
        Ok(AgreementWrite { serial: self.serial, plan: self.access.plan })
    }
}

/// May agree to the agreement for one's side.
#[derive(Debug, Clone, Copy)]
pub struct AgreementWrite {
    serial: u64,
    plan: PlanScope,
}

impl AgreementWrite {
    /// What it reads the agreement with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// For which side.
    #[must_use]
    pub fn side(self) -> Side {
        self.plan.side()
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

proofs!(ReportApprovalWrite, AgreementWrite);
under_customer!(ReportApprovalWrite: plan, AgreementWrite: plan);
