//! Looking at an email that came to the address of somebody's answer to an invitation: what its calendar answers is noted in
//! the name of its person, and whatever is no such answer is held with the reason.

use super::{
    classify,
    enter::{enter, leave},
    post::{read, why_doubted},
    said::Said,
};
use crate::{
    Error, InternalError, Portal,
    meeting::{Answered, answer_with},
};
use coplan_domain::{
    format::ics::{CalendarReply, read_reply},
    id::IncomingMailId,
    incoming_mail::HeldReason,
};
use coplan_store::{
    access::System,
    incoming_mail::Found,
    meeting::{self, AnswerAddress},
};

/// Looks at an email, and notes its answer or holds it; looked at before, nothing changes. For the worker.
pub(super) async fn process(portal: &Portal, system: &System, id: IncomingMailId) -> Result<(), InternalError> {
    let found = meeting::find_open_mail(&mut *portal.db.read().await?, id).await?;
    let Some((to, file)) = found else { return Ok(()) };
    let Some(said) = read(portal, &file).await? else {
        return done(portal, system, id, Some((HeldReason::Unreadable, Found::default()))).await;
    };
    let held = match why_held(portal, to, &said).await? {
        Ok(reply) => note(portal, system, to, reply).await?,
        Err(reason) => Some(reason),
    };
    done(portal, system, id, held.map(|reason| (reason, said.found()))).await
}

/// The answer in it, or why it is held. That a program wrote it says nothing against it: calendars are programs.
async fn why_held(portal: &Portal, to: AnswerAddress, said: &Said) -> Result<Result<CalendarReply, HeldReason>, InternalError> {
    let program = classify::held(&said.fields, &said.from, &said.subject);
    if let Some(HeldReason::Bounce) = program {
        return Ok(Err(HeldReason::Bounce));
    }
    let Some(reply) = said.files.iter().find_map(|(_, bytes)| read_reply(bytes)) else {
        return Ok(Err(program.unwrap_or(if said.is_tangled { HeldReason::Unreadable } else { HeldReason::Empty })));
    };
    if let Some(reason) = why_doubted(portal, to.person, said).await? {
        return Ok(Err(reason));
    }
    let meeting = to.meeting.to_string();
    let is_of = reply.uid.split('@').next().is_some_and(|id| id.eq_ignore_ascii_case(&meeting));
    Ok(match (is_of, reply.attendee == said.from) {
        (true, true) => Ok(reply),
        (true, false) => Err(HeldReason::OtherSender),
        (false, _) => Err(HeldReason::Empty),
    })
}

/// Notes the answer in the name of its person; why it is held, where that is not possible.
async fn note(
    portal: &Portal,
    system: &System,
    to: AnswerAddress,
    reply: CalendarReply,
) -> Result<Option<HeldReason>, InternalError> {
    let Some(actor) = enter(portal, system, to.person).await? else { return Ok(Some(HeldReason::NoAccess)) };
    let answered = Answered { sequence: Some(reply.sequence), answer: reply.answer, comment: reply.comment, by_email: true };
    let noted = answer_with(portal, &actor, to.customer, to.meeting, answered).await;
    leave(portal, system, &actor).await?;
    match noted {
        Ok(()) => Ok(None),
        Err(Error::Internal(error)) => Err(error),
        Err(_) => Ok(Some(HeldReason::NoAccess)),
    }
}

async fn done(
    portal: &Portal,
    system: &System,
    id: IncomingMailId,
    held: Option<(HeldReason, Found)>,
) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    meeting::update_mail_done(&mut change, system, id, held).await?;
    portal.commit(change).await
}
