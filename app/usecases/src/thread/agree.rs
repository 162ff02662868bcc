//! Agreeing to what a message says, with one press; another takes that back.

use super::{audience, record_of};
use crate::{Error, Portal};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    message,
};

/// Says that the actor agrees to a message of somebody else, or no more. Said twice, it is so once.
///
/// # Errors
/// [`Error`]; `NotFound` where the message is none of the thread, and where it is the actor's own.
pub async fn agree(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    (message, agrees): (MessageId, bool),
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let found = message::find(&mut change, write.scope(), write.money(), message).await?;
    found.filter(|(home, said)| *home == id && said.author != actor.person()).ok_or(Error::NotFound)?;
    if message::update_agreement(&mut change, &write, message, agrees).await? {
        if agrees {
            record_of(&mut change, &write, EventKind::MessageAgreed, id, &thread.title, audience(&thread.subject)).await?;
        }
        portal.commit(change).await?;
    }
    Ok(())
}
