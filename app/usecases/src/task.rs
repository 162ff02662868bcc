//! Tasks: added, changed, done, shown to the customer or not, taken away, brought back.

mod add;
mod change;
mod form;
mod remove;
mod restore;
mod set_state;
mod share;

pub use add::add;
pub use change::change;
pub use form::{AddTaskForm, TaskForm};
pub use remove::remove;
pub use restore::restore;
pub use set_state::{SaidMeanwhile, set_state};
pub use share::{share, unshare};

use crate::{
    Portal,
    edit::{AccessError, Writer, audience, project_writer_in},
    portal::lock,
};
use coplan_domain::{
    event::Audience,
    id::{CustomerId, TaskId},
    plan::{Project, Task},
};
use coplan_store::{Change, access::Actor, task};

/// Lets whoever may change the task's project, and gives both as they stand.
async fn writer_of(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: TaskId,
) -> Result<(Writer, Project, Task), AccessError> {
    let access = lock(change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let task = task::find(change, access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (writer, project) = project_writer_in(portal, change, actor, &access, task.project).await?;
    Ok((writer, project, task))
}

/// Who may know what happens to a task that the customer sees or does not see.
fn audience_of(project: &Project, seen_by_customer: bool) -> Audience {
    if seen_by_customer { audience(project) } else { Audience::Internal }
}
