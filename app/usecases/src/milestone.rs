//! Milestones: added, renamed, promised for another day, reached, taken away, brought back.

mod add;
mod form;
mod promise;
mod reach;
mod remove;
mod rename;
mod restore;

pub use add::add;
pub use form::{MilestoneForm, PromiseForm, ReachForm, RenameForm};
pub use promise::move_promise;
pub use reach::{not_reached, reach};
pub use remove::remove;
pub use rename::rename;
pub use restore::restore;

use crate::{
    Portal,
    edit::{AccessError, EditError, Writer, project_writer_in},
    portal::lock,
};
use coplan_domain::{
    id::{CustomerId, MilestoneId},
    plan::{Milestone, Project},
};
use coplan_store::{Change, Conn, access::Actor, milestone};

/// Lets whoever may change the milestone's project, and gives both as they stand.
async fn writer_of(
    portal: &Portal,
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
) -> Result<(Writer, Project, Milestone), AccessError> {
    let access = lock(change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let milestone = milestone::find(change, access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (writer, project) = project_writer_in(portal, change, actor, &access, milestone.project).await?;
    Ok((writer, project, milestone))
}

/// The milestone as somebody else left it.
async fn stale(conn: &mut Conn, writer: Writer, id: MilestoneId) -> EditError<Milestone> {
    match milestone::find(conn, writer.plan, id).await {
        Ok(Some(theirs)) => EditError::Stale(Box::new(theirs)),
        Ok(None) => EditError::NotFound,
        Err(error) => error.into(),
    }
}
