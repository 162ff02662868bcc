//! Replying, which passes the ball.

use super::{ReplyForm, audience, enqueue_mail, rate_limit, record_of};
use crate::{
    Error, Portal,
    attachment::{ReceivedFile, are_kept, marks, to_keep, words_with},
    form::Parse,
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
    thread::Ball,
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    attachment, message, thread,
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
    let text = ReplyForm { text: words_with(&form.text, files), ..form.clone() }.parse()?.text;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    for said in idempotency::ids(form.message.0, &marks(&[text.as_str()], files)) {
        if message::insert(&mut change, &write, said, text.as_str()).await? {
            attachment::insert(&mut change, &write, said, &to_keep(files)).await?;
            rate_limit::check(&mut change, actor).await?;
            let ball = Ball::after(write.scope().side(), thread.subject.inside);
            thread::update_after_message(&mut change, &write, ball).await?;
            let audience = audience(&thread.subject);
            if thread.resolution.is_some() {
                record_of(&mut change, &write, EventKind::ThreadReopened, id, &thread.title, audience).await?;
            }
            record_of(&mut change, &write, EventKind::Replied, id, &thread.title, audience).await?;
            enqueue_mail(&mut change, said).await?;
            portal.commit(change).await?;
            return Ok(said);
        }
        let kept = message::find(&mut change, write.scope(), write.money(), said).await?;
        let (_, kept) = kept.filter(|(home, kept)| *home == id && kept.author == actor.person()).ok_or(Error::NotFound)?;
        let at = (kept.sent_at, kept.sent_at);
        let beside = attachment::list(&mut change, write.scope(), write.money(), id, at).await?;
        let beside: Vec<_> = beside.into_iter().filter(|(home, _)| *home == said).map(|(_, file)| file).collect();
        if kept.text == text.as_str() && are_kept(&beside, files) {
            return Ok(said);
        }
    }
    Err(Error::NotFound)
}
