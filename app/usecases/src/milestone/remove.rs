//! Taking a milestone away, and bringing it back.

use crate::{Error, Portal, removed};
use coplan_domain::id::{CustomerId, MilestoneId, ProjectId};
use coplan_store::{access::Actor, removed::Part};

/// Takes a milestone away; one that is away already stays away.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: MilestoneId) -> Result<ProjectId, Error> {
    removed::remove(portal, actor, customer, Part::Milestone(id)).await
}

/// Brings a milestone back with every day that was promised for it; one that is there already stays as it is.
pub async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, id: MilestoneId) -> Result<ProjectId, Error> {
    removed::restore(portal, actor, customer, Part::Milestone(id)).await
}
