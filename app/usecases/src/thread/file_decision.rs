//! Asking the other side to approve a version of a file, and deciding of it: who, when, and the hash of exactly its bytes.

use super::{DecideFileForm, audience, record_of};
use crate::{Error, Portal, form::Parse};
use coplan_domain::{
    acceptance::Verdict,
    attachment::{FileState, decider},
    event::EventKind,
    id::{AttachmentId, CustomerId},
    thread::{Ball, Thread},
};
use coplan_store::{
    Change,
    access::{Actor, ThreadWrite, hold},
    attachment::{self, FileVersion},
    thread,
};

/// The right to write in the file's discussion, with the version that holds in it.
async fn prove(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: AttachmentId,
) -> Result<(ThreadWrite, Thread, FileVersion), Error<()>> {
    let access = hold(change, actor, customer).await?.access;
    let scope = access.discussion.ok_or(Error::NotFound)?;
    let versions = attachment::list_versions(change, scope, access.money, id).await?;
    let newest = versions.into_iter().next().ok_or(Error::NotFound)?;
    let (write, thread) = ThreadWrite::prove(change, actor, customer, newest.thread).await?;
    Ok((write, thread, newest))
}

/// Asks the other side to approve a version that the actor's own side brought. Asked twice, it is asked once.
///
/// # Errors
/// [`Error`]; `NotFound` for the other side, and where that does not see it; `Stale` where there is a later version.
pub async fn ask_approval(portal: &Portal, actor: &Actor, customer: CustomerId, id: AttachmentId) -> Result<(), Error<()>> {
    let mut change = portal.change_touched().await?;
    let (write, thread, newest) = prove(&mut change, actor, customer, id).await?;
    let is_seen = thread.subject.shared && !thread.subject.inside;
    if !is_seen || decider(newest.side) == write.scope().side() {
        return Err(Error::NotFound);
    }
    if newest.file.id != id {
        return Err(Error::stale(()));
    }
    if !attachment::ask(&mut change, &write, id).await? {
        return Ok(());
    }
    record_of(&mut change, &write, EventKind::FileAsked, thread.id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}

/// Approves or refuses a version that the other side brought. The same sent twice is decided once; after a refusal the other
/// side has to move.
///
/// # Errors
/// [`Error`]; `NotFound` for the side that brought it; `Stale` where there is a later version, or somebody else decided
/// otherwise.
pub async fn decide_file(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AttachmentId,
    form: &DecideFileForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, thread, newest) = prove(&mut change, actor, customer, id).await?;
    if decider(newest.side) != write.scope().side() {
        return Err(Error::NotFound);
    }
    let read = read?;
    if newest.file.id != id {
        return Err(Error::stale(()));
    }
    let reason = read.reason.map(String::from).unwrap_or_default();
    if !attachment::decide(&mut change, &write, id, (read.verdict, &reason)).await? {
        let same = newest.decided.as_ref().is_some_and(|known| (known.verdict, &known.reason) == (read.verdict, &reason));
        return if same { Ok(()) } else { Err(Error::stale(())) };
    }
    let kind = match FileState::of(Some(read.verdict), true) {
        FileState::Refused => EventKind::FileRefused,
        _ => EventKind::FileApproved,
    };
    if read.verdict == Verdict::Refused && thread.resolution.is_none() {
        thread::update_ball(&mut change, &write, Ball::with(newest.side), thread.version).await?;
    }
    record_of(&mut change, &write, kind, thread.id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}
