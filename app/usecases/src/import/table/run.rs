//! Importing a table that was looked at: each row by the deed that its form would do, in a transaction of its own.

use super::{
    past,
    plan::{Deed, Planned, RowFate},
    preview::{find, look, read},
};
use crate::{
    Error, Portal, customer,
    import::{
        ImportError,
        confirm::import_one,
        document::{Importer, Source},
        file::importer,
        invoice::InvoiceDocument,
    },
    member, milestone, package, project, task, work,
};
use coplan_domain::{
    id::UploadId,
    table_import::{ItemKind, TableKind},
};
use coplan_store::{
    access::{Actor, StaffWrite},
    files::StoredFile,
    import as upload,
    table_import::{self, Item},
};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// How long a table is imported until somebody is answered. What is left is imported when it is asked for again.
pub(super) const LONGEST: SignedDuration = SignedDuration::from_secs(10);

/// Imports what can be imported of a table; what looks wrong and may be right only where that is `confirmed`. Doing it
/// again changes nothing. The file goes once nothing of it is left.
///
/// # Errors
/// [`Error::NotFound`] where this person has no such table; of one that was imported as a whole, nothing.
pub async fn run(portal: &Portal, actor: &Actor, id: UploadId, confirmed: bool) -> Result<(), Error> {
    let (waiting, kind) = match find(portal, actor, id).await {
        Ok(found) => found,
        Err(Error::NotFound) => return imported_before(portal, actor, id).await,
        Err(error) => return Err(error),
    };
    let Ok(table) = read(portal, &waiting).await? else { return Ok(()) };
    let (_, _, planned) = look(portal, actor, (id, kind), &table).await?;
    if planned.is_empty() {
        return Ok(());
    }
    // Before the rows, so that what was made can be undone even where the process ends in the middle.
    begin(portal, actor, (id, kind), &waiting.file_name, (&planned, confirmed)).await?;
    // What is made of a table of invoices keeps the table as what it was read from.
    let file = portal.files.find(&waiting.file).await?;
    let origin = (waiting.file_name.as_str(), &file);
    let (ends, mut not_made) = (portal.clock.now() + LONGEST, BTreeSet::new());
    let mut refused = 0;
    for Planned { row, deed } in &planned {
        let wanted = deed.as_ref().filter(|_| confirmed || !matches!(row.fate, RowFate::Doubtful(_)));
        let Some(deed) = wanted else {
            refused += usize::from(row.fate != RowFate::Here);
            continue;
        };
        let done =
            if portal.clock.now() > ends { Err(Error::NotFound) } else { done(portal, actor, deed, (confirmed, origin)).await };
        match done {
            Ok(()) => {}
            Err(error @ (Error::NotIn | Error::Internal(_))) => return Err(error),
            Err(_) => {
                refused += 1;
                not_made.insert(row.number);
            }
        }
    }
    let here = planned.iter().filter(|planned| planned.row.fate == RowFate::Here).map(|planned| planned.row.number).collect();
    end(portal, actor, id, (&here, &not_made, refused)).await
}

async fn imported_before(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let found = table_import::find(&mut *portal.db.read().await?, staff, id).await?;
    found.map(drop).ok_or(Error::NotFound)
}

async fn begin(
    portal: &Portal,
    actor: &Actor,
    (id, kind): (UploadId, TableKind),
    file_name: &str,
    (planned, confirmed): (&[Planned], bool),
) -> Result<(), Error> {
    let wanted = planned.iter().filter(|planned| confirmed || !matches!(planned.row.fate, RowFate::Doubtful(_)));
    let items: Vec<_> = wanted.flat_map(|planned| planned.deed.iter().flat_map(|deed| items(planned.row.number, deed))).collect();
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    table_import::insert(&mut change, &write, id, kind, file_name, &items).await?;
    Ok(portal.commit(change).await?)
}

async fn end(
    portal: &Portal,
    actor: &Actor,
    id: UploadId,
    (here, not_made, refused): (&BTreeSet<usize>, &BTreeSet<usize>, usize),
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    let made: BTreeSet<_> = table_import::list_items(&mut change, write.staff(), id).await?.iter().map(|item| item.row).collect();
    // What the same table has brought before was not here before it.
    let present = here.difference(&made).count();
    let not_made: Vec<_> = not_made.iter().copied().collect();
    table_import::update(&mut change, &write, id, &not_made, (present, refused)).await?;
    if refused == 0 {
        upload::remove(&mut change, &write, id).await?;
    }
    Ok(portal.commit(change).await?)
}

