//! Correcting whose turn it is.

use super::{ThreadState, audience, record_of, stale};
use crate::{Error, Portal};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    thread::Ball,
};
use coplan_store::{
    access::{Actor, ThreadWrite},
    thread,
};

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
/// [`Error`]; `NotFound` where it would go to a customer who does not see the thread; `Stale` where the thread was resolved or changed since.
pub async fn pass_ball(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    form: PassBallForm,
) -> Result<(), Error<ThreadState>> {
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    if thread.subject.inside && form.ball == Ball::Customer {
        return Err(Error::NotFound);
    }
    if thread.resolution.is_none() && thread.ball == form.ball {
        return Ok(());
    }
    if !thread::update_ball(&mut change, &write, form.ball, form.version).await? {
        return Err(stale(&mut change, write).await);
    }
    record_of(&mut change, &write, EventKind::BallPassed, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}
