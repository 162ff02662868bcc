//! Showing a project to the customer, taking it from view, ending it, and letting it go on. Done twice, each
//! changes nothing the second time.

use crate::{
    Error, Portal,
    record::{audience, record},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    person::Scope,
};
use coplan_store::{
    access::{Actor, ProjectWrite},
    project,
};

/// Shows the project to the customer with all that is in it: every report, promise and onstage task.
pub async fn share(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, project) = ProjectWrite::prove(&mut change, actor, customer, id).await?;
    if project.shared_at.is_some() {
        return Ok(());
    }
    let now = change.now();
    project::update_shared(&mut change, &write, Some(now)).await?;
    let (object, audience) = ((ObjectKind::Project, id.0), Audience::Scope(Scope::Plan));
    record(&mut change, &write, EventKind::ProjectShared, object, &project.name, audience).await?;
    Ok(portal.commit(change).await?)
}

/// Takes the project from the customer's view.
pub async fn unshare(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, project) = ProjectWrite::prove(&mut change, actor, customer, id).await?;
    if project.shared_at.is_none() {
        return Ok(());
    }
    project::update_shared(&mut change, &write, None).await?;
    let object = (ObjectKind::Project, id.0);
    record(&mut change, &write, EventKind::ProjectPrepared, object, &project.name, Audience::Internal).await?;
    Ok(portal.commit(change).await?)
}

/// Ends the project: it leaves the plan and stays readable.
pub async fn end(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId) -> Result<(), Error> {
    set_ended(portal, actor, customer, id, true).await
}

/// Lets an ended project go on after all.
pub async fn resume(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId) -> Result<(), Error> {
    set_ended(portal, actor, customer, id, false).await
}

async fn set_ended(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId, ended: bool) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, project) = ProjectWrite::prove(&mut change, actor, customer, id).await?;
    if project.ended_at.is_some() == ended {
        return Ok(());
    }
    let now = change.now();
    project::update_ended(&mut change, &write, ended.then_some(now)).await?;
    let kind = if ended { EventKind::ProjectEnded } else { EventKind::ProjectResumed };
    record(&mut change, &write, kind, (ObjectKind::Project, id.0), &project.name, audience(&project)).await?;
    Ok(portal.commit(change).await?)
}
