//! Milestones: added, renamed, promised for another day, reached, taken away, brought back.

mod add;
mod form;
mod promise;
mod reach;
mod remove;
mod rename;

pub use add::add;
pub use form::{MilestoneForm, PromiseForm, ReachForm, RenameForm};
pub use promise::move_promise;
pub use reach::{not_reached, reach};
pub use remove::{remove, restore};
pub use rename::rename;

use crate::Error;
use coplan_domain::{
    id::{CustomerId, MilestoneId},
    plan::{Milestone, Project},
};
use coplan_store::{
    Change, Conn,
    access::{AccessError, Actor, ProjectWrite, hold},
    milestone,
};

/// The right to change the milestone's project, with both as they are.
async fn write_of(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
) -> Result<(ProjectWrite, Project, Milestone), AccessError> {
    let held = hold(change, actor, customer).await?;
    let milestone = milestone::find(change, held.access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (write, project) = held.project_write(change, milestone.project).await?;
    Ok((write, project, milestone))
}

/// The milestone as somebody else left it.
async fn stale(conn: &mut Conn, write: ProjectWrite, id: MilestoneId) -> Error<Milestone> {
    match milestone::find(conn, write.plan(), id).await {
        Ok(Some(theirs)) => Error::stale(theirs),
        Ok(None) => Error::NotFound,
        Err(error) => error.into(),
    }
}
