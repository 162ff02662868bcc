//! Replying, which passes the ball.

use super::{ReplyForm, audience, enqueue_mail, mention, rate_limit, record_of};
use crate::{
    Error, Portal,
    attachment::{ReceivedFile, are_kept, has_earlier, marks, to_keep, words_with},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
    person::Side,
    question::QuestionState,
    thread::{Ball, Thread},
};
use coplan_store::{
    Change,
    access::{Actor, ThreadWrite},
    attachment,
    invoice::question,
    message, thread,
};

/// Replies; the ball goes to the other side, and a resolved thread is open again. Sent twice, it is said once; sent
/// again with other words, those are said as well. Gives the message that holds the words.
pub async fn reply(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ReplyForm,
) -> Result<MessageId, Error> {
    reply_with(portal, actor, customer, id, form, &[]).await
}

/// The same with files; nothing need be written beside them.
pub async fn reply_with(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ReplyForm,
    files: &[ReceivedFile],
) -> Result<MessageId, Error> {
    say(portal, actor, (customer, id), form, files, None).await
}

/// Replies, and says that this explains what the question is about; the customer may accept that or ask on.
///
/// # Errors
/// [`Error`]; `NotFound` for members, and for a thread that is no question about an invoice.
pub async fn explain(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ReplyForm,
) -> Result<MessageId, Error> {
    say(portal, actor, (customer, id), form, &[], Some(QuestionState::Explained)).await
}

/// Replies, and promises to credit what the question is about; the supplier has to move until the credit note has come. One
/// that came meanwhile settles it.
///
/// # Errors
/// [`Error`]; `NotFound` for members, and for a thread that is no question about an invoice.
pub async fn promise_credit(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: &ReplyForm,
) -> Result<MessageId, Error> {
    say(portal, actor, (customer, id), form, &[], Some(QuestionState::ToCredit)).await
}

async fn say(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ThreadId),
    form: &ReplyForm,
    files: &[ReceivedFile],
    decided: Option<QuestionState>,
) -> Result<MessageId, Error> {
    if decided.is_some() && actor.staff().is_none() {
        return Err(Error::NotFound);
    }
    let text = ReplyForm { text: words_with(&form.text, files), ..form.clone() }.parse()?.text;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    if decided.is_some() && thread.question.is_none() {
        return Err(Error::NotFound);
    }
    if !has_earlier(&mut change, &write, files).await? {
        return Err(Error::NotFound);
    }
    for said in idempotency::ids(form.message.0, &marks(&[text.as_str()], files)) {
        if message::insert(&mut change, &write, said, text.as_str()).await? {
            attachment::insert(&mut change, &write, said, &to_keep(files, &thread.subject)).await?;
            rate_limit::check(&mut change, actor, "text").await?;
            let state = after_message(write.scope().side(), thread.question, decided);
            // Until the credit note has come, the supplier has to move, also after its own message.
            let ball = match state {
                Some(QuestionState::ToCredit) => Ball::Supplier,
                _ => Ball::after(write.scope().side(), thread.subject.inside),
            };
            thread::update_after_message(&mut change, &write, ball).await?;
            let audience = audience(&thread.subject);
            if thread.resolution.is_some() {
                record_of(&mut change, &write, EventKind::ThreadReopened, id, &thread.title, audience).await?;
            }
            record_of(&mut change, &write, EventKind::Replied, id, &thread.title, audience).await?;
            enqueue_mail(&mut change, said).await?;
            mention::tell(&mut change, &write, &thread, said, text.as_str()).await?;
            if let Some(state) = state.filter(|state| decided.is_some() || Some(*state) != thread.question) {
                update_question(&mut change, &write, &thread, state).await?;
            }
            portal.commit(change).await?;
            return Ok(said);
        }
        let kept = message::find(&mut change, write.scope(), write.money(), said).await?;
        let (_, kept) = kept.filter(|(home, kept)| *home == id && kept.author == actor.person()).ok_or(Error::NotFound)?;
        let beside = attachment::list_beside(&mut change, write.scope(), write.money(), said).await?;
        if kept.text == text.as_str() && are_kept(&beside, files) {
            return Ok(said);
        }
    }
    Err(Error::NotFound)
}

/// How far a question is after a message of this side: what was decided; open again where the customer asks on after an
/// explanation or a credit note.
fn after_message(side: Side, before: Option<QuestionState>, decided: Option<QuestionState>) -> Option<QuestionState> {
    match (decided, before, side) {
        (Some(_), _, _) => decided,
        (None, Some(QuestionState::Explained | QuestionState::Credited), Side::Customer) => Some(QuestionState::Open),
        (None, before, _) => before,
    }
}

async fn update_question(change: &mut Change, write: &ThreadWrite, thread: &Thread, state: QuestionState) -> Result<(), Error> {
    question::update_state(change, write, state).await?;
    let audience = audience(&thread.subject);
    let kind = match state {
        QuestionState::Explained => EventKind::QuestionExplained,
        QuestionState::ToCredit => EventKind::QuestionToCredit,
        QuestionState::Open | QuestionState::Credited => return Ok(()),
    };
    record_of(change, write, kind, thread.id, &thread.title, audience).await?;
    if state == QuestionState::ToCredit && question::credit_from_notes(change, write).await?.is_some() {
        record_of(change, write, EventKind::QuestionCredited, thread.id, &thread.title, audience).await?;
    }
    Ok(())
}
