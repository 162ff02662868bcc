//! Milestones as staff keeps them: added, and on a page of their own renamed, moved, reached, taken away, brought back.

mod actions;
mod add;
mod show;
mod stale;

pub use actions::{move_promise, not_reached, reach, remove, rename, restore};
pub use add::{get as get_add, post as post_add};
pub use show::get;

use super::project;
use coplan_domain::id::{CustomerId, MilestoneId, ProjectId};

/// Where a milestone is kept.
#[must_use]
pub fn href(customer: CustomerId, project: ProjectId, milestone: MilestoneId) -> String {
    format!("{}/milestones/{milestone}", project::href(customer, project))
}

/// Where everybody reads it.
fn read_at(customer: CustomerId, project: ProjectId) -> String {
    format!("{}#h-milestones", project::href(customer, project))
}
