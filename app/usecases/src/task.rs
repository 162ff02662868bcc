//! Tasks: added, changed, done, shown to the customer or not, taken away, brought back.

mod add;
mod change;
mod done;
mod form;
mod owner;
mod remove;
mod set_state;
mod share;
mod take;

pub use add::add;
pub use change::change;
pub use coplan_store::task::Candidate;
pub use done::find_done;
pub use form::{AddTaskForm, TaskForm};
pub use owner::list_candidates;
pub use remove::{remove, restore};
pub use set_state::{SaidMeanwhile, set_state};
pub use share::{share, unshare};
pub use take::{give_back, take};

use crate::record::audience;
use coplan_domain::{
    event::Audience,
    id::{CustomerId, TaskId},
    plan::{Project, Task},
};
use coplan_store::{
    Change,
    access::{AccessError, Actor, ProjectWrite, hold},
    task,
};

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
pub(crate) fn audience_of(project: &Project, seen_by_customer: bool) -> Audience {
    if seen_by_customer { audience(project) } else { Audience::Internal }
}
