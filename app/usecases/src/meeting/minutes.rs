//! The agenda, which either side makes; the minutes, which the supplier writes; agreeing to them, which both do.

use super::{AgendaForm, ApproveForm, OutcomeForm, tell, write_of};
use crate::{Error, Portal, form::Parse, idempotency, merge::filled};
use coplan_domain::{
    event::EventKind,
    id::{AgendaItemId, CustomerId, MeetingId, OutcomeId},
    meeting::OutcomeKind,
    person::Side,
};
use coplan_store::{
    access::{Actor, hold},
    meeting,
};

/// Puts something on the agenda; put there before with the same form, it is there already. Nothing is put on the agenda
/// of a meeting that is over.
pub async fn propose(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    form: &AgendaForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let words = String::from(read?.words);
    for item in idempotency::ids::<AgendaItemId>(form.id.0, &filled(form)) {
        if meeting::insert_agenda_item(&mut change, &write, id, item, &words).await? {
            tell(&mut change, &write, EventKind::AgendaProposed, &found).await?;
            return Ok(portal.commit(change).await?);
        }
        let there = meeting::list_agenda(&mut change, write.meetings(), id).await?;
        let Some(there) = there.into_iter().find(|known| known.id == item) else { return Err(Error::NotFound) };
        if there.words == words {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// Takes something off the agenda: its own, or anybody's for the supplier. Gone before, it stays gone.
pub async fn remove_agenda_item(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    item: AgendaItemId,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = write_of(&mut change, actor, customer, id).await?;
    match meeting::find_own_agenda_item(&mut change, write.meetings(), item).await? {
        None => return Ok(()),
        Some(own) if own || write.side() == Side::Supplier => {}
        Some(_) => return Err(Error::NotResponsible),
    }
    meeting::remove_agenda_item(&mut change, &write, id, item).await?;
    Ok(portal.commit(change).await?)
}

/// Writes down what came of a meeting; written down before with the same form, it is there already. Nothing is written in
/// minutes that are closed.
pub async fn record(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    form: &OutcomeForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, _) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    let read = read?;
    let words = String::from(read.outcome);
    let is_task = read.kind == OutcomeKind::Task;
    let (side, due_on) = (read.side.filter(|_| is_task), read.due_on.filter(|_| is_task));
    for outcome in idempotency::ids::<OutcomeId>(form.id.0, &filled(form)) {
        if meeting::insert_outcome(&mut change, &write, id, outcome, (read.kind, &words), (side, due_on)).await? {
            return Ok(portal.commit(change).await?);
        }
        let known = meeting::find_outcome(&mut change, write.meetings(), outcome).await?.ok_or(Error::NotFound)?;
        if (known.meeting, known.kind, &known.words, known.side, known.due_on) == (id, read.kind, &words, side, due_on) {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// Takes something out of minutes that are not closed; gone before, it stays gone.
pub async fn remove_outcome(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    outcome: OutcomeId,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    meeting::remove_outcome(&mut change, &write, id, outcome).await?;
    Ok(portal.commit(change).await?)
}

/// Says that what a side was to do is done, or is not after all; members say it of what is theirs.
pub async fn set_done(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    outcome: OutcomeId,
    done: bool,
) -> Result<MeetingId, Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.meeting_write(&mut change).await?;
    let known = meeting::find_outcome(&mut change, write.meetings(), outcome).await?.ok_or(Error::NotFound)?;
    if write.side() == Side::Customer && known.side != Some(Side::Customer) {
        return Err(Error::NotResponsible);
    }
    if meeting::set_outcome_done(&mut change, &write, outcome, done).await? && done {
        let found = meeting::find(&mut change, write.meetings(), known.meeting).await?.ok_or(Error::NotFound)?;
        tell(&mut change, &write, EventKind::OutcomeDone, &found).await?;
    }
    portal.commit(change).await?;
    Ok(known.meeting)
}

/// Closes the minutes, so that both can agree to them; closed before, they stay so.
pub async fn close(portal: &Portal, actor: &Actor, customer: CustomerId, id: MeetingId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    if meeting::close(&mut change, &write, id).await? {
        tell(&mut change, &write, EventKind::MinutesClosed, &found).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Opens closed minutes again: who agreed to them agreed to what they were. Open already, they stay so.
pub async fn reopen(portal: &Portal, actor: &Actor, customer: CustomerId, id: MeetingId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    actor.staff().ok_or(Error::NotFound)?;
    if meeting::reopen(&mut change, &write, id).await? {
        tell(&mut change, &write, EventKind::MinutesReopened, &found).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Agrees to the minutes for the actor's side, as they were read. Where its side has agreed before, that holds.
///
/// # Errors
/// [`Error`]; `Stale` where they are another revision by now, or open again.
pub async fn approve(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    form: &ApproveForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let remark = read?.remark.map(String::from).unwrap_or_default();
    if found.closed_at.is_none() || found.revision != form.revision {
        return Err(Error::stale(()));
    }
    if meeting::approve(&mut change, &write, id, form.revision, &remark).await? {
        tell(&mut change, &write, EventKind::MinutesApproved, &found).await?;
    }
    Ok(portal.commit(change).await?)
}
