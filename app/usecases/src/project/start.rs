//! Starting a project, prepared out of the customer's sight or shown at once.

use super::StartForm;
use crate::{
    Portal,
    edit::{AddError, plan_writer},
    form::Parse,
    idempotency,
    merge::filled,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
};
use coplan_store::{access::Actor, project};

/// Starts a project; started before with the same form, it is there already. Sent again with other words, those are
/// another project.
///
/// # Errors
/// [`AddError`].
pub async fn start(portal: &Portal, actor: &Actor, customer: CustomerId, form: &StartForm) -> Result<ProjectId, AddError> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let writer = plan_writer(portal, &mut change, actor, customer).await?;
    let read = read?;
    let (name, about) = read.words();
    let (kind, audience) = if form.shared {
        (EventKind::ProjectShared, Audience::Scope(Scope::Plan))
    } else {
        (EventKind::ProjectPrepared, Audience::Internal)
    };
    for id in idempotency::ids::<ProjectId>(form.id.0, &filled(form)) {
        if project::insert(&mut change, writer.scope, id, name, about, form.shared).await? {
            writer.record(&mut change, kind, (ObjectKind::Project, id.0), name, audience).await?;
            portal.commit(change).await?;
            return Ok(id);
        }
        let kept = project::find(&mut change, writer.plan, id).await?.ok_or(AddError::NotFound)?;
        if kept.name == name && kept.about == about && kept.shared_at.is_some() == form.shared {
            return Ok(id);
        }
    }
    Err(AddError::NotFound)
}
