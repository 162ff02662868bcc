//! Rights to send requests and to say how far they are.

use super::{AccessError, Held, may_write, proofs, responsible::on_duty_at, under_customer};
use crate::{
    Change, Conn, Result,
    access::{PlanScope, Staff},
    service_request,
};
use coplan_domain::{
    id::{PersonId, ServiceRequestId},
    person::Side,
    service_request::ServiceRequest,
};
use jiff::Timestamp;

/// Whether one of the supplier's people may say how far a request is: who works on it, a stand-in, and whoever may change the
/// plan as a whole.
pub async fn may_answer(
    conn: &mut Conn,
    staff: &Staff,
    scope: PlanScope,
    owner: Option<PersonId>,
    now: Timestamp,
) -> Result<bool> {
    if staff.only_reads() {
        return Ok(false);
    }
    let me = staff.entered().person();
    if let Some(owner) = owner
        && (owner == me || on_duty_at(conn, owner, now).await? == me)
    {
        return Ok(true);
    }
    may_write(conn, staff, scope, None, now).await
}

impl Held {
    /// The right to send requests and to say what the customer says to them: its people.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for the supplier's people.
    pub fn service_request_write(&self) -> Result<ServiceRequestWrite, AccessError> {
        let plan = self.access.plan;
        if plan.side() == Side::Customer {
            Ok(ServiceRequestWrite { serial: self.serial, plan })
        } else {
            Err(AccessError::NotFound)
        }
    }

    /// The right to say how far a request is, with the request as it is.
    ///
    /// # Errors
    /// [`AccessError::NotFound`] for members and where there is no such request, [`AccessError::NotResponsible`].
    pub async fn service_request_answer(
        &self,
        change: &mut Change,
        id: ServiceRequestId,
    ) -> Result<(ServiceRequestAnswer, ServiceRequest), AccessError> {
        let (staff, _) = self.staff()?;
        let (plan, now) = (self.access.plan, change.now());
        let found = service_request::find(change, plan, id).await?.ok_or(AccessError::NotFound)?;
        let owner = found.owner.as_ref().map(|(owner, _)| *owner);
        if !may_answer(change, staff, plan, owner, now).await? {
            return Err(AccessError::NotResponsible);
        }
        Ok((ServiceRequestAnswer { serial: self.serial, plan, request: id }, found))
    }
}

/// May send requests and say what the customer says to them.
#[derive(Debug, Clone, Copy)]
pub struct ServiceRequestWrite {
    serial: u64,
    plan: PlanScope,
}

impl ServiceRequestWrite {
    /// What it reads the plan with.
    #[must_use]
    pub fn plan(self) -> PlanScope {
        self.plan
    }
}

/// May say for the supplier how far one request is.
#[derive(Debug, Clone, Copy)]
pub struct ServiceRequestAnswer {
    serial: u64,
    plan: PlanScope,
    request: ServiceRequestId,
}

impl ServiceRequestAnswer {
    /// Which request.
    #[must_use]
    pub fn request(self) -> ServiceRequestId {
        self.request
    }
}

proofs!(ServiceRequestWrite, ServiceRequestAnswer);
under_customer!(ServiceRequestWrite: plan, ServiceRequestAnswer: plan);
