//! Undoing an import: what is as it was made and was not seen by the customer's people goes, the rest stays.

use super::run::LONGEST;
use crate::{Error, Portal, work};
use coplan_domain::{id::UploadId, table_import::ItemKind};
use coplan_store::{
    StoreError,
    access::{AccountAdmin, Actor, MoneyAdmin, MoneyWrite, ProjectWrite, StaffWrite, ThreadWrite, hold},
    milestone, package, project, status_report,
    table_import::{self, Item, TableImport},
    task,
};
use std::{cmp::Reverse, collections::BTreeSet};

/// An import with what it has made.
#[derive(Debug, Clone)]
pub struct UndoView {
    /// The import.
    pub import: TableImport,
    /// What it has made and is here still, in the order of the rows.
    pub items: Vec<Item>,
}

/// An import of this person, for asking whether it is to be undone.
///
/// # Errors
/// [`Error::NotFound`] where it is not this person's.
pub async fn show(portal: &Portal, actor: &Actor, id: UploadId) -> Result<UndoView, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let import = table_import::find(&mut conn, staff, id).await?.ok_or(Error::NotFound)?;
    let items = table_import::list_items(&mut conn, staff, id).await?;
    Ok(UndoView { import, items })
}

/// Removes what an import has made, each thing in a transaction of its own. What was changed since, or seen by the
/// customer's people, stays, with what it belongs to. Doing it again tries the rest.
///
/// # Errors
/// [`Error::NotFound`] where it is not this person's.
pub async fn undo(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), Error> {
    let UndoView { import, mut items } = show(portal, actor, id).await?;
    // What is within something goes before it.
    items.sort_by_key(|item| Reverse(item.kind));
    let (ends, mut tried) = (portal.clock.now() + LONGEST, BTreeSet::new());
    for item in items.iter().filter(|item| tried.insert((item.kind, item.object.as_str(), item.customer))) {
        if portal.clock.now() > ends {
            break;
        }
        match remove(portal, actor, &import, item).await {
            Ok(()) | Err(Error::NotFound | Error::NotResponsible) => {}
            Err(error) => return Err(error),
        }
    }
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    table_import::update_undone(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Removes one thing, or leaves it as it is.
async fn remove(portal: &Portal, actor: &Actor, import: &TableImport, item: &Item) -> Result<(), Error> {
    // What a customer was called may be shown elsewhere.
    let mut change = portal.change().await?;
    let since = import.at;
    let is_gone = match item.kind {
        ItemKind::Customer | ItemKind::Member => {
            // Not found where it never came to be, or is gone.
            let admin = AccountAdmin::prove(&mut change, actor, item.customer).await?;
            let removed = match item.kind {
                ItemKind::Customer => table_import::remove_customer(&mut change, &admin, since).await,
                _ => table_import::remove_member(&mut change, &admin, since, &item.object).await,
            };
            kept(removed)? && {
                table_import::remove_item(&mut change, &admin, import.id, item).await?;
                true
            }
        }
        ItemKind::Usage => {
            let (month, service) = item.object.split_once(' ').ok_or(Error::NotFound)?;
            let month = month.parse().map_err(|_| Error::NotFound)?;
            let write = MoneyWrite::prove(&mut change, actor, item.customer).await?;
            package::remove_usage(&mut change, &write, since, (service, month)).await? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
        ItemKind::Invoice => {
            let id: ulid::Ulid = item.object.parse().map_err(|_| Error::NotFound)?;
            let write = MoneyAdmin::prove(&mut change, actor, item.customer).await?;
            kept(table_import::remove_invoice(&mut change, &write, since, id.into()).await)? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
        ItemKind::Report => {
            let id: ulid::Ulid = item.object.parse().map_err(|_| Error::NotFound)?;
            let held = hold(&mut change, actor, item.customer).await?;
            let project = status_report::find_project(&mut change, held.access.plan, id.into()).await?.ok_or(Error::NotFound)?;
            let (write, _) = held.project_write(&mut change, project).await?;
            table_import::remove_report(&mut change, &write, since, id.into()).await? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
        ItemKind::Thread | ItemKind::Message => {
            let (thread, message) = item.object.split_once(' ').unwrap_or((&item.object, ""));
            let thread: ulid::Ulid = thread.parse().map_err(|_| Error::NotFound)?;
            let (write, _) = ThreadWrite::prove(&mut change, actor, item.customer, thread.into()).await?;
            let removed = match message.parse::<ulid::Ulid>() {
                Ok(message) => table_import::remove_message(&mut change, &write, since, message.into()).await,
                Err(_) => table_import::remove_thread(&mut change, &write, since).await,
            };
            kept(removed)? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
        ItemKind::Work => {
            let id: ulid::Ulid = item.object.parse().map_err(|_| Error::NotFound)?;
            let (write, _) = work::write_of(&mut change, actor, item.customer, id.into()).await?;
            table_import::remove_work(&mut change, &write, since, id.into()).await? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
        ItemKind::Project | ItemKind::Milestone | ItemKind::Task => {
            let write = write_of(&mut change, actor, item).await?;
            let parsed = || item.object.parse::<ulid::Ulid>().map_err(|_| Error::NotFound);
            let removed = match item.kind {
                ItemKind::Milestone => table_import::remove_milestone(&mut change, &write, since, parsed()?.into()).await,
                ItemKind::Task => table_import::remove_task(&mut change, &write, since, parsed()?.into()).await,
                _ => table_import::remove_project(&mut change, &write, since).await,
            };
            kept(removed)? && {
                table_import::remove_item(&mut change, &write, import.id, item).await?;
                true
            }
        }
    };
    if is_gone {
        portal.commit(change).await?;
    }
    Ok(())
}

/// Whether something is gone; what something else refers to stays.
fn kept(removed: Result<bool, StoreError>) -> Result<bool, StoreError> {
    match removed {
        Err(error) if error.is_referenced() => Ok(false),
        other => other,
    }
}

/// The right to write the project that something is, or is in.
async fn write_of(change: &mut coplan_store::Change, actor: &Actor, item: &Item) -> Result<ProjectWrite, Error> {
    let object: ulid::Ulid = item.object.parse().map_err(|_| Error::NotFound)?;
    let held = hold(change, actor, item.customer).await?;
    let plan = held.access.plan;
    let project = match item.kind {
        ItemKind::Milestone => milestone::find(change, plan, object.into()).await?.map(|found| found.project),
        ItemKind::Task => task::find(change, plan, object.into()).await?.map(|found| found.project),
        _ => project::find(change, plan, object.into()).await?.map(|found| found.id),
    };
    Ok(held.project_write(change, project.ok_or(Error::NotFound)?).await?.0)
}
