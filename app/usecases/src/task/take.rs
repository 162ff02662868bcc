//! Putting one's own name on a task, and taking it off again: one of the side that does the task.

use super::audience_of;
use crate::{Error, Portal, record::record};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::{Stage, Taken},
};
use coplan_store::{
    access::{AccessError, Actor, hold},
    task,
};

/// Puts the actor's name on a task of its own side. Done twice, it is there once.
///
/// # Errors
/// [`Error`]; `NotResponsible` where the other side does the task, `Stale` where somebody else has taken it.
pub async fn take(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error<Taken>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, task, project) = held.task_move(&mut change, id).await?;
    if task.side != actor.side() {
        return Err(AccessError::NotResponsible.into());
    }
    match task.taken.clone() {
        Some(taken) if taken.by == actor.person() => return Ok(project.id),
        Some(taken) => return Err(Error::stale(taken)),
        None => {}
    }
    task::update_taken(&mut change, &write, true).await?;
    let audience = audience_of(&project, task.stage == Stage::Onstage);
    record(&mut change, &write, EventKind::TaskTaken, (ObjectKind::Task, id.0), &task.name, audience).await?;
    portal.commit(change).await?;
    Ok(project.id)
}

/// Takes the name off a task: its holder, or the supplier's people where they are responsible. Without a name it stays
/// without.
///
/// # Errors
/// [`Error`]; `NotResponsible` for a member whose name it is not.
pub async fn give_back(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, task, project) = held.task_move(&mut change, id).await?;
    let Some(taken) = &task.taken else { return Ok(project.id) };
    if taken.by != actor.person() && actor.staff().is_none() {
        return Err(AccessError::NotResponsible.into());
    }
    task::update_taken(&mut change, &write, false).await?;
    let audience = audience_of(&project, task.stage == Stage::Onstage);
    record(&mut change, &write, EventKind::TaskGivenBack, (ObjectKind::Task, id.0), &task.name, audience).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
