//! Adding a task.

use super::{AddTaskForm, audience_of};
use crate::{
    Portal,
    edit::{AddError, project_writer},
    form::Parse,
    idempotency,
    merge::filled,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Stage,
};
use coplan_store::{
    access::Actor,
    task::{self, TaskWords},
};

/// Adds a task; added before with the same form, it is there already. Sent again with other words, those are another
/// task.
///
/// # Errors
/// [`AddError`].
pub async fn add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &AddTaskForm,
) -> Result<ProjectId, AddError> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (writer, known) = project_writer(portal, &mut change, actor, customer, project).await?;
    let words = TaskWords::from(read?);
    let shared = form.shared && words.stage == Stage::Backstage;
    for id in idempotency::ids::<TaskId>(form.id.0, &filled(form)) {
        if task::insert(&mut change, writer.scope, project, id, &words, shared).await? {
            let audience = audience_of(&known, shared || words.stage == Stage::Onstage);
            writer.record(&mut change, EventKind::TaskAdded, (ObjectKind::Task, id.0), &words.name, audience).await?;
            portal.commit(change).await?;
            return Ok(project);
        }
        let kept = task::find_added(&mut change, writer.scope, id).await?;
        let kept = kept.filter(|kept| kept.project == project).ok_or(AddError::NotFound)?;
        if kept.words == words && kept.shared == shared {
            return Ok(project);
        }
    }
    Err(AddError::NotFound)
}
