//! Adding a task.

use super::{AddTaskForm, audience_of, owner};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, far_day},
    idempotency,
    merge::filled,
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Stage,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    task::{self, TaskWords},
};

/// Adds a task; added before with the same form, it is there already. Sent again with other words, those are another
/// task.
pub async fn add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &AddTaskForm,
) -> Result<ProjectId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let words = TaskWords::from(read?);
    if let Some(problem) = words.due_on.and_then(|day| far_day(day, portal.today(actor))).filter(|_| !form.confirmed) {
        return Err(Error::Invalid(vec![FieldProblem { field: "due_on", problem }]));
    }
    if let Some(problem) = owner::find_problem(&mut change, write.internal(), &words).await? {
        return Err(Error::Invalid(vec![problem]));
    }
    let shared = form.shared && words.stage == Stage::Backstage;
    for id in idempotency::ids::<TaskId>(form.id.0, &filled(form)) {
        if task::insert(&mut change, &write, id, &words, shared).await? {
            let audience = audience_of(&known, shared || words.stage == Stage::Onstage);
            record(&mut change, &write, EventKind::TaskAdded, (ObjectKind::Task, id.0), &words.name, audience).await?;
            portal.commit(change).await?;
            return Ok(project);
        }
        let kept = task::find_added(&mut change, write.internal(), id).await?;
        let kept = kept.filter(|kept| kept.project == project).ok_or(Error::NotFound)?;
        if kept.words == words && kept.shared == shared {
            return Ok(project);
        }
    }
    Err(Error::NotFound)
}
