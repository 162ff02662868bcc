//! Bringing a task back that was taken away.

use super::audience_of;
use crate::{
    Portal,
    edit::{AccessError, project_writer_in},
    portal::lock,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Task,
};
use coplan_store::{access::Actor, task};

/// Brings a task back as it was, seen by the customer or not; one that is there already stays as it is.
///
/// # Errors
/// [`AccessError`].
pub async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, AccessError> {
    let mut change = portal.change_touched().await?;
    let access = lock(&mut change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let internal = access.internal.ok_or(AccessError::NotFound)?;
    let home = task::find_project(&mut change, internal, id).await?.ok_or(AccessError::NotFound)?;
    let (writer, project) = project_writer_in(portal, &mut change, actor, &access, home).await?;
    if let Some(name) = task::restore(&mut change, writer.scope, id).await? {
        let seen = task::find(&mut change, access.plan, id).await?.as_ref().is_some_and(Task::is_seen_by_customer);
        let object = (ObjectKind::Task, id.0);
        writer.record(&mut change, EventKind::TaskBroughtBack, object, &name, audience_of(&project, seen)).await?;
        portal.commit(change).await?;
    }
    Ok(project.id)
}
