//! Emails that are held, for the responsible person: who sent what, and why it does not stand in its discussion.

use crate::{
    Error, InternalError, Portal,
    job::{Job, enqueue},
    thread,
};
use coplan_domain::{
    id::{CustomerId, IncomingMailId, ThreadId},
    incoming_mail::HeldReason,
};
use coplan_store::{
    Conn,
    access::{Actor, Staff, ThreadWrite},
    incoming_mail::{self, Found, HeldMail},
};
use jiff::{SignedDuration, Timestamp, civil::Date};

/// The most held emails that are told at once.
const MOST: i64 = 50;

/// A held email in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldMailLine {
    /// Which.
    pub id: IncomingMailId,
    /// Why.
    pub reason: HeldReason,
    /// When it came.
    pub received_at: Timestamp,
    /// To whose address it came.
    pub person: String,
    /// Whether it would be an internal note.
    pub internal: bool,
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// In which thread.
    pub thread: ThreadId,
    /// The thread's question in one line.
    pub title: String,
}

/// A held email.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldMailView {
    /// The same as in a list.
    pub line: HeldMailLine,
    /// Who sent it, as it says.
    pub from: String,
    /// Its subject.
    pub subject: String,
    /// What it says, without what it quotes; all of it where that is nothing.
    pub text: String,
}

fn line(held: HeldMail) -> Option<HeldMailLine> {
    let HeldMail { mail, person_name, title, customer_name, .. } = held;
    let to = mail.to;
    mail.held.map(|reason| HeldMailLine {
        id: mail.id,
        reason,
        received_at: mail.received_at,
        person: person_name,
        internal: to.internal,
        customer: to.customer,
        customer_name,
        thread: to.thread,
        title,
    })
}

/// The held emails of the customers that a staff person has, the latest first, at most 50.
pub(crate) async fn list(conn: &mut Conn, staff: &Staff, today: Date) -> Result<Vec<HeldMailLine>, InternalError> {
    Ok(incoming_mail::list_held(conn, staff, today, MOST).await?.into_iter().filter_map(line).collect())
}

/// Shows a held email.
///
/// # Errors
/// [`Error::NotFound`] for members, and for what is held no more.
pub async fn show_held(portal: &Portal, actor: &Actor, id: IncomingMailId) -> Result<HeldMailView, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let found = incoming_mail::find_waiting(&mut *portal.db.read().await?, staff, id).await?.ok_or(Error::NotFound)?;
    // Whoever may not know of the discussion may not read what came for it.
    thread::show(portal, actor, found.mail.to.customer, found.mail.to.thread, None).await?;
    let Found { sender, subject, text } = found.found.clone();
    Ok(HeldMailView { line: line(found).ok_or(Error::NotFound)?, from: sender, subject, text })
}

/// Has a held email posted as its person's, or puts it aside. Decided before, nothing changes.
///
/// # Errors
/// [`Error`], as writing in its discussion would be.
pub async fn settle(portal: &Portal, actor: &Actor, id: IncomingMailId, to_be_posted: bool) -> Result<(), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut change = portal.change_touched().await?;
    let Some(HeldMail { mail, .. }) = incoming_mail::find_waiting(&mut change, staff, id).await? else {
        let known = incoming_mail::is_known(&mut change, staff, id).await?;
        return if known { Ok(()) } else { Err(Error::NotFound) };
    };
    let (write, _) = ThreadWrite::prove(&mut change, actor, mail.to.customer, mail.to.thread).await?;
    // What stands in the discussion already is only put aside.
    let to_be_posted = to_be_posted && mail.held != Some(HeldReason::FilesLeft);
    if incoming_mail::update_settled(&mut change, &write, id, to_be_posted).await? && to_be_posted {
        enqueue(&mut change, &Job::IncomingMail { mail: id }, None, SignedDuration::ZERO).await?;
    }
    Ok(portal.commit(change).await?)
}
