//! What the customer says to a request: an answer that the supplier waits for, that it is done, or that it is not.

use super::{ServiceRequestWordsForm, tell};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ServiceRequestId},
    service_request::{ServiceRequest, ServiceRequestState},
};
use coplan_store::{
    access::{Actor, hold},
    service_request::{self, NewStep},
};

/// Gives the supplier what it waits for; it works on from then on.
///
/// # Errors
/// [`Error`]; `Stale` where it has moved since the form was drawn.
pub async fn reply(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
    form: &ServiceRequestWordsForm,
) -> Result<(), Error<()>> {
    say(portal, actor, (customer, id), form, Deed::Reply).await
}

/// Says that a request is not done, or that it is wanted after all. What is promised of the first answer begins anew.
///
/// # Errors
/// [`Error`]; `Stale` where it has moved since the form was drawn.
pub async fn reopen(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
    form: &ServiceRequestWordsForm,
) -> Result<(), Error<()>> {
    say(portal, actor, (customer, id), form, Deed::Reopen).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Reply,
    Reopen,
}

async fn say(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ServiceRequestId),
    form: &ServiceRequestWordsForm,
    deed: Deed,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.service_request_write()?;
    let found = service_request::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let words = String::from(read?.words);
    if found.steps.iter().any(|step| step.id == form.id) {
        return Ok(());
    }
    let (fits, state, kind) = match deed {
        Deed::Reply => (found.state == ServiceRequestState::Waiting, ServiceRequestState::InProgress, EventKind::RequestReplied),
        Deed::Reopen => (may_reopen(&found), ServiceRequestState::Received, EventKind::RequestReopened),
    };
    let now = change.now();
    let due_at = found.reply_hours.and_then(|hours| portal.settings.working_time.after(now, hours));
    let anew = (deed == Deed::Reopen).then_some(due_at);
    let step = NewStep { id: form.id, state, words };
    if !fits || !service_request::reply(&mut change, &write, (id, form.version), &step, anew).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, kind, id, &found.what).await?;
    Ok(portal.commit(change).await?)
}

fn may_reopen(found: &ServiceRequest) -> bool {
    matches!(found.state, ServiceRequestState::Done | ServiceRequestState::Declined | ServiceRequestState::Confirmed)
}

/// Says that a request is done, by whoever asked; said before, that holds.
///
/// # Errors
/// [`Error`]; `NotResponsible` for the others, `Stale` where it has moved since the page was drawn.
pub async fn confirm(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
    version: i64,
) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.service_request_write()?;
    let found = service_request::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    if found.state == ServiceRequestState::Confirmed {
        return Ok(());
    }
    if found.state != ServiceRequestState::Done {
        return Err(Error::stale(()));
    }
    if !found.may_confirm(actor.person()) {
        return Err(Error::NotResponsible);
    }
    let step = NewStep { id: change.id(), state: ServiceRequestState::Confirmed, words: String::new() };
    if !service_request::reply(&mut change, &write, (id, version), &step, None).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::RequestConfirmed, id, &found.what).await?;
    Ok(portal.commit(change).await?)
}
