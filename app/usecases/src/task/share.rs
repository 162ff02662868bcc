//! Showing a task behind the scenes to the customer, and taking it from view.

use super::{audience_of, write_of};
use crate::{Error, Portal, record::record};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Stage,
};
use coplan_store::{access::Actor, task};

/// Shows a task behind the scenes to the customer; one that is seen already stays seen.
pub async fn share(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error> {
    set_shared(portal, actor, customer, id, true).await
}

/// Takes a task behind the scenes from the customer's view. Onstage tasks are seen by their nature.
pub async fn unshare(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error> {
    set_shared(portal, actor, customer, id, false).await
}

async fn set_shared(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId, shared: bool) -> Result<ProjectId, Error> {
    let mut change = portal.change_touched().await?;
    let (write, project, task) = write_of(&mut change, actor, customer, id).await?;
    if task.stage == Stage::Onstage || task.shared_at.is_some() == shared {
        return Ok(project.id);
    }
    let now = change.now();
    task::update_shared(&mut change, &write, id, shared.then_some(now)).await?;
    let kind = if shared { EventKind::TaskShared } else { EventKind::TaskHidden };
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &task.name, audience_of(&project, shared)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
