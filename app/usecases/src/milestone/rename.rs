//! Giving a milestone other words.

use super::{RenameForm, stale, writer_of};
use crate::{
    Portal,
    edit::{EditError, audience},
    form::Parse,
    merge,
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
/// [`EditError`]; `Stale` with the milestone as it stands now.
pub async fn rename(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &RenameForm,
) -> Result<ProjectId, EditError<Milestone>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (writer, project, milestone) = writer_of(portal, &mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &RenameForm::of(&milestone)).and_then(|form| form.parse().ok());
    let name = merged.ok_or_else(|| EditError::Stale(Box::new(milestone.clone())))?.name;
    if milestone.name == name.as_str() {
        return Ok(project.id);
    }
    if !milestone::update_name(&mut change, writer.scope, id, milestone.version, name.as_str()).await? {
        return Err(stale(&mut change, writer, id).await);
    }
    let object = (ObjectKind::Milestone, id.0);
    writer.record(&mut change, EventKind::MilestoneChanged, object, name.as_str(), audience(&project)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
