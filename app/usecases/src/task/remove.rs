//! Taking a task away, and bringing it back.

use crate::{Error, Portal, removed};
use coplan_domain::id::{CustomerId, ProjectId, TaskId};
use coplan_store::{access::Actor, removed::Part};

/// Takes a task away; one that is away already stays away.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error> {
    removed::remove(portal, actor, customer, Part::Task(id)).await
}

/// Brings a task back as it was, seen by the customer or not; one that is there already stays as it is.
pub async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, id: TaskId) -> Result<ProjectId, Error> {
    removed::restore(portal, actor, customer, Part::Task(id)).await
}
