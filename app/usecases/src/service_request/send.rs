//! Sending a request: it goes to who takes care of its kind, with the promise of that kind.

use super::{ServiceRequestForm, tell};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::filled,
    portal::access_to,
    thread::rate_limit,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ServiceRequestId},
    person::Side,
    service_request::RequestKind,
};
use coplan_store::{
    access::{Actor, hold},
    request_kind,
    service_request::{self, NewServiceRequest},
};
use jiff::civil::Date;
use std::sync::Arc;

/// What can be asked for: for drawing the form.
#[derive(Debug, Clone)]
pub struct SendContext {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The kinds.
    pub kinds: Vec<RequestKind>,
    /// The reader's day.
    pub today: Date,
}

/// Looks up what can be asked for.
///
/// # Errors
/// [`Error`]; `NotFound` also for the supplier's people.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<SendContext, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    if actor.side() == Side::Supplier {
        return Err(Error::NotFound);
    }
    Ok(SendContext {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        kinds: request_kind::list_for_plan(&mut conn, access.plan).await?,
        today: portal.today(actor),
    })
}

/// Sends a request; sent before with the same form, it is sent already.
pub async fn send(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    form: &ServiceRequestForm,
) -> Result<ServiceRequestId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.service_request_write()?;
    let read = read?;
    let invalid = |field, problem| Error::Invalid(vec![FieldProblem { field, problem }]);
    let kind = request_kind::find(&mut change, write.plan(), read.kind).await?;
    let kind = kind.ok_or_else(|| invalid("kind", Problem::NotOneOf))?;
    if read.wanted_on.is_some_and(|day| day < portal.today(actor)) {
        return Err(invalid("wanted_on", Problem::InPast));
    }
    let now = change.now();
    let new = NewServiceRequest {
        kind: kind.id,
        what: read.what.into(),
        why: read.why.map(String::from).unwrap_or_default(),
        wanted_on: read.wanted_on,
        staff: kind.staff.map(|(staff, _)| staff),
        reply_due_at: kind.reply_hours.and_then(|hours| portal.settings.working_time.after(now, hours)),
    };
    for id in idempotency::ids::<ServiceRequestId>(form.id.0, &filled(form)) {
        if service_request::insert(&mut change, &write, id, &new).await? {
            rate_limit::check(&mut change, actor, "what").await?;
            tell(&mut change, &write, EventKind::RequestSent, id, &new.what).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let known = service_request::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if (known.kind, &known.what, &known.why, known.wanted_on) == (new.kind, &new.what, &new.why, new.wanted_on) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}
