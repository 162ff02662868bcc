//! The right to write down what a customer will need.

use super::{AccessError, Held, proofs, under_customer};
use crate::{Change, access::PlanScope};

impl Held {
    /// The right to write in the plan of the customer's year: its members, the supplier's people where they are responsible.
    ///
    /// # Errors
    /// [`AccessError::NotResponsible`].
    pub async fn need_write(&self, change: &mut Change) -> Result<NeedWrite, AccessError> {
        self.verify_responsible(change, None).await?;
        Ok(NeedWrite { serial: self.serial, plan: self.access.plan })
    }
}

/// May write down what a customer will need.
#[derive(Debug, Clone, Copy)]
pub struct NeedWrite {
    serial: u64,
    plan: PlanScope,
}

impl NeedWrite {
    /// What it reads the needs with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

proofs!(NeedWrite);
under_customer!(NeedWrite: plan);
