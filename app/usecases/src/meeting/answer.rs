//! Answering to the invitation to a meeting: by a press on its page, or from a calendar by email.

use super::tell_of;
use crate::{Error, Portal};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, IncomingMailId, MeetingId},
    meeting::Attendance,
};
use coplan_store::{
    access::{Actor, hold},
    meeting::{self, NewAnswer},
};

/// What somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answered {
    /// To which change of the invitation; none for the one that holds.
    pub sequence: Option<i64>,
    /// What.
    pub answer: Attendance,
    /// What it says to that; may be empty.
    pub comment: String,
    /// Whether it came by email.
    pub by_email: bool,
}

/// Answers for oneself to the invitation as it is; answered so before, that holds.
///
/// # Errors
/// [`Error`]; `NotFound` also once the meeting has begun or was cancelled.
pub async fn answer(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    answer: Attendance,
) -> Result<(), Error> {
    let answered = Answered { sequence: None, answer, comment: String::new(), by_email: false };
    answer_with(portal, actor, customer, id, answered).await
}

/// The same with what came beside it. An answer to an earlier change of the invitation than one that was answered is old.
pub(crate) async fn answer_with(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    answered: Answered,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = hold(&mut change, actor, customer).await?.meeting_answer()?;
    let found = meeting::find(&mut change, write.meetings(), id).await?.ok_or(Error::NotFound)?;
    let has_begun = found.starts_at <= change.now();
    if has_begun || found.cancelled_at.is_some() || found.closed_at.is_some() || found.shared_at.is_none() {
        return Err(Error::NotFound);
    }
    let sequence = answered.sequence.unwrap_or(found.sequence);
    if sequence > found.sequence {
        return Err(Error::NotFound);
    }
    let Answered { answer, comment, by_email, .. } = answered;
    if !meeting::answer(&mut change, &write, id, &NewAnswer { sequence, answer, comment, by_email }).await? {
        return Ok(());
    }
    tell_of(&mut change, &write, EventKind::InvitationAnswered, &found).await?;
    Ok(portal.commit(change).await?)
}

/// Puts an email aside that was not taken for an answer; put aside before, it stays so.
pub async fn discard_mail(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MeetingId,
    mail: IncomingMailId,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    // The supplier's people alone read what came.
    held.plan_write(&mut change).await?;
    let write = held.meeting_write(&mut change).await?;
    meeting::find(&mut change, write.meetings(), id).await?.ok_or(Error::NotFound)?;
    meeting::update_mail_settled(&mut change, &write, id, mail).await?;
    Ok(portal.commit(change).await?)
}
