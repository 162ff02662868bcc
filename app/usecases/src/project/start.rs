//! Starting a project, prepared out of the customer's sight or shown at once.

use crate::{
    Error, Portal,
    form::{FieldProblem, Problems},
    idempotency,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
    text::{Line, Prose},
};
use coplan_store::{
    access::{Actor, PlanWrite},
    project,
};

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

/// Starts a project; started before with the same form, it is there already. Sent again with other words, those are
/// another project.
pub async fn start(portal: &Portal, actor: &Actor, customer: CustomerId, form: StartForm) -> Result<ProjectId, Error> {
    let read = words(&form.name, &form.about);
    let mut change = portal.change_touched().await?;
    let write = PlanWrite::prove(&mut change, actor, customer).await?;
    let (name, about) = read?;
    let about = about.as_ref().map_or("", Prose::as_str);
    let (kind, audience) = if form.shared {
        (EventKind::ProjectShared, Audience::Scope(Scope::Plan))
    } else {
        (EventKind::ProjectPrepared, Audience::Internal)
    };
    for id in idempotency::ids::<ProjectId>(form.id.0, &[name.as_str(), about, if form.shared { "shared" } else { "" }]) {
        if project::insert(&mut change, &write, id, name.as_str(), about, form.shared).await? {
            record(&mut change, &write, kind, (ObjectKind::Project, id.0), name.as_str(), audience).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let kept = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if kept.name == name.as_str() && kept.about == about && kept.shared_at.is_some() == form.shared {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}
