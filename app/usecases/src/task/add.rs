//! Adding a task.

use super::{Typed, audience_of};
use crate::{Error, Portal, idempotency, record::record};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::Stage,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    task,
};

/// A new task as it was typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct AddTaskForm {
    /// Made when the form was drawn, so that a second click makes no second task.
    pub id: TaskId,
    /// What is to be done.
    pub name: String,
    /// What it is needed for; may be empty.
    #[serde(default)]
    pub why: String,
    /// Who does it.
    #[serde(default)]
    pub side: String,
    /// Onstage, or behind the scenes.
    #[serde(default)]
    pub stage: String,
    /// Whether the customer sees it although it is behind the scenes.
    #[serde(default)]
    pub shared: bool,
    /// When it should be done; may be empty.
    #[serde(default)]
    pub due_on: String,
}

/// Adds a task; added before with the same form, it is there already. Sent again with other words, those are another
/// task.
pub async fn add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &AddTaskForm,
) -> Result<ProjectId, Error> {
    let typed = Typed { name: &form.name, why: &form.why, side: &form.side, stage: &form.stage, due_on: &form.due_on };
    let read = typed.read();
    let mut change = portal.change_touched().await?;
    let (write, known) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    let words = read?;
    let shared = form.shared && words.stage == Stage::Backstage;
    let due_on = words.due_on.map(|day| day.to_string()).unwrap_or_default();
    let shown = if shared { "shared" } else { "" };
    let said = [words.name.as_str(), words.why.as_str(), words.side.as_str(), words.stage.as_str(), due_on.as_str(), shown];
    for id in idempotency::ids::<TaskId>(form.id.0, &said) {
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
