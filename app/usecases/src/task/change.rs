//! Changing what is said of a task without overwriting somebody else's words.

use super::{Typed, audience_of, write_of};
use crate::{
    Error, Portal,
    form::FieldProblem,
    merge::{self, Edit},
    record::record,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::{Stage, Task},
};
use coplan_store::{
    access::Actor,
    task::{self, TaskWords},
};

/// A task's words as they were typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct TaskForm {
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    #[serde(default)]
    pub was: String,
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
    /// When it should be done; may be empty.
    #[serde(default)]
    pub due_on: String,
}

merge::edit!(TaskForm: name, why, side, stage, due_on);

impl TaskForm {
    /// A task as its form is drawn.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        Self {
            version: task.version,
            was: String::new(),
            name: task.name.clone(),
            why: task.why.clone(),
            side: task.side.to_string(),
            stage: task.stage.to_string(),
            due_on: task.due_on.map(|day| day.to_string()).unwrap_or_default(),
        }
        .seen()
    }

    fn read(&self) -> Result<TaskWords, Vec<FieldProblem>> {
        Typed { name: &self.name, why: &self.why, side: &self.side, stage: &self.stage, due_on: &self.due_on }.read()
    }
}

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
    let read = form.read();
    let mut change = portal.change_touched().await?;
    let (write, project, task) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &TaskForm::of(&task)).and_then(|form| form.read().ok());
    let words = merged.ok_or_else(|| Error::stale(task.clone()))?;
    if words == words_of(&task) {
        return Ok(project.id);
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

fn words_of(task: &Task) -> TaskWords {
    TaskWords { name: task.name.clone(), why: task.why.clone(), side: task.side, stage: task.stage, due_on: task.due_on }
}
