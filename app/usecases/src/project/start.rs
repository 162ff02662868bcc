//! Starting a project, prepared out of the customer's sight or shown at once.

use crate::{
    Portal,
    edit::{AddError, plan_writer},
    form::{FieldProblem, Problems},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
    text::{Line, Prose},
};
use coplan_store::{access::Actor, project};

/// What is asked when a project starts.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct StartForm {
    /// Made when the form was drawn, so that a second click makes no second project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    #[serde(default)]
    pub about: String,
    /// Whether the customer sees it at once.
    #[serde(default)]
    pub shared: bool,
}

pub(super) fn words(name: &str, about: &str) -> Result<(Line, Option<Prose>), Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let name = problems.line("name", name);
    let about = problems.optional_prose("about", about);
    problems.finish(name.map(|name| (name, about)))
}

/// Starts a project; started before with the same form, it is there already.
///
/// # Errors
/// [`AddError`].
pub async fn start(portal: &Portal, actor: &Actor, customer: CustomerId, form: StartForm) -> Result<ProjectId, AddError> {
    let read = words(&form.name, &form.about);
    let mut change = portal.change_within().await?;
    let writer = plan_writer(portal, &mut change, actor, customer).await?;
    let (name, about) = read?;
    let about = about.as_ref().map_or("", Prose::as_str);
    if !project::insert(&mut change, writer.scope, form.id, name.as_str(), about, form.shared).await? {
        let known = project::find(&mut change, writer.plan, form.id).await?;
        return known.map(|project| project.id).ok_or(AddError::NotFound);
    }
    let (kind, audience) = if form.shared {
        (EventKind::ProjectShared, Audience::Scope(Scope::Plan))
    } else {
        (EventKind::ProjectPrepared, Audience::Internal)
    };
    writer.record(&mut change, kind, (ObjectKind::Project, form.id.0), name.as_str(), audience).await?;
    portal.keep(change).await?;
    Ok(form.id)
}
