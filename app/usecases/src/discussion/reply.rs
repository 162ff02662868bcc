//! Replying, which passes the ball.

use super::{audience, promise_mail, writer};
use crate::{Portal, edit::AddError, form::Problems};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
};
use coplan_store::{access::Actor, message, thread};

/// A reply as it was typed. The id was made when the form was drawn, so that sending it twice says it once.
#[derive(Debug, Clone)]
pub struct ReplyForm {
    /// The message's id.
    pub message: MessageId,
    /// What is said, in small Markdown; the field is `text`.
    pub text: String,
}

/// Replies; the ball goes to the other side, and a resolved thread is open again. Sent twice, it is said once.
///
/// # Errors
/// [`AddError`].
pub async fn reply(portal: &Portal, actor: &Actor, customer: CustomerId, id: ThreadId, form: ReplyForm) -> Result<(), AddError> {
    let mut problems = Problems::default();
    let text = problems.prose("text", &form.text);
    let text = problems.finish(text)?;
    let mut change = portal.change_within().await?;
    let (reader, thread) = writer(portal, &mut change, actor, customer, id).await?;
    if !message::insert(&mut change, reader.scope, id, form.message, text.as_str()).await? {
        let kept = message::find(&mut change, reader.scope, reader.access.money, form.message).await?;
        let same = kept.is_some_and(|(thread, message)| thread == id && message.author == actor.person());
        return if same { Ok(()) } else { Err(AddError::NotFound) };
    }
    thread::update_after_message(&mut change, reader.scope, id).await?;
    let audience = audience(&thread.subject);
    if thread.resolution.is_some() {
        reader.record(&mut change, EventKind::ThreadReopened, id, &thread.title, audience).await?;
    }
    reader.record(&mut change, EventKind::Replied, id, &thread.title, audience).await?;
    promise_mail(&mut change, form.message).await?;
    Ok(portal.keep(change).await?)
}
