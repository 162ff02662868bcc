//! The requests of a customer, one of them with all that happened, and the open ones of all customers.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    thread::{self, ThreadLineView},
};
use coplan_domain::{
    id::{CustomerId, ServiceRequestId},
    person::{Side, StaffPerson},
    service_request::{ServiceRequest, ServiceRequestState},
};
use coplan_store::{
    access::{Actor, may_answer},
    person::{self, InCharge},
    service_request::{self, WaitingRequest},
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most requests that are listed.
const MOST: i64 = 300;

/// The requests of a customer.
#[derive(Debug, Clone)]
pub struct ServiceRequestList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The requests, the newest first.
    pub requests: Vec<ServiceRequest>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// A request as one reader may see it.
#[derive(Debug, Clone)]
pub struct ServiceRequestView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The request.
    pub request: ServiceRequest,
    /// Among whom one can be chosen to work on it, where the reader may say how far it is.
    pub colleagues: Option<Vec<StaffPerson>>,
    /// Whether the reader may say that it is done.
    pub may_confirm: bool,
    /// Whether the reader may say that it is not needed any more.
    pub may_withdraw: bool,
    /// The discussions about it; none without the right to read those.
    pub threads: Option<Vec<ThreadLineView>>,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

impl ServiceRequestView {
    /// Whether the reader may give the supplier what it waits for.
    #[must_use]
    pub fn may_reply(&self) -> bool {
        self.side == Side::Customer && self.request.state == ServiceRequestState::Waiting
    }

    /// Whether the reader may open it again.
    #[must_use]
    pub fn may_reopen(&self) -> bool {
        self.side == Side::Customer && self.request.may_reopen()
    }
}

/// Lists the requests of a customer.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<ServiceRequestList, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(ServiceRequestList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        requests: service_request::list(&mut conn, access.plan, MOST).await?,
        side: actor.side(),
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}

/// Shows a request.
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
) -> Result<ServiceRequestView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let request = service_request::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let (now, side) = (portal.clock.now(), actor.side());
    let owner = request.owner.as_ref().map(|(owner, _)| *owner);
    let colleagues = match actor.staff() {
        Some(staff) if may_answer(&mut conn, staff, access.plan, owner, now).await? => {
            Some(person::list_in_charge(&mut conn, staff, InCharge::Customer(customer)).await?)
        }
        _ => None,
    };
    let is_member = side == Side::Customer;
    Ok(ServiceRequestView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        colleagues,
        may_confirm: is_member && request.may_confirm(actor.person()),
        may_withdraw: is_member && request.may_withdraw(actor.person()),
        threads: thread::about(&mut conn, &access, id.0).await?,
        request,
        side,
        today: portal.today(actor),
        now,
    })
}

/// Lists the requests of all customers that are not over, the oldest first; for the supplier's people.
pub async fn list_open(portal: &Portal, actor: &Actor) -> Result<Vec<WaitingRequest>, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    Ok(service_request::list_open(&mut conn, staff, MOST).await?)
}
