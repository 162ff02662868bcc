//! A task that was just done, for offering to undo it.

use crate::{Error, Portal, portal::access_to};
use coplan_domain::{
    id::{CustomerId, TaskId},
    plan::{Task, TaskState},
};
use coplan_store::{access::Actor, task};

/// A task that is done; none where it is not, or not the reader's to know.
pub async fn find_done(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<Option<Task>, Error> {
    let mut conn = portal.db.read().await?;
    let Some(access) = access_to(&mut conn, actor, customer).await? else { return Ok(None) };
    let found = task::find(&mut conn, access.plan, id).await?;
    Ok(found.filter(|task| task.state == TaskState::Done))
}
