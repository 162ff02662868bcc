//! Adding a milestone with its first promised day.

use crate::{
    Portal,
    edit::{AddError, audience, project_writer},
    form::Problems,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
};
use coplan_store::{access::Actor, milestone};

/// A new milestone as it was typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct MilestoneForm {
    /// Made when the form was drawn, so that a second click makes no second milestone.
    pub id: MilestoneId,
    /// What will be so.
    pub name: String,
    /// The day it is promised for.
    #[serde(default)]
    pub promised_on: String,
}

/// Adds a milestone; added before with the same form, it is there already.
///
/// # Errors
/// [`AddError`].
pub async fn add(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: ProjectId,
    form: &MilestoneForm,
) -> Result<ProjectId, AddError> {
    let mut problems = Problems::default();
    let name = problems.line("name", &form.name);
    let day = problems.date("promised_on", &form.promised_on);
    let read = problems.finish(name.zip(day));
    let mut change = portal.change_within().await?;
    let (writer, known) = project_writer(portal, &mut change, actor, customer, project).await?;
    let (name, day) = read?;
    if !milestone::insert(&mut change, writer.scope, project, form.id, name.as_str(), day).await? {
        let home = milestone::find_project(&mut change, writer.plan, form.id).await?;
        return home.filter(|home| *home == project).ok_or(AddError::NotFound);
    }
    let object = (ObjectKind::Milestone, form.id.0);
    writer.record(&mut change, EventKind::MilestoneAdded, object, name.as_str(), audience(&known)).await?;
    portal.keep(change).await?;
    Ok(project)
}
