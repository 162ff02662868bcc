//! What the supplier says to a request: how far it is, in a word, and who works on it.

use super::{AnswerServiceRequestForm, tell};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ServiceRequestId},
    service_request::ServiceRequestState,
};
use coplan_store::{
    access::{Actor, hold},
    person::{self, InCharge},
    service_request::{self, NewStep},
};

/// Says how far a request is; said before with the same form, it is said already.
///
/// # Errors
/// [`Error`]; `Stale` where it has moved since the form was drawn.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
    form: &AnswerServiceRequestForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, found) = held.service_request_answer(&mut change, id).await?;
    let read = read?;
    if let Some(owner) = read.owner
        && person::find_in_charge(&mut change, owner, InCharge::Customer(customer)).await?.is_none()
    {
        return Err(Error::Invalid(vec![FieldProblem { field: "owner", problem: Problem::NotOneOf }]));
    }
    if found.steps.iter().any(|step| step.id == form.id) {
        return Ok(());
    }
    let step = NewStep { id: form.id, state: read.state, words: read.words.into() };
    if !service_request::answer(&mut change, &write, form.version, &step, read.owner).await? {
        return Err(Error::stale(()));
    }
    let kind = match step.state {
        ServiceRequestState::Waiting => EventKind::RequestWaits,
        ServiceRequestState::Done => EventKind::RequestDone,
        ServiceRequestState::Declined => EventKind::RequestDeclined,
        ServiceRequestState::Received
        | ServiceRequestState::InProgress
        | ServiceRequestState::Confirmed
        | ServiceRequestState::Withdrawn => EventKind::RequestBegun,
    };
    tell(&mut change, &write, kind, id, &found.what).await?;
    Ok(portal.commit(change).await?)
}
