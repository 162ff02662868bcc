//! Resolving a thread with what came of it, and opening it again.

use super::{ResolveForm, ThreadState, audience, record_of, stale};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    question::QuestionState,
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    invoice::question,
    thread,
};

/// Resolves a thread; nobody has the ball then. Sent twice, it is resolved once.
///
/// # Errors
/// [`Error`]; `Stale` where somebody replied, passed the ball or resolved it otherwise since.
pub async fn resolve(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ResolveForm,
) -> Result<(), Error<ThreadState>> {
    let outcome = form.parse()?.outcome;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    if thread.resolution.as_ref().is_some_and(|resolution| resolution.outcome == outcome.as_str()) {
        return Ok(());
    }
    if !thread::update_resolved(&mut change, &write, outcome.as_str(), form.version).await? {
        return Err(stale(&mut change, write).await);
    }
    record_of(&mut change, &write, EventKind::ThreadResolved, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}

/// Opens a resolved thread again. The ball is the supplier's then, whoever did it: something is left to be done, and
/// either side can correct that. An open thread stays as it is.
///
/// # Errors
/// [`Error`]; `Stale` where it was opened and resolved otherwise since this version.
pub async fn reopen(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    version: i64,
) -> Result<(), Error<ThreadState>> {
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    if thread.resolution.is_none() {
        return Ok(());
    }
    if !thread::update_reopened(&mut change, &write, version).await? {
        return Err(stale(&mut change, write).await);
    }
    if thread.question == Some(QuestionState::Explained) && actor.staff().is_none() {
        question::update_state(&mut change, &write, QuestionState::Open).await?;
    }
    record_of(&mut change, &write, EventKind::ThreadReopened, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}
