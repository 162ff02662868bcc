//! Changing a project's words without overwriting somebody else's.

use super::start::words;
use crate::{
    Portal,
    edit::{EditError, audience, project_writer},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    plan::Project,
    text::Prose,
};
use coplan_store::{access::Actor, project};

/// A project's words as they were typed.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct ProjectForm {
    /// The version that the form was drawn from.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    #[serde(default)]
    pub about: String,
}

/// Changes what a project is called and what it is for. The same words again change nothing.
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
    let read = words(&form.name, &form.about);
    let mut change = portal.change_within().await?;
    let (writer, project) = project_writer(portal, &mut change, actor, customer, id).await?;
    let (name, about) = read?;
    let about = about.as_ref().map_or("", Prose::as_str);
    if project.name == name.as_str() && project.about == about {
        return Ok(());
    }
    if !project::update_words(&mut change, writer.scope, id, form.version, name.as_str(), about).await? {
        let theirs = project::find(&mut change, writer.plan, id).await?.ok_or(EditError::NotFound)?;
        return Err(EditError::Stale(Box::new(theirs)));
    }
    let object = (ObjectKind::Project, id.0);
    writer.record(&mut change, EventKind::ProjectChanged, object, name.as_str(), audience(&project)).await?;
    portal.keep(change).await?;
    Ok(())
}
