//! Saying how far a task is: the supplier's people where they are responsible, members for what is theirs to do.

use super::audience_of;
use crate::{
    Portal,
    edit::{Refused, may_write},
    portal::{event, hold},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::TaskState,
};
use coplan_store::{access::Actor, project, task};

/// Says how far a task is. What is so already stays so.
///
/// # Errors
/// [`Refused`]; `NotResponsible` for a member where the supplier does the task.
pub async fn set_state(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    state: TaskState,
) -> Result<ProjectId, Refused> {
    let mut change = portal.change_within().await?;
    let access = hold(&mut change, actor, customer).await?.ok_or(Refused::NotFound)?;
    let task = task::find(&mut change, access.plan, id).await?.ok_or(Refused::NotFound)?;
    let project = project::find(&mut change, access.plan, task.project).await?.ok_or(Refused::NotFound)?;
    let may = match actor.staff() {
        Some(staff) => may_write(portal, &mut change, staff, access.plan, Some(project.id)).await?,
        None => task.side == Side::Customer,
    };
    if !may {
        return Err(Refused::NotResponsible);
    }
    if task.state == state {
        return Ok(project.id);
    }
    task::update_state(&mut change, access.plan, id, state).await?;
    let kind = if state == TaskState::Done { EventKind::TaskDone } else { EventKind::TaskMoved };
    let audience = audience_of(&project, task.is_seen_by_customer());
    let event = event(&change, customer, actor.person(), kind, (ObjectKind::Task, id.0), &task.name, audience);
    change.record(event).await?;
    portal.keep(change).await?;
    Ok(project.id)
}
