//! Saying how far a task is: the supplier's people where they are responsible, members for what is theirs to do.

use super::audience_of;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem},
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::TaskState,
};
use coplan_store::{
    access::{AccessError, Actor, hold},
    event, request, task,
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

/// Says how far a task is, seeing how far it `was`. What is so already stays so. One that was done by an answer is opened
/// again by the supplier's people only, and asks again.
///
/// # Errors
/// [`Error`]; `NotResponsible` for a member where the supplier does the task, `Stale` where somebody else has said
/// otherwise meanwhile, `Invalid` where it is to be done without the answer that it asks for.
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
    if request::reopen(&mut change, &write).await? && actor.staff().is_none() {
        return Err(AccessError::NotResponsible.into());
    }
    if !task::update_state(&mut change, &write, state).await? {
        return Err(Error::Invalid(vec![FieldProblem { field: "state", problem: Problem::NeedsAnswer }]));
    }
    let kind = if state == TaskState::Done { EventKind::TaskDone } else { EventKind::TaskMoved };
    let audience = audience_of(&project, task.is_seen_by_customer());
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &task.name, audience).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
