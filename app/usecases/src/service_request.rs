//! Requests: sent by the customer's people, routed by their kind, answered within what was promised, followed until whoever
//! asked says that it is done.

mod answer;
mod form;
mod reply;
mod send;
mod show;

pub use answer::answer;
pub use coplan_store::service_request::WaitingRequest;
pub use form::{AnswerServiceRequestForm, ServiceRequestForm, ServiceRequestWordsForm, WithdrawServiceRequestForm};
pub use reply::{confirm, reopen, reply, withdraw};
pub use send::{SendContext, begin, send};
pub use show::{ServiceRequestList, ServiceRequestView, list, list_open, show};

use crate::record::record;
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::ServiceRequestId,
    person::Scope,
};
use coplan_store::{Change, Result, access::CustomerWrite};

/// Keeps that something happened to a request, for everybody who reads the plan.
async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, id: ServiceRequestId, what: &str) -> Result<()> {
    record(change, write, kind, (ObjectKind::ServiceRequest, id.0), what, Audience::Scope(Scope::Plan)).await
}
