//! Tasks: added, changed, done, shown to the customer or not, taken away, brought back.

mod add;
mod change;
mod remove;
mod set_state;
mod share;

pub use add::{AddTaskForm, add};
pub use change::{TaskForm, change};
pub use remove::{remove, restore};
pub use set_state::{SaidMeanwhile, set_state};
pub use share::{share, unshare};

use crate::{
    form::{Problem, Problems},
    record::audience,
};
use coplan_domain::{
    event::Audience,
    id::{CustomerId, TaskId},
    person::Side,
    plan::{Project, Stage, Task},
    text::Prose,
};
use coplan_store::{
    Change,
    access::{AccessError, Actor, ProjectWrite, hold},
    task::{self, TaskWords},
};

/// A task's words as they were typed.
struct Typed<'a> {
    name: &'a str,
    why: &'a str,
    side: &'a str,
    stage: &'a str,
    due_on: &'a str,
}

impl Typed<'_> {
    fn read(&self) -> Result<TaskWords, Vec<crate::form::FieldProblem>> {
        let mut problems = Problems::default();
        let name = problems.line("name", self.name);
        let why = problems.optional_prose("why", self.why);
        let side = problems.choice("side", self.side);
        let stage = problems.choice("stage", self.stage);
        let due_on = problems.optional_date("due_on", self.due_on);
        // Refused rather than shown: whoever chose "backstage" meant that it is not seen.
        if side == Some(Side::Customer) && stage == Some(Stage::Backstage) {
            problems.add("stage", Problem::MustBeOnstage);
        }
        let why = why.as_ref().map_or("", Prose::as_str).to_owned();
        let read = name.zip(side).zip(stage);
        problems.finish(read.map(|((name, side), stage)| TaskWords { name: name.as_str().to_owned(), why, side, stage, due_on }))
    }
}

/// The right to change the task's project, with both as they are.
async fn write_of(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
) -> Result<(ProjectWrite, Project, Task), AccessError> {
    let held = hold(change, actor, customer).await?;
    let task = task::find(change, held.access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (write, project) = held.project_write(change, task.project).await?;
    Ok((write, project, task))
}

/// Who may know what happens to a task that the customer sees or does not see.
fn audience_of(project: &Project, seen_by_customer: bool) -> Audience {
    if seen_by_customer { audience(project) } else { Audience::Internal }
}
