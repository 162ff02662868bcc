//! Replying, which passes the ball.

use super::{ReplyForm, audience, enqueue_mail, rate_limit, record_of};
use crate::{Error, Portal, form::Parse, idempotency};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
    thread::Ball,
};
use coplan_store::{
    access::{Actor, ThreadWrite},
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
    let text = form.parse()?.text;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    for said in idempotency::ids(form.message.0, &[text.as_str()]) {
        if message::insert(&mut change, &write, said, text.as_str()).await? {
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
        if kept.text == text.as_str() {
            return Ok(said);
        }
    }
    Err(Error::NotFound)
}
