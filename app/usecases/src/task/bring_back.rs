//! Bringing a task back that was taken away.

use super::audience_of;
use crate::{
    Portal,
    edit::{Refused, project_writer_in},
    portal::hold,
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
/// [`Refused`].
pub async fn bring_back(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Refused> {
    let mut change = portal.change_within().await?;
    let access = hold(&mut change, actor, customer).await?.ok_or(Refused::NotFound)?;
    let internal = access.internal.ok_or(Refused::NotFound)?;
    let home = task::find_project(&mut change, internal, id).await?.ok_or(Refused::NotFound)?;
    let (writer, project) = project_writer_in(portal, &mut change, actor, &access, home).await?;
    if let Some(name) = task::update_not_removed(&mut change, writer.scope, id).await? {
        let seen = task::find(&mut change, access.plan, id).await?.as_ref().is_some_and(Task::is_seen_by_customer);
        let object = (ObjectKind::Task, id.0);
        writer.record(&mut change, EventKind::TaskBroughtBack, object, &name, audience_of(&project, seen)).await?;
        portal.keep(change).await?;
    }
    Ok(project.id)
}
