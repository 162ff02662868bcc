//! Starting a project, prepared out of the customer's sight or shown at once.

use super::StartForm;
use crate::{Error, Portal, form::Parse, idempotency, merge::filled, record::record};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
};
use coplan_store::{
    access::{Actor, PlanWrite},
    project,
};

/// Starts a project; started before with the same form, it is there already. Sent again with other words, those are
/// another project.
pub async fn start(portal: &Portal, actor: &Actor, customer: CustomerId, form: &StartForm) -> Result<ProjectId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = PlanWrite::prove(&mut change, actor, customer).await?;
    let read = read?;
    let (name, about) = read.words();
    let (kind, audience) = if form.shared {
        (EventKind::ProjectShared, Audience::Scope(Scope::Plan))
    } else {
        (EventKind::ProjectPrepared, Audience::Internal)
    };
    for id in idempotency::ids::<ProjectId>(form.id.0, &filled(form)) {
        if project::insert(&mut change, &write, id, name, about, form.shared).await? {
            record(&mut change, &write, kind, (ObjectKind::Project, id.0), name, audience).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let kept = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        if kept.name == name && kept.about == about && kept.shared_at.is_some() == form.shared {
            return Ok(id);
        }
    }
    Err(Error::NotFound)
}
