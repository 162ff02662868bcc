//! What was measured: written down by either side, confirmed or disputed by the other.

use super::{DisputeForm, ReadingForm, settle, tell, write_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::filled,
};
use coplan_domain::{
    event::EventKind,
    goal::{Goal, Reading, ReadingAnswer},
    id::{CustomerId, GoalId, ReadingId},
};
use coplan_store::{
    Change,
    access::{Actor, GoalWrite},
    goal,
};

/// Writes down what was measured; written down before with the same form, it is there already. Nothing is written of a
/// goal that ended.
pub async fn record(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId, form: &ReadingForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let read = read?;
    if read.day > portal.today(actor) {
        return Err(Error::Invalid(vec![FieldProblem { field: "day", problem: Problem::InFuture }]));
    }
    let (value, note) = (read.value.0, read.note.map(String::from).unwrap_or_default());
    for reading in idempotency::ids::<ReadingId>(form.id.0, &filled(form)) {
        if goal::insert_reading(&mut change, &write, id, reading, (read.day, &value, &note)).await? {
            settle(&mut change, &write, id).await?;
            tell(&mut change, &write, EventKind::ReadingRecorded, id, &found.now.terms.title).await?;
            return Ok(portal.commit(change).await?);
        }
        let (of, known) = goal::find_reading(&mut change, write.goals(), reading).await?.ok_or(Error::NotFound)?;
        if (of, known.day, &known.value, &known.note) == (id, read.day, &value, &note) {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// One reading of a goal, with the right to write.
async fn reading_of(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
    reading: ReadingId,
) -> Result<(GoalWrite, Goal, Reading), Error> {
    let (write, found) = write_of(change, actor, customer, id).await?;
    let (of, known) = goal::find_reading(change, write.goals(), reading).await?.ok_or(Error::NotFound)?;
    if of == id { Ok((write, found, known)) } else { Err(Error::NotFound) }
}

/// Confirms a reading of the other side; answered before, that holds.
///
/// # Errors
/// [`Error`]; `NotFound` also for who confirms what its own side has written down.
pub async fn confirm(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId, reading: ReadingId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _, known) = reading_of(&mut change, actor, customer, id, reading).await?;
    if known.side == write.side() {
        return Err(Error::NotFound);
    }
    goal::answer_reading(&mut change, &write, reading, ReadingAnswer::Confirmed, "").await?;
    Ok(portal.commit(change).await?)
}

/// Says why a reading of the other side is not so: it does not count from then on. Answered before, that holds.
///
/// # Errors
/// [`Error`]; `NotFound` also for who disputes what its own side has written down.
pub async fn dispute(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    (id, reading): (GoalId, ReadingId),
    form: &DisputeForm,
) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found, known) = reading_of(&mut change, actor, customer, id, reading).await?;
    if known.side == write.side() {
        return Err(Error::NotFound);
    }
    let words = String::from(read?.words);
    if goal::answer_reading(&mut change, &write, reading, ReadingAnswer::Disputed, &words).await? {
        settle(&mut change, &write, id).await?;
        tell(&mut change, &write, EventKind::ReadingDisputed, id, &found.now.terms.title).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Removes a reading of one's own side that the other has not confirmed; gone before, it stays gone.
///
/// # Errors
/// [`Error`]; `NotFound` also for what the other side has written down.
pub async fn remove_reading(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
    reading: ReadingId,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = write_of(&mut change, actor, customer, id).await?;
    match goal::find_reading(&mut change, write.goals(), reading).await? {
        None => return Ok(()),
        Some((of, known)) if of != id || known.side != write.side() => return Err(Error::NotFound),
        Some(_) => {}
    }
    goal::remove_reading(&mut change, &write, reading).await?;
    settle(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}
