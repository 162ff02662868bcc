//! Correcting whose turn it is.

use super::{ThreadState, audience, writer};
use crate::{Portal, edit::EditError};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    thread::Ball,
};
use coplan_store::{access::Actor, thread};

/// A correction as it was chosen.
#[derive(Debug, Clone, Copy)]
pub struct PassBallForm {
    /// Who must move next.
    pub ball: Ball,
    /// The thread's version when the form was drawn.
    pub version: i64,
}

/// Says whose turn it is; either side may. Said of whoever has it already, nothing changes.
///
/// # Errors
/// [`EditError`]; `NotFound` where it would go to a customer who does not see the thread; `Stale` where the thread was resolved or changed since.
pub async fn pass_ball(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: PassBallForm,
) -> Result<(), EditError<ThreadState>> {
    let mut change = portal.change_touched().await?;
    let (reader, thread) = writer(portal, &mut change, actor, customer, id).await?;
    if thread.subject.inside && form.ball == Ball::Customer {
        return Err(EditError::NotFound);
    }
    if thread.resolution.is_none() && thread.ball == form.ball {
        return Ok(());
    }
    if !thread::update_ball(&mut change, reader.scope, id, form.ball, form.version).await? {
        let theirs = reader.find(&mut change, id).await?;
        return Err(EditError::Stale(Box::new((&theirs).into())));
    }
    reader.record(&mut change, EventKind::BallPassed, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}
