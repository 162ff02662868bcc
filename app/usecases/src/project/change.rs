//! Changing a project's words without overwriting somebody else's.

use super::start::words;
use crate::{
    Error, Portal,
    merge::{self, Edit},
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    plan::Project,
    text::Prose,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    project,
};

/// A project's words as they were typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct ProjectForm {
    /// The version that the form was drawn from.
    pub version: i64,
    /// What stood in the fields then.
    #[serde(default)]
    pub was: String,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    #[serde(default)]
    pub about: String,
}

merge::edit!(ProjectForm: name, about);

impl ProjectForm {
    /// A project as its form is drawn.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let (name, about) = (project.name.clone(), project.about.clone());
        Self { version: project.version, was: String::new(), name, about }.seen()
    }
}

/// Changes what a project is called and what it is for, together with what others have changed since. The same words
/// again change nothing.
///
/// # Errors
/// [`Error`]; `Stale` with the project as it stands now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ProjectId,
    form: &ProjectForm,
) -> Result<(), Error<Project>> {
    let read = words(&form.name, &form.about);
    let mut change = portal.change_touched().await?;
    let (write, project) = ProjectWrite::prove(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &ProjectForm::of(&project)).and_then(|form| words(&form.name, &form.about).ok());
    let (name, about) = merged.ok_or_else(|| Error::stale(project.clone()))?;
    let about = about.as_ref().map_or("", Prose::as_str);
    if project.name == name.as_str() && project.about == about {
        return Ok(());
    }
    if !project::update_words(&mut change, &write, project.version, name.as_str(), about).await? {
        let theirs = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        return Err(Error::stale(theirs));
    }
    let object = (ObjectKind::Project, id.0);
    record(&mut change, &write, EventKind::ProjectChanged, object, name.as_str(), audience(&project)).await?;
    portal.commit(change).await?;
    Ok(())
}
