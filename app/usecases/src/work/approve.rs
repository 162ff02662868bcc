//! Approving recorded work, sending it back, and saying how much of it the customer sees.

use super::audience;
use crate::{Error, Portal, record::record};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, WorkEntryId},
    work::WorkShown,
};
use coplan_store::{
    access::{Actor, MoneyWrite},
    project, work,
};
use std::collections::BTreeSet;

/// Approves entries; those that are approved already stay so. One event tells of each project.
pub async fn approve(portal: &Portal, actor: &Actor, customer: CustomerId, ids: &[WorkEntryId]) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    let mut projects = BTreeSet::<ProjectId>::new();
    for id in ids {
        let Some(row) = work::find(&mut change, write.money(), *id).await? else { continue };
        if work::approve(&mut change, &write, *id).await? {
            projects.insert(row.entry.matter.project);
        }
    }
    let shown = work::find_shown(&mut change, write.money()).await?;
    for id in projects {
        let found = project::find(&mut change, write.plan(), id).await?.ok_or(Error::NotFound)?;
        let told = audience(shown, found.shared_at.is_some());
        record(&mut change, &write, EventKind::WorkApproved, (ObjectKind::Project, id.0), &found.name, told).await?;
    }
    Ok(portal.commit(change).await?)
}

/// Takes the approval of an entry back; what is on an invoice stays approved.
pub async fn send_back(portal: &Portal, actor: &Actor, customer: CustomerId, id: WorkEntryId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    work::find(&mut change, write.money(), id).await?.ok_or(Error::NotFound)?;
    work::send_back(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Says how much of the work the customer's readers of sums see.
pub async fn set_shown(portal: &Portal, actor: &Actor, customer: CustomerId, shown: WorkShown) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    work::update_shown(&mut change, &write, shown).await?;
    Ok(portal.commit(change).await?)
}
