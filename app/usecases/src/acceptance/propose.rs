//! Proposing what the customer tests, and the next version after what it said.

use super::{NextVersionForm, ProposeAcceptanceForm, hash_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem},
    idempotency,
    merge::filled,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{AcceptanceId, CustomerId, ProjectId},
};
use coplan_store::{
    acceptance::{self, NewAcceptance},
    access::{Actor, hold},
    milestone,
};

/// Proposes a checklist; proposed before with the same form, it is there already.
pub async fn propose(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ProjectId,
    form: &ProposeAcceptanceForm,
) -> Result<AcceptanceId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, project) = hold(&mut change, actor, customer).await?.project_write(&mut change, id).await?;
    let read = read?;
    if let Some(of) = read.milestone
        && milestone::find(&mut change, write.plan(), of).await?.is_none_or(|found| found.project != id)
    {
        return Err(Error::Invalid(vec![FieldProblem { field: "milestone", problem: Problem::NotOneOf }]));
    }
    let (title, lines) = (String::from(read.title), read.lines.0);
    let hash = hash_of(&title, &lines);
    let note = read.note.map(String::from).unwrap_or_default();
    let new = NewAcceptance { title, milestone: read.milestone, lines, note, hash };
    for kept in idempotency::ids::<AcceptanceId>(form.id.0, &filled(form)) {
        if acceptance::insert(&mut change, &write, kept, &new).await? {
            let object = (ObjectKind::Project, id.0);
            record(&mut change, &write, EventKind::AcceptanceProposed, object, &new.title, audience(&project)).await?;
            portal.commit(change).await?;
            return Ok(kept);
        }
        let known = acceptance::find(&mut change, write.plan(), kept).await?.ok_or(Error::NotFound)?;
        if known.versions.last().is_some_and(|first| first.hash == new.hash) {
            return Ok(kept);
        }
    }
    Err(Error::NotFound)
}

/// Proposes the next version of a checklist.
///
/// # Errors
/// [`Error`]; `Stale` where it is another version by now.
pub async fn propose_next(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AcceptanceId,
    form: &NextVersionForm,
) -> Result<(), Error<()>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let held = hold(&mut change, actor, customer).await?;
    let found = acceptance::find(&mut change, held.access.plan, id).await?.ok_or(Error::NotFound)?;
    let (write, project) = held.project_write(&mut change, found.project).await?;
    let read = read?;
    let (title, lines) = (found.title.clone(), read.lines.0);
    let hash = hash_of(&title, &lines);
    let note = read.note.map(String::from).unwrap_or_default();
    let new = NewAcceptance { title, milestone: None, lines, note, hash };
    let is_same = |now: &coplan_domain::acceptance::AcceptanceVersion| {
        now.version.checked_sub(1) == Some(form.version) && now.hash == new.hash && now.note == new.note
    };
    if found.now().is_some_and(is_same) {
        return Ok(());
    }
    if found.now().is_none_or(|now| now.version != form.version) {
        return Err(Error::stale(()));
    }
    if !acceptance::insert_version(&mut change, &write, id, form.version, &new).await? {
        return Err(Error::stale(()));
    }
    let object = (ObjectKind::Project, found.project.0);
    record(&mut change, &write, EventKind::AcceptanceProposed, object, &new.title, audience(&project)).await?;
    Ok(portal.commit(change).await?)
}
