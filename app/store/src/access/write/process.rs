//! Rights to write in the customer's process, and to follow up a concern.

use super::{AccessError, Held, proofs, under_customer};
use crate::{Change, access::PlanScope, concern};
use coplan_domain::{id::ConcernId, person::Side, process::Concern};

impl Held {
    /// The right to write in the customer's process for one's side: its members, the supplier's people where they are
    /// responsible.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`].
    pub async fn process_write(&self, change: &mut Change) -> Result<ProcessWrite, AccessError> {
        self.verify_responsible(change, None).await?;
        Ok(ProcessWrite { serial: self.serial, plan: self.access.plan })
    }

    /// The right to say that what was promised about a concern is done: whoever promised to do it, and whoever has the
    /// customer.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members and where there is no such concern, [`AccessError::NotResponsible`].
    pub async fn concern_finish(&self, change: &mut Change, id: ConcernId) -> Result<(ProcessWrite, Concern), AccessError> {
        self.staff()?;
        let plan = self.access.plan;
        let found = concern::find(change, plan, id).await?.ok_or(AccessError::NotFound)?;
        if found.pending().is_none_or(|pending| pending.owner != plan.person()) {
            self.verify_responsible(change, None).await?;
        }
        Ok((ProcessWrite { serial: self.serial, plan }, found))
    }

    /// The right to say whether a concern is resolved: who raised it; others of its side, where that person is not here any
    /// more.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for the other side and where there is no such concern, [`AccessError::NotResponsible`].
    pub async fn concern_verdict(&self, change: &mut Change, id: ConcernId) -> Result<(ProcessWrite, Concern), AccessError> {
        let plan = self.access.plan;
        let found = concern::find(change, plan, id).await?.filter(|found| found.side == plan.side());
        let found = found.ok_or(AccessError::NotFound)?;
        if !found.is_judged_by(plan.person(), plan.side()) {
            return Err(AccessError::NotResponsible);
        }
        Ok((ProcessWrite { serial: self.serial, plan }, found))
    }
}

/// May write in the customer's process for its holder's side.
#[derive(Debug, Clone, Copy)]
pub struct ProcessWrite {
    serial: u64,
    plan: PlanScope,
}

impl ProcessWrite {
    /// What it reads the process with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// On which side its holder is.
    #[must_use]
    pub fn side(self) -> Side {
        self.plan.side()
    }
}

proofs!(ProcessWrite);
under_customer!(ProcessWrite: plan);
