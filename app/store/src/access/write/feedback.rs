//! Rights to give feedback, and to do something about it.

use super::{AccessError, Held, proofs, under_customer};
use crate::{Change, access::PlanScope, feedback};
use coplan_domain::{feedback::Feedback, id::FeedbackId, person::Side};

impl Held {
    /// The right to give feedback, to answer surveys and to say whether what was done helped: the customer's people.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for the supplier's people.
    pub fn feedback_write(&self) -> Result<FeedbackWrite, AccessError> {
        let plan = self.access.plan;
        if plan.side() == Side::Customer { Ok(FeedbackWrite { serial: self.serial, plan }) } else { Err(AccessError::NotFound) }
    }

    /// The right to say what is done about feedback, with the feedback as it is: whoever has its matter, and whoever has
    /// promised to do something about it.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members and where there is no such feedback, [`AccessError::NotResponsible`].
    pub async fn follow_up_write(&self, change: &mut Change, id: FeedbackId) -> Result<(FollowUpWrite, Feedback), AccessError> {
        self.staff()?;
        let plan = self.access.plan;
        let found = feedback::find(change, plan, id).await?.ok_or(AccessError::NotFound)?;
        if found.pending().is_none_or(|pending| pending.owner != plan.person()) {
            self.verify_responsible(change, found.project()).await?;
        }
        Ok((FollowUpWrite { serial: self.serial, plan, feedback: id }, found))
    }
}

/// May give feedback, answer surveys and say whether what was done helped.
#[derive(Debug, Clone, Copy)]
pub struct FeedbackWrite {
    serial: u64,
    plan: PlanScope,
}

impl FeedbackWrite {
    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

/// May say what is done about one feedback.
#[derive(Debug, Clone, Copy)]
pub struct FollowUpWrite {
    serial: u64,
    plan: PlanScope,
    feedback: FeedbackId,
}

impl FollowUpWrite {
    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }

    /// About which.
    #[must_use]
    pub fn feedback(self) -> FeedbackId {
        self.feedback
    }
}

proofs!(FeedbackWrite, FollowUpWrite);
under_customer!(FeedbackWrite: plan, FollowUpWrite: plan);
