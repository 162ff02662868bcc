//! Undoing what one answered oneself: what is asked waits again, and the day that was promised with it is as before.

use crate::{Error, Portal, portal::access_to, record::record, task::audience_of};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    person::Scope,
    plan::TaskState,
    request::{Answer, AnswerRequest},
};
use coplan_store::{
    access::{Actor, hold},
    milestone, request, task, thread,
};
use jiff::{Timestamp, tz::TimeZone};

/// An answer that the reader gave and may still undo.
#[derive(Debug, Clone)]
pub struct GivenAnswer {
    /// To which task.
    pub task: TaskId,
    /// Of which project.
    pub project: ProjectId,
    /// What the task is called.
    pub name: String,
    /// Until when.
    pub until: Timestamp,
}

/// Until when the actor may undo this answer; none where that is over, and for what others answered.
pub(crate) fn undo_until(actor: &Actor, answer: &Answer, asked: Option<&AnswerRequest>, now: Timestamp) -> Option<Timestamp> {
    let zone = TimeZone::get(actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
    let until = answer.undo_until(asked.and_then(|asked| asked.open_until), &zone);
    (answer.person == actor.person() && now < until).then_some(until)
}

/// What the actor answered to a task; none where it cannot be undone any more, or is not the actor's to know.
pub async fn find_given(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<Option<GivenAnswer>, Error> {
    let mut conn = portal.db.read().await?;
    let Some(access) = access_to(&mut conn, actor, customer).await? else { return Ok(None) };
    let (plan, money) = (access.plan, access.money);
    let Some(task) = task::find(&mut conn, plan, id).await? else { return Ok(None) };
    let Some(answer) = request::find_answer(&mut conn, plan, money, id).await? else { return Ok(None) };
    let asked = request::find(&mut conn, plan, money, id).await?;
    let until = undo_until(actor, &answer, asked.as_ref(), portal.clock.now());
    Ok(until.map(|until| GivenAnswer { task: id, project: task.project, name: task.name, until }))
}

/// Undoes what the actor answered. Nothing answered any more, that holds.
///
/// # Errors
/// [`Error`]; `NotFound` also for what others answered, `Stale` once it cannot be undone any more.
pub async fn undo(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error<()>> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let (write, task, project) = held.task_move(&mut change, id).await?;
    let (plan, money) = (held.access.plan, held.access.money);
    let Some(answer) = request::find_answer(&mut change, plan, money, id).await? else { return Ok(project.id) };
    if answer.person != actor.person() {
        return Err(Error::NotFound);
    }
    let asked = request::find(&mut change, plan, money, id).await?;
    if undo_until(actor, &answer, asked.as_ref(), change.now()).is_none() {
        return Err(Error::stale(()));
    }
    let audience = audience_of(&project, task.is_seen_by_customer());
    let moved = request::move_promise_back(&mut change, &write, &task.name).await?;
    request::reopen(&mut change, &write).await?;
    task::update_state(&mut change, &write, TaskState::Open).await?;
    record(&mut change, &write, EventKind::TaskAnswerUndone, (ObjectKind::Task, id.0), &task.name, audience).await?;
    // Of one that was removed nobody is told.
    if let Some(id) = moved
        && let Some(moved) = milestone::find(&mut change, plan, id).await?
    {
        record(&mut change, &write, EventKind::PromiseMoved, (ObjectKind::Milestone, id.0), &moved.name, audience).await?;
    }
    for (thread, title) in thread::update_unanswered(&mut change, &write, answer.at).await? {
        let audience = if audience == Audience::Internal { audience } else { Audience::Scope(Scope::Discussion) };
        record(&mut change, &write, EventKind::ThreadReopened, (ObjectKind::Thread, thread.0), &title, audience).await?;
    }
    portal.commit(change).await?;
    Ok(project.id)
}
