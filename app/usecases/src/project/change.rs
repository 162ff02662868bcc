//! Changing a project's words without overwriting somebody else's.

use super::ProjectForm;
use crate::{
    Portal,
    edit::{EditError, audience, project_writer},
    form::Parse,
    merge,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    plan::Project,
};
use coplan_store::{access::Actor, project};

/// Changes what a project is called and what it is for, together with what others have changed since. The same words
/// again change nothing.
///
/// # Errors
/// [`EditError`]; `Stale` with the project as it stands now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ProjectId,
    form: &ProjectForm,
) -> Result<(), EditError<Project>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (writer, project) = project_writer(portal, &mut change, actor, customer, id).await?;
    read?;
    let merged = merge::merged(form, &ProjectForm::of(&project)).and_then(|form| form.parse().ok());
    let read = merged.ok_or_else(|| EditError::Stale(Box::new(project.clone())))?;
    let (name, about) = read.words();
    if project.name == name && project.about == about {
        return Ok(());
    }
    if !project::update_words(&mut change, writer.scope, id, project.version, name, about).await? {
        let theirs = project::find(&mut change, writer.plan, id).await?.ok_or(EditError::NotFound)?;
        return Err(EditError::Stale(Box::new(theirs)));
    }
    let object = (ObjectKind::Project, id.0);
    writer.record(&mut change, EventKind::ProjectChanged, object, name, audience(&project)).await?;
    portal.commit(change).await?;
    Ok(())
}
