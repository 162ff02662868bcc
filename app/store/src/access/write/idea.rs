//! Rights to write ideas, and to judge the work together for one side.

use super::{AccessError, Held, proofs, under_customer};
use crate::{
    Change,
    access::{PlanScope, Staff},
};
use coplan_domain::person::{Scope, Side};

impl Held {
    /// The right to write ideas, to support those of others and to answer an invitation to try one: the customer's
    /// people, and whoever of the supplier's may write at all.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`] for who only reads.
    pub fn idea_write(&self) -> Result<IdeaWrite, AccessError> {
        if self.actor.staff().is_some_and(Staff::only_reads) {
            return Err(AccessError::NotResponsible);
        }
        Ok(IdeaWrite { serial: self.serial, plan: self.access.plan })
    }

    /// The right to judge the work together for one's side: members who read the whole plan, the supplier's people where
    /// they are responsible.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`].
    pub async fn assessment_write(&self, change: &mut Change) -> Result<AssessmentWrite, AccessError> {
        let plan = self.access.plan;
        if plan.side() == Side::Customer && !Scope::ALL.iter().all(|scope| self.access.has(*scope)) {
            return Err(AccessError::NotResponsible);
        }
        self.verify_responsible(change, None).await?;
        Ok(AssessmentWrite { serial: self.serial, plan })
    }
}

/// May write ideas and support those of others.
#[derive(Debug, Clone, Copy)]
pub struct IdeaWrite {
    serial: u64,
    plan: PlanScope,
}

impl IdeaWrite {
    /// What it reads ideas with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

/// May judge the work together for its holder's side.
#[derive(Debug, Clone, Copy)]
pub struct AssessmentWrite {
    serial: u64,
    plan: PlanScope,
}

impl AssessmentWrite {
    /// What it reads assessments with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

proofs!(AssessmentWrite, IdeaWrite);
under_customer!(AssessmentWrite: plan, IdeaWrite: plan);
