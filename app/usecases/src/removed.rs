//! Taking something off a project, and bringing it back. Done twice, each changes nothing the second time.

use crate::{
    Error, Portal,
    record::{audience, record},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, ProjectId},
    plan::{Project, Task},
};
use coplan_store::{
    Change, Result as Stored,
    access::{AccessError, Actor, PlanScope, hold},
    removed::{self, Part},
    task,
};
use ulid::Ulid;

/// Takes it away; gives its project.
pub(crate) async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, part: Part) -> Result<ProjectId, Error> {
    set_removed(portal, actor, customer, part, true).await
}

/// Brings it back as it was, seen by the customer or not; gives its project.
pub(crate) async fn restore(portal: &Portal, actor: &Actor, customer: CustomerId, part: Part) -> Result<ProjectId, Error> {
    set_removed(portal, actor, customer, part, false).await
}

async fn set_removed(portal: &Portal, actor: &Actor, customer: CustomerId, part: Part, away: bool) -> Result<ProjectId, Error> {
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let internal = held.access.internal.ok_or(AccessError::NotFound)?;
    let home = removed::find_project(&mut change, internal, part).await?.ok_or(AccessError::NotFound)?;
    let (write, project) = held.project_write(&mut change, home).await?;
    // What is away is seen by nobody: it is looked at while it is there.
    let before = audience_of(&mut change, write.plan(), &project, part).await?;
    let name = if away {
        removed::remove(&mut change, &write, part).await?
    } else {
        removed::restore(&mut change, &write, part).await?
    };
    if let Some(name) = name {
        let audience = if away { before } else { audience_of(&mut change, write.plan(), &project, part).await? };
        let (kind, object) = told(part, away);
        record(&mut change, &write, kind, object, &name, audience).await?;
        portal.commit(change).await?;
    }
    Ok(project.id)
}

/// Who may know of it: of a milestone whoever may know of the project, of a task whoever sees it.
async fn audience_of(change: &mut Change, scope: PlanScope, project: &Project, part: Part) -> Stored<Audience> {
    let seen = match part {
        Part::Milestone(_) => true,
        Part::Task(id) => task::find(change, scope, id).await?.as_ref().is_some_and(Task::is_seen_by_customer),
    };
    Ok(if seen { audience(project) } else { Audience::Internal })
}

fn told(part: Part, away: bool) -> (EventKind, (ObjectKind, Ulid)) {
    match (part, away) {
        (Part::Milestone(id), true) => (EventKind::MilestoneRemoved, (ObjectKind::Milestone, id.0)),
        (Part::Milestone(id), false) => (EventKind::MilestoneBroughtBack, (ObjectKind::Milestone, id.0)),
        (Part::Task(id), true) => (EventKind::TaskRemoved, (ObjectKind::Task, id.0)),
        (Part::Task(id), false) => (EventKind::TaskBroughtBack, (ObjectKind::Task, id.0)),
    }
}
