//! Showing a task behind the scenes to the customer, and taking it from view.

use super::{audience_of, writer_of};
use crate::{Portal, edit::AccessError};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Stage,
};
use coplan_store::{access::Actor, task};

/// Shows a task behind the scenes to the customer; one that is seen already stays seen.
///
/// # Errors
/// [`AccessError`].
pub async fn share(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, AccessError> {
    set_shared(portal, actor, customer, id, true).await
}

/// Takes a task behind the scenes from the customer's view. Onstage tasks are seen by their nature.
///
/// # Errors
/// [`AccessError`].
pub async fn unshare(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, AccessError> {
    set_shared(portal, actor, customer, id, false).await
}

async fn set_shared(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    shared: bool,
) -> Result<ProjectId, AccessError> {
    let mut change = portal.change_touched().await?;
    let (writer, project, task) = writer_of(portal, &mut change, actor, customer, id).await?;
    if task.stage == Stage::Onstage || task.shared_at.is_some() == shared {
        return Ok(project.id);
    }
    let now = change.now();
    task::update_shared(&mut change, writer.scope, id, shared.then_some(now)).await?;
    let kind = if shared { EventKind::TaskShared } else { EventKind::TaskHidden };
    writer.record(&mut change, kind, (ObjectKind::Task, id.0), &task.name, audience_of(&project, shared)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
