//! Changing a project's words without overwriting somebody else's.

use super::ProjectForm;
use crate::{
    Error, Portal,
    form::Parse,
    merge,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    plan::Project,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    project,
};

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
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, project) = ProjectWrite::prove(&mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &ProjectForm::of(&project)).and_then(|form| form.parse().ok());
    let read = merged.ok_or_else(|| Error::stale(project.clone()))?;
    let (name, about) = read.words();
    if project.name == name && project.about == about {
        return Ok(());
    }
    if !project::update_words(&mut change, &write, project.version, name, about).await? {
        let theirs = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        return Err(Error::stale(theirs));
    }
    let object = (ObjectKind::Project, id.0);
    record(&mut change, &write, EventKind::ProjectChanged, object, name, audience(&project)).await?;
    portal.commit(change).await?;
    Ok(())
}
