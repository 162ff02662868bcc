//! Giving a milestone other words.

use super::{stale, write_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Problems},
    merge::{self, Edit},
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
    text::Line,
};
use coplan_store::{access::Actor, milestone};

/// A milestone's name as it was typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct RenameForm {
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    #[serde(default)]
    pub was: String,
    /// What will be so.
    pub name: String,
}

merge::edit!(RenameForm: name);

impl RenameForm {
    /// A milestone's name as its form is drawn.
    #[must_use]
    pub fn of(milestone: &Milestone) -> Self {
        Self { version: milestone.version, was: String::new(), name: milestone.name.clone() }.seen()
    }

    fn read(&self) -> Result<Line, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let name = problems.line("name", &self.name);
        problems.finish(name)
    }
}

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
    let read = form.read();
    let mut change = portal.change_touched().await?;
    let (write, project, milestone) = write_of(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &RenameForm::of(&milestone)).and_then(|form| form.read().ok());
    let name = merged.ok_or_else(|| Error::stale(milestone.clone()))?;
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
