//! Saying how far a task is: the supplier's people where they are responsible, members for what is theirs to do.

use super::audience_of;
use crate::{Error, Portal, record::record};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::TaskState,
};
use coplan_store::{
    access::{Actor, hold},
    event, task,
};
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
/// [`Error`]; `NotResponsible` for a member where the supplier does the task, `Stale` where somebody else has said
/// otherwise meanwhile.
pub async fn set_state(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    was: Option<TaskState>,
    state: TaskState,
) -> Result<ProjectId, Error<SaidMeanwhile>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, task, project) = held.task_move(&mut change, id).await?;
    if task.state == state {
        return Ok(project.id);
    }
    if was != Some(task.state) {
        let who = event::find_task_mover(&mut change, write.plan(), id).await?;
        return Err(Error::stale(SaidMeanwhile { who, state: task.state, at: task.state_since }));
    }
    task::update_state(&mut change, &write, state).await?;
    let kind = if state == TaskState::Done { EventKind::TaskDone } else { EventKind::TaskMoved };
    let audience = audience_of(&project, task.is_seen_by_customer());
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &task.name, audience).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
