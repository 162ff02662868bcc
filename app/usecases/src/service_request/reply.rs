//! What the customer says to a request: an answer that the supplier waits for, that it is done, or that it is not.

use super::{ServiceRequestWordsForm, WithdrawServiceRequestForm, tell};
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
        Deed::Reopen => (found.may_reopen(), ServiceRequestState::Received, EventKind::RequestReopened),
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

/// Says that a request is not needed any more, by whoever asked: without a word while nobody has begun, with one later. Said
/// before, that holds.
///
/// # Errors
/// [`Error`]; `NotResponsible` for the others, `Stale` where it has moved since the form was drawn, or is over.
pub async fn withdraw(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ServiceRequestId,
    form: &WithdrawServiceRequestForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.service_request_write()?;
    let found = service_request::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
    let words = read?.words.map(String::from).unwrap_or_default();
    if found.state == ServiceRequestState::Withdrawn {
        return Ok(());
    }
    if !found.state.is_open() {
        return Err(Error::stale(()));
    }
    if !found.may_withdraw(actor.person()) {
        return Err(Error::NotResponsible);
    }
    let is_untouched = found.state == ServiceRequestState::Received;
    if words.is_empty() && !is_untouched {
        return Err(Error::Invalid(vec![FieldProblem { field: "words", problem: Problem::Empty }]));
    }
    let step = NewStep { id: form.id, state: ServiceRequestState::Withdrawn, words };
    // Nobody has to answer any more what nobody has answered yet.
    let anew = is_untouched.then_some(None);
    if !service_request::reply(&mut change, &write, (id, form.version), &step, anew).await? {
        return Err(Error::stale(()));
    }
    tell(&mut change, &write, EventKind::RequestWithdrawn, id, &found.what).await?;
    Ok(portal.commit(change).await?)
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