/// What a row makes.
fn items(row: usize, deed: &Deed) -> Vec<Item> {
    let item = |kind, object: String, customer, label: &str| Item { row, kind, object, customer, label: label.to_owned() };
    match deed {
        Deed::Customer { form, .. } => vec![item(ItemKind::Customer, form.id.to_string(), form.id, &form.name)],
        Deed::Member { customer, form } => {
            let email =
                crate::form::parse_email(&form.email).map_or_else(|_| form.email.clone(), |email| email.as_str().to_owned());
            vec![item(ItemKind::Member, email, *customer, &form.name)]
        }
        Deed::Project { customer, start, milestone, .. } => {
            let start = start.iter().map(|form| item(ItemKind::Project, form.id.to_string(), *customer, &form.name));
            let stop = milestone.iter().map(|form| item(ItemKind::Milestone, form.id.to_string(), *customer, &form.name));
            start.chain(stop).collect()
        }
        Deed::Task { customer, form, .. } => vec![item(ItemKind::Task, form.id.to_string(), *customer, &form.name)],
        Deed::Usage { customer, service, month, .. } => {
            vec![item(ItemKind::Usage, format!("{month} {service}"), *customer, &format!("{service} · {month}"))]
        }
        Deed::Work { customer, form, .. } => vec![item(ItemKind::Work, form.id.to_string(), *customer, &form.words)],
        Deed::Report { customer, report, label, .. } => vec![item(ItemKind::Report, report.id.to_string(), *customer, label)],
        Deed::Message { customer, thread, message } => {
            let begun = thread.begins.then(|| item(ItemKind::Thread, thread.id.to_string(), *customer, &thread.title));
            // Undone is one by its discussion.
            let object = format!("{} {}", thread.id, message.id);
            let label = format!("{}: {}", thread.title, message.text.chars().take(60).collect::<String>());
            begun.into_iter().chain([item(ItemKind::Message, object, *customer, &label)]).collect()
        }
        Deed::Invoice { id, customer, invoice } => vec![item(ItemKind::Invoice, id.to_string(), *customer, &invoice.number)],
    }
}

/// Does what a row asks for.
async fn done(
    portal: &Portal,
    actor: &Actor,
    deed: &Deed,
    (confirmed, origin): (bool, (&str, &StoredFile)),
) -> Result<(), Error> {
    match deed {
        Deed::Customer { form, internal } => {
            let form = customer::CreateCustomerForm { confirmed, ..form.clone() };
            let id = customer::create(portal, actor, &form).await?;
            if let Some(internal) = internal {
                match customer::change_internal(portal, actor, id, internal).await {
                    // Somebody has written it already, as this table did where it was asked for twice.
                    Ok(()) | Err(Error::Stale(_)) => {}
                    Err(Error::NotIn) => return Err(Error::NotIn),
                    Err(Error::Preview) => return Err(Error::Preview),
                    Err(Error::NotFound) => return Err(Error::NotFound),
                    Err(Error::NotResponsible) => return Err(Error::NotResponsible),
                    Err(Error::SeesMore) => return Err(Error::SeesMore),
                    Err(Error::Invalid(problems)) => return Err(Error::Invalid(problems)),
                    Err(Error::Internal(error)) => return Err(Error::Internal(error)),
                }
            }
            Ok(())
        }
        Deed::Member { customer, form } => member::add(portal, actor, *customer, form).await.map(drop),
        Deed::Project { customer, project, start, milestone } => {
            let project = match start {
                Some(form) => project::start(portal, actor, *customer, form).await?,
                None => *project,
            };
            if let Some(form) = milestone {
                let form = milestone::MilestoneForm { confirmed, ..form.clone() };
                milestone::add(portal, actor, *customer, project, &form).await?;
            }
            Ok(())
        }
        Deed::Task { customer, project, form } => {
            let form = task::AddTaskForm { confirmed, ..form.clone() };
            task::add(portal, actor, *customer, *project, &form).await.map(drop)
        }
        Deed::Usage { customer, package, month, volume, .. } => {
            let kept = package::record_usage(portal, actor, *customer, *package, &[(*month, volume.clone())]).await?;
            kept.map_err(|_| Error::NotFound)
        }
        Deed::Work { person, form, .. } => work::record_of(portal, actor, *person, form).await,
        Deed::Report { customer, project, report, .. } => past::keep_report(portal, actor, (*customer, *project), report).await,
        Deed::Message { customer, thread, message } => past::keep_message(portal, actor, *customer, (thread, message)).await,
        Deed::Invoice { id, customer, invoice } => {
            let who = Importer::Staff(actor, importer(actor)?);
            let document = InvoiceDocument::of_table((**invoice).clone(), Some(*customer));
            let source = Source { id: id.0, file_name: origin.0, file: origin.1, is_another: false };
            match import_one(portal, who, &document, &source, "", None).await {
                Ok(_) => Ok(()),
                Err(ImportError::Other(error)) => Err(error),
                // Somebody has imported another one of its number meanwhile.
                Err(ImportError::Duplicate(_) | ImportError::WhichCustomer(_) | ImportError::Unreadable(_)) => {
                    Err(Error::NotFound)
                }
            }
        }
    }
}
