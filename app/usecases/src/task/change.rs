//! Changing what is said of a task without overwriting somebody else's words.

use super::{TaskForm, audience_of, form::words_of, owner, write_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, far_day},
    merge,
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::{Stage, Task},
};
use coplan_store::{
    access::Actor,
    request,
    task::{self, TaskWords},
};

/// Changes a task's words, together with what others have changed since. The same words again change nothing.
///
/// # Errors
/// [`Error`]; `Stale` with the task as it stands now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
    form: &TaskForm,
) -> Result<ProjectId, Error<Task>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, project, task) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &TaskForm::of(&task)).and_then(|form| form.parse().ok());
    let mut words = TaskWords::from(merged.ok_or_else(|| Error::stale(task.clone()))?);
    let before = task.taken.as_ref().map(|owner| owner.by);
    if words.side != task.side && words.owner == before {
        // What the other side is to do is on nobody there yet.
        words.owner = None;
    }
    if words == words_of(&task) {
        return Ok(project.id);
    }
    if words.side == Side::Supplier && request::find(&mut change, write.plan(), None, id).await?.is_some() {
        return Err(Error::Invalid(vec![FieldProblem { field: "side", problem: Problem::AsksCustomer }]));
    }
    if words.owner != before
        && let Some(problem) = owner::find_problem(&mut change, write.internal(), &words).await?
    {
        return Err(Error::Invalid(vec![problem]));
    }
    let new_day = words.due_on.filter(|day| task.due_on != Some(*day));
    if let Some(problem) = new_day.and_then(|day| far_day(day, portal.today(actor))).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "due_on", problem }]));
    }
    if !task::update_words(&mut change, &write, id, task.version, &words).await? {
        let theirs = task::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        return Err(Error::stale(theirs));
    }
    let (was_seen, is_seen) = (task.is_seen_by_customer(), words.stage == Stage::Onstage || stays_shared(&task, &words));
    let kind = match (was_seen, is_seen) {
        (false, true) => EventKind::TaskShared,
        (true, false) => EventKind::TaskHidden,
        _ => EventKind::TaskChanged,
    };
    record(&mut change, &write, kind, (ObjectKind::Task, id.0), &words.name, audience_of(&project, is_seen)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}

/// What goes from onstage to backstage is hidden until it is shared on purpose.
fn stays_shared(task: &Task, words: &TaskWords) -> bool {
    words.stage == Stage::Backstage && task.stage == Stage::Backstage && task.shared_at.is_some()
}
