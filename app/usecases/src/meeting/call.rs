//! Calling a meeting, changing its invitation, showing it, cancelling it.

use super::{CallForm, ChangeMeetingForm, audience, invite::invite, tell, write_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::{self, filled},
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MeetingId},
    meeting::Meeting,
};
use coplan_store::{
    access::{Actor, hold},
    meeting,
};

fn no_such_time() -> Vec<FieldProblem> {
    vec![FieldProblem { field: "time", problem: Problem::NotATime }]
}

/// Calls a meeting; called before with the same form, it is there already.
pub async fn call(portal: &Portal, actor: &Actor, customer: CustomerId, form: &CallForm) -> Result<MeetingId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.meeting_write(&mut change).await?;
    actor.staff().ok_or(Error::NotFound)?;
    let words = read?.kept(actor.entered().time_zone()).ok_or_else(no_such_time)?;
    for id in idempotency::ids::<MeetingId>(form.id.0, &filled(form)) {
        if meeting::insert(&mut change, &write, id, &words, form.shared).await? {
            let (object, told) = ((ObjectKind::Meeting, id.0), audience(form.shared));
            record(&mut change, &write, EventKind::MeetingCalled, object, &words.title, told).await?;
            if form.shared {
                invite(&mut change, &write, id, 0).await?;
            }
            portal.commit(change).await?;
            return Ok(id);
        }
        let known = meeting::find(&mut change, write.meetings(), id).await?.ok_or(Error::NotFound)?;
        if (&known.title, known.starts_at, known.length) == (&words.title, words.starts_at, words.length) {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}

/// Changes the invitation, together with what others have changed since.
///
/// # Errors
/// [`Error`]; `NotFound` once it is over, `Stale` with the meeting as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    form: &ChangeMeetingForm,
) -> Result<(), Error<Meeting>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    read?;
    let zone = actor.entered().time_zone();
    let merged = merge::merged(form, &ChangeMeetingForm::of(&found, zone)).and_then(|form| form.parse().ok());
    let words = merged.ok_or_else(|| Error::stale(found.clone()))?.kept(zone).ok_or_else(no_such_time)?;
    if !meeting::update_words(&mut change, &write, id, found.version, &words).await? {
        return Err(Error::NotFound);
    }
    let told = Meeting { title: words.title, ..found };
    tell(&mut change, &write, EventKind::MeetingChanged, &told).await?;
    if told.shared_at.is_some() {
        invite(&mut change, &write, id, told.sequence + 1).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Shows the customer a meeting; seen already, it stays seen.
pub async fn share(portal: &Portal, actor: &Actor, customer: CustomerId, id: MeetingId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    if meeting::share(&mut change, &write, id).await? {
        let told = Meeting { shared_at: Some(change.now()), ..found };
        tell(&mut change, &write, EventKind::MeetingCalled, &told).await?;
        invite(&mut change, &write, id, told.sequence).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Says that a meeting does not take place; cancelled or closed before, it stays so.
pub async fn cancel(portal: &Portal, actor: &Actor, customer: CustomerId, id: MeetingId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    if meeting::cancel(&mut change, &write, id).await? {
        tell(&mut change, &write, EventKind::MeetingCancelled, &found).await?;
        if found.shared_at.is_some() {
            invite(&mut change, &write, id, found.sequence + 1).await?;
        }
    }
    Ok(portal.commit(change).await?)
}
