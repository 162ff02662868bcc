//! Keeping what was looked through, once and for one customer.

use super::{
    look_through::file_name,
    read::{Belongs, CustomerBrief, belongs, parse},
};
use crate::{Error, Portal, error::says_more};
use coplan_domain::{
    event::{Audience, Event, EventKind, ObjectKind},
    id::{CustomerId, InvoiceId, UploadId},
    invoice::{Invoice, UnreadableInvoice},
    person::Scope,
};
use coplan_store::{
    Change, Conn, StoreError,
    access::{Actor, Billing, KeepsInvoices, PlanWrite, StaffWrite, System},
    customer,
    invoice::{self, InvoiceThere, NewInvoice, upload},
};

/// How many customers are offered where it is not clear which is meant.
const CHOICES: i64 = 10;

/// An invoice that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub invoice: InvoiceId,
    /// Whose.
    pub customer: CustomerId,
}

/// Why an invoice is not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// It is not clear whose the invoice is; these may be meant, perhaps none.
    #[error("it is not clear whose it is")]
    WhichCustomer(Vec<CustomerBrief>),
    /// The seller's number is here already.
    #[error("it is here already")]
    Duplicate(InvoiceThere),
    /// No invoice that can be read.
    #[error(transparent)]
    Unreadable(#[from] UnreadableInvoice),
    /// What can happen to every deed; `NotFound` also where this person has no such file.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(KeepError);

/// Keeps a file that this person uploaded, for the customer with this number or name; for the customer that the
/// buyer's identifiers tell where nothing was typed. Doing it twice keeps one invoice.
///
/// # Errors
/// [`KeepError`].
pub async fn keep(portal: &Portal, actor: &Actor, id: UploadId, typed: &str) -> Result<Kept, KeepError> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let by = Billing::from(staff);
    let found = upload::find(&mut *portal.db.read().await?, staff, id).await?;
    let Some(waiting) = found else {
        return find_kept(&mut *portal.db.read().await?, by, InvoiceId(id.0)).await?.ok_or(Error::NotFound.into());
    };
    let (bytes, read) = parse(waiting.bytes).await?;
    let read = read?;
    let mut conn = portal.db.read().await?;
    let customer = which(&mut conn, by, &read, typed).await?;
    let new = NewInvoice { id: InvoiceId(id.0), customer, invoice: &read, file_name: &waiting.file_name, bytes: &bytes };
    let mut change = portal.change_touched().await?;
    let plan = PlanWrite::prove(&mut change, actor, customer).await?;
    let own = StaffWrite::prove(&mut change, actor).await?;
    refuse_what_is_here(&mut change, by, &new).await?;
    match insert(&mut change, &plan, new).await {
        Ok(()) => {
            upload::remove(&mut change, &own, id).await?;
            portal.commit(change).await?;
            Ok(Kept { invoice: new.id, customer })
        }
        Err(error) if error.is_taken() => {
            drop(change);
            match find_kept(&mut conn, by, new.id).await? {
                Some(kept) => Ok(kept),
                None => Err(duplicate(&mut conn, by, &read, error).await),
            }
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps a file at the console of the machine, where whoever is there may do everything. Never to be reached from the
/// network.
///
/// # Errors
/// [`KeepError`].
pub async fn bring_in_from_console(
    portal: &Portal,
    system: &System,
    name: &str,
    bytes: Vec<u8>,
    typed: &str,
) -> Result<Kept, KeepError> {
    let by = Billing::at_console(system);
    let (bytes, read) = parse(bytes).await?;
    let read = read?;
    let mut conn = portal.db.read().await?;
    let customer = which(&mut conn, by, &read, typed).await?;
    let mut change = portal.change_touched().await?;
    let new = NewInvoice { id: change.id(), customer, invoice: &read, file_name: &file_name(name), bytes: &bytes };
    refuse_what_is_here(&mut change, by, &new).await?;
    match insert(&mut change, system, new).await {
        Ok(()) => {
            portal.commit(change).await?;
            Ok(Kept { invoice: new.id, customer })
        }
        Err(error) if error.is_taken() => {
            drop(change);
            Err(duplicate(&mut conn, by, &read, error).await)
        }
        Err(error) => Err(error.into()),
    }
}

/// Leaves one file out that this person uploaded. What is gone already stays so.
///
/// # Errors
/// [`KeepError::Other`].
pub async fn discard(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), KeepError> {
    let mut change = portal.change_touched().await?;
    let own = StaffWrite::prove(&mut change, actor).await?;
    upload::remove(&mut change, &own, id).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Throws everything away that waits for this person.
///
/// # Errors
/// [`KeepError::Other`].
pub async fn discard_all(portal: &Portal, actor: &Actor) -> Result<(), KeepError> {
    let mut change = portal.change_touched().await?;
    let own = StaffWrite::prove(&mut change, actor).await?;
    upload::remove_all(&mut change, &own).await?;
    portal.commit(change).await?;
    Ok(())
}

/// The database refuses the same key of a seller; this, the same seller by another of its identifiers.
async fn refuse_what_is_here(change: &mut Change, by: Billing, new: &NewInvoice<'_>) -> Result<(), KeepError> {
    match invoice::find_by_number(change, by, &new.invoice.seller, &new.invoice.number).await? {
        Some(there) if there.id != new.id => Err(KeepError::Duplicate(there)),
        _ => Ok(()),
    }
}

async fn insert(change: &mut Change, write: &impl KeepsInvoices, new: NewInvoice<'_>) -> Result<(), StoreError> {
    invoice::insert(change, write, new).await?;
    let event = Event {
        id: change.id(),
        customer: new.customer,
        actor: write.by(),
        kind: EventKind::InvoiceIssued,
        object_kind: ObjectKind::Invoice,
        object: new.id.0,
        label: new.invoice.number.clone(),
        audience: Audience::Scope(Scope::Money),
        at: change.now(),
    };
    change.record(event).await
}

async fn find_kept(conn: &mut Conn, by: Billing, id: InvoiceId) -> Result<Option<Kept>, StoreError> {
    Ok(invoice::find_customer(conn, by, id).await?.map(|customer| Kept { invoice: id, customer }))
}

/// What was taken is the seller's number, unless its invoice is gone again by now.
async fn duplicate(conn: &mut Conn, by: Billing, read: &Invoice, error: StoreError) -> KeepError {
    match invoice::find_by_number(conn, by, &read.seller, &read.number).await {
        Ok(Some(there)) => KeepError::Duplicate(there),
        Ok(None) => error.into(),
        Err(other) => other.into(),
    }
}

async fn which(conn: &mut Conn, by: Billing, read: &Invoice, typed: &str) -> Result<CustomerId, KeepError> {
    if typed.trim().is_empty() {
        return match belongs(conn, by, &read.buyer).await? {
            Belongs::To { customer, .. } => Ok(customer.id),
            Belongs::Perhaps { customer, .. } => Err(KeepError::WhichCustomer(vec![customer])),
            Belongs::Several(choices) => Err(KeepError::WhichCustomer(choices)),
            Belongs::Unknown => Err(KeepError::WhichCustomer(Vec::new())),
        };
    }
    let found = customer::list_by_words(conn, by, typed, CHOICES).await?;
    let found: Vec<_> = found.into_iter().map(CustomerBrief::from).collect();
    let meant = typed.trim().to_lowercase();
    let numbered = found.iter().find(|one| one.number.to_lowercase() == meant);
    let mut named = found.iter().filter(|one| one.name.to_lowercase() == meant);
    let named = named.next().filter(|_| named.next().is_none());
    let only = found.first().filter(|_| found.len() == 1);
    numbered.or(named).or(only).map(|one| one.id).ok_or(KeepError::WhichCustomer(found))
}
