//! Giving a milestone other words.

use super::{stale, writer_of};
use crate::{
    Portal,
    edit::{EditError, audience},
    form::Problems,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_store::{access::Actor, milestone};

/// A milestone's name as it was typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct RenameForm {
    /// The version that the form was drawn from.
    pub version: i64,
    /// What will be so.
    pub name: String,
}

/// Renames a milestone. The same name again changes nothing.
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
    let mut problems = Problems::default();
    let name = problems.line("name", &form.name);
    let read = problems.finish(name);
    let mut change = portal.change_within().await?;
    let (writer, project, milestone) = writer_of(portal, &mut change, actor, customer, id).await?;
    let name = read?;
    if milestone.name == name.as_str() {
        return Ok(project.id);
    }
    if !milestone::update_name(&mut change, writer.scope, id, form.version, name.as_str()).await? {
        return Err(stale(&mut change, writer, id).await);
    }
    let object = (ObjectKind::Milestone, id.0);
    writer.record(&mut change, EventKind::MilestoneChanged, object, name.as_str(), audience(&project)).await?;
    portal.keep(change).await?;
    Ok(project.id)
}
