//! Saying how far a task is: the supplier's people where they are responsible, members for what is theirs to do.

use super::audience_of;
use crate::{
    Portal,
    edit::{AccessError, EditError, may_write},
    portal::{event, lock},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::TaskState,
};
use coplan_store::{access::Actor, event as events, project, task};
use jiff::Timestamp;

/// What somebody else has said of a task meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidMeanwhile {
    /// Who, where anybody in person did.
    pub who: Option<String>,
    /// How far it is now.
    pub state: TaskState,
    /// Since when.
    pub at: Timestamp,
}

/// Says how far a task is, seeing how far it `was`. What is so already stays so.
///
/// # Errors
/// [`EditError`]; `NotResponsible` for a member where the supplier does the task, `Stale` where somebody else has said
/// otherwise meanwhile.
pub async fn set_state(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    was: Option<TaskState>,
    state: TaskState,
) -> Result<ProjectId, EditError<SaidMeanwhile>> {
    let mut change = portal.change_touched().await?;
    let access = lock(&mut change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let task = task::find(&mut change, access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let project = project::find(&mut change, access.plan, task.project).await?.ok_or(AccessError::NotFound)?;
    let may = match actor.staff() {
        Some(staff) => may_write(portal, &mut change, staff, access.plan, Some(project.id)).await?,
        None => task.side == Side::Customer,
    };
    if !may {
        return Err(EditError::NotResponsible);
    }
    if task.state == state {
        return Ok(project.id);
    }
    if was != Some(task.state) {
        let who = events::find_task_mover(&mut change, access.plan, id).await?;
        return Err(EditError::Stale(Box::new(SaidMeanwhile { who, state: task.state, at: task.state_since })));
    }
    task::update_state(&mut change, access.plan, id, state).await?;
    let kind = if state == TaskState::Done { EventKind::TaskDone } else { EventKind::TaskMoved };
    let audience = audience_of(&project, task.is_seen_by_customer());
    let event = event(&change, customer, actor.person(), kind, (ObjectKind::Task, id.0), &task.name, audience);
    change.record(event).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
