//! Bringing a milestone back that was taken away.

use crate::{
    Portal,
    edit::{Refused, audience, project_writer_in},
    portal::hold,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
};
use coplan_store::{access::Actor, milestone};

/// Brings a milestone back with every day that was promised for it; one that is there already stays as it is.
///
/// # Errors
/// [`Refused`].
pub async fn bring_back(portal: &Portal, actor: &Actor, customer: CustomerId, id: MilestoneId) -> Result<ProjectId, Refused> {
    let mut change = portal.change_within().await?;
    let access = hold(&mut change, actor, customer).await?.ok_or(Refused::NotFound)?;
    let home = milestone::find_project(&mut change, access.plan, id).await?.ok_or(Refused::NotFound)?;
    let (writer, project) = project_writer_in(portal, &mut change, actor, &access, home).await?;
    if let Some(name) = milestone::update_not_removed(&mut change, writer.scope, id).await? {
        let object = (ObjectKind::Milestone, id.0);
        writer.record(&mut change, EventKind::MilestoneBroughtBack, object, &name, audience(&project)).await?;
        portal.keep(change).await?;
    }
    Ok(project.id)
}
