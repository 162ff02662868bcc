//! Correcting and removing work that is not approved yet: one's own, or anybody's for whoever keeps the plans.

use super::{
    form::ChangeWorkForm,
    record::{matters, verify_day},
};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
    merge,
    portal::access_to,
};
use coplan_domain::id::{CustomerId, WorkEntryId};
use coplan_store::{
    Change,
    access::{Actor, Staff, WorkWrite, hold},
    work::{self, NamedMatter, WorkRow},
};
use jiff::civil::Date;
use std::sync::Arc;

/// An entry on the desk of somebody who may correct it.
#[derive(Debug, Clone)]
pub struct EntryView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The entry.
    pub row: WorkRow,
    /// What it can be for.
    pub matters: Vec<NamedMatter>,
    /// The reader's day.
    pub today: Date,
}

/// An entry for correcting it.
///
/// # Errors
/// [`Error`]; `NotResponsible` for another's, and for what is approved.
pub async fn editing(portal: &Portal, actor: &Actor, customer: CustomerId, id: WorkEntryId) -> Result<EntryView, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.ok_or(Error::NotFound)?;
    let row = work::find(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    verify_correctable(staff, &row)?;
    let today = portal.today(actor);
    let mut matters = matters(&mut conn, staff, today, Some(row.entry.matter)).await?;
    // An entry stays with its customer; it is recorded anew for another.
    matters.retain(|known| known.matter.customer == customer);
    Ok(EntryView { layout: customer_layout::find(portal, &mut conn, actor, &access).await?, row, matters, today })
}

fn verify_correctable<T>(staff: &Staff, row: &WorkRow) -> Result<(), Error<T>> {
    let own = row.entry.person == staff.entered().person();
    if row.entry.approved || !(own || staff.keeps_plans()) { Err(Error::NotResponsible) } else { Ok(()) }
}

/// The right to correct the entry, with the entry as it is.
pub(crate) async fn write_of<T>(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: WorkEntryId,
) -> Result<(WorkWrite, WorkRow), Error<T>> {
    let held = hold(change, actor, customer).await?;
    let staff = held.actor.staff().ok_or(Error::NotFound)?;
    let money = held.access.money.ok_or(Error::NotFound)?;
    let row = work::find(change, money, id).await?.ok_or(Error::NotFound)?;
    verify_correctable(staff, &row)?;
    let (write, _) = held.work_write(change, row.entry.matter.project).await?;
    Ok((write, row))
}

/// Corrects an entry, together with what others have corrected since.
///
/// # Errors
/// [`Error`]; `NotResponsible` for another's and for what is approved, `Stale` with the entry as it is now.
pub async fn change(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: WorkEntryId,
    form: &ChangeWorkForm,
) -> Result<(), Error<WorkRow>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (_, row) = write_of(&mut change, actor, customer, id).await?;
    verify_day(read?.day, portal.today(actor))?;
    let merged = merge::merged(form, &ChangeWorkForm::of(&row)).and_then(|form| form.parse().ok());
    let read = merged.ok_or_else(|| Error::stale(row.clone()))?;
    if read.matter.customer != customer {
        return Err(Error::NotFound);
    }
    let held = hold(&mut change, actor, customer).await?;
    let (write, _) = held.work_write(&mut change, read.matter.project).await?;
    if !work::update_words(&mut change, &write, id, row.entry.version, &read.kept()).await? {
        return Err(Error::NotFound);
    }
    Ok(portal.commit(change).await?)
}

/// Removes an entry that is not approved; gone before, it stays gone.
///
/// # Errors
/// [`Error`]; `NotResponsible` for another's and for what is approved.
pub async fn remove(portal: &Portal, actor: &Actor, customer: CustomerId, id: WorkEntryId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = match write_of(&mut change, actor, customer, id).await {
        Err(Error::NotFound) if actor.staff().is_some() => return Ok(()),
        other => other?,
    };
    work::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}
