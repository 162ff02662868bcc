//! Giving a milestone other words.

use super::{RenameForm, stale, write_of};
use crate::{
    Error, Portal,
    form::Parse,
    merge,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_store::{access::Actor, milestone};

/// Renames a milestone, whatever else of it others have changed since. The same name again changes nothing.
///
/// # Errors
/// [`Error`]; `Stale` with the milestone as it stands now.
pub async fn rename(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &RenameForm,
) -> Result<ProjectId, Error<Milestone>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, project, milestone) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &RenameForm::of(&milestone)).and_then(|form| form.parse().ok());
    let name = merged.ok_or_else(|| Error::stale(milestone.clone()))?.name;
    if milestone.name == name.as_str() {
        return Ok(project.id);
    }
    if !milestone::update_name(&mut change, &write, id, milestone.version, name.as_str()).await? {
        return Err(stale(&mut change, write, id).await);
    }
    let object = (ObjectKind::Milestone, id.0);
    record(&mut change, &write, EventKind::MilestoneChanged, object, name.as_str(), audience(&project)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
