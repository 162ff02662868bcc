//! Tasks: staff adds and changes them; whoever does one says how far it is.

mod actions;
mod add;
mod change;
mod fields;

pub use actions::{remove, restore, set_state, share, unshare};
pub use add::{get as get_add, post as post_add};
pub use change::{get as get_change, post as post_change};

use super::project;
use coplan_domain::id::{CustomerId, ProjectId, TaskId};

/// Where a task is kept.
#[must_use]
pub fn href(customer: CustomerId, project: ProjectId, task: TaskId) -> String {
    format!("{}/tasks/{task}", project::href(customer, project))
}

/// Where everybody reads it.
fn read_at(customer: CustomerId, project: ProjectId) -> String {
    format!("{}#h-tasks", project::href(customer, project))
}
