//! Bringing a milestone back that was taken away.

use crate::{
    Portal,
    edit::{AccessError, audience, project_writer_in},
    portal::lock,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
};
use coplan_store::{access::Actor, milestone};

/// Brings a milestone back with every day that was promised for it; one that is there already stays as it is.
///
/// # Errors
/// [`AccessError`].
pub async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, id: MilestoneId) -> Result<ProjectId, AccessError> {
    let mut change = portal.change_touched().await?;
    let access = lock(&mut change, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let home = milestone::find_project(&mut change, access.plan, id).await?.ok_or(AccessError::NotFound)?;
    let (writer, project) = project_writer_in(portal, &mut change, actor, &access, home).await?;
    if let Some(name) = milestone::restore(&mut change, writer.scope, id).await? {
        let object = (ObjectKind::Milestone, id.0);
        writer.record(&mut change, EventKind::MilestoneBroughtBack, object, &name, audience(&project)).await?;
        portal.commit(change).await?;
    }
    Ok(project.id)
}
