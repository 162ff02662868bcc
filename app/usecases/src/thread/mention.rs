//! Whom a text calls by name, and the mails that tell them: of those who can see the discussion, in notes of colleagues only.

use super::MAIL_AFTER;
use crate::{
    Error, InternalError, Portal, digest,
    job::{Job, enqueue},
    mail::Recipient,
};
use coplan_domain::{
    id::{CustomerId, MessageId, NoteId, PersonId, ThreadId},
    mention::mentioned,
    thread::Thread,
};
use coplan_store::{
    Change, Conn,
    access::{self, CustomerWrite, NoteWrite, ThreadWrite},
    customer, mention, message, note, thread,
};

/// A mail to somebody who is called by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionMail {
    /// To whom.
    pub to: Recipient,
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Which thread.
    pub thread: ThreadId,
    /// The thread's question in one line.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// What was said, in small Markdown; none of an internal note, which no mail tells.
    pub text: Option<String>,
}

/// Keeps whom a message calls, and promises to tell those who were not called in it before.
pub(super) async fn tell(
    change: &mut Change,
    write: &ThreadWrite,
    thread: &Thread,
    message: MessageId,
    text: &str,
) -> Result<(), Error> {
    let people = called(change, write.customer(), (write.person(), text), (thread.id, true)).await?;
    for to in mention::insert(change, write, message, &people).await? {
        let after = digest::wait(change, to, MAIL_AFTER).await?;
        enqueue(change, &Job::MentionMail { message, to }, Some(to), after).await?;
    }
    Ok(())
}

/// Keeps which colleagues a note calls, and promises to tell them.
pub(super) async fn tell_noted(change: &mut Change, write: &NoteWrite, note: NoteId, text: &str) -> Result<(), Error> {
    let people = called(change, write.customer(), (write.person(), text), (write.thread(), false)).await?;
    for to in mention::insert_noted(change, write, note, &people).await? {
        let after = digest::wait(change, to, MAIL_AFTER).await?;
        enqueue(change, &Job::NoteMentionMail { note, to }, Some(to), after).await?;
    }
    Ok(())
}

/// Whom an author's text calls of those who may know of its thread: of the supplier's people, and of the customer's where it
/// is not for colleagues only.
async fn called(
    conn: &mut Conn,
    customer: CustomerId,
    (author, text): (PersonId, &str),
    (thread, with_members): (ThreadId, bool),
) -> Result<Vec<PersonId>, Error> {
    if !text.contains('@') {
        return Ok(Vec::new());
    }
    let mut people = colleagues(conn, customer, thread).await?;
    if with_members {
        for recipient in access::list_recipients(conn, customer).await? {
            let Some(scope) = recipient.access.discussion else { continue };
            if thread::find(conn, scope, recipient.access.money, thread).await?.is_some() {
                people.push((recipient.person.id, recipient.person.name));
            }
        }
    }
    let named = people.iter().map(|(person, name)| (*person, name.as_str())).collect::<Vec<_>>();
    Ok(mentioned(text, &named).into_iter().filter(|person| *person != author).collect())
}

/// Those of the supplier's people who may know of a thread, each with its name.
pub(super) async fn colleagues(
    conn: &mut Conn,
    customer: CustomerId,
    thread: ThreadId,
) -> Result<Vec<(PersonId, String)>, Error> {
    let staff = mention::list_staff(conn, customer).await?;
    let without_sums = staff.iter().find(|(_, _, sees_sums)| !sees_sums).map(|(person, ..)| *person);
    // What one of them sees of it, all see who see no sums.
    let is_open = match without_sums {
        Some(person) => access::find_staff_recipient(conn, customer, person).await?,
        None => None,
    };
    let is_open = match is_open.and_then(|recipient| recipient.access.discussion) {
        Some(scope) => thread::find(conn, scope, None, thread).await?.is_some(),
        None => false,
    };
    let sees = |sees_sums: bool| sees_sums || is_open;
    Ok(staff.into_iter().filter(|(.., sums)| sees(*sums)).map(|(person, name, _)| (person, name)).collect())
}

/// What the promised mail about a message says to somebody whom it calls; none where that one has looked since, may not know
/// of it any more, or it was withdrawn.
pub async fn mention_mail(portal: &Portal, id: MessageId, to: PersonId) -> Result<Option<MentionMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(place) = message::find_place(&mut conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_recipient(&mut conn, place.customer, to).await? else { return Ok(None) };
    let (money, plan) = (recipient.access.money, recipient.access.plan);
    let Some(scope) = recipient.access.discussion else { return Ok(None) };
    let (Some(None), Some(thread), Some((_, said))) = (
        mention::find(&mut conn, id, to).await?,
        thread::find(&mut conn, scope, money, place.thread).await?,
        message::find(&mut conn, scope, money, id).await?.filter(|(_, said)| said.withdrawn_at.is_none()),
    ) else {
        return Ok(None);
    };
    Ok(Some(MentionMail {
        to: recipient.person.into(),
        customer: place.customer,
        customer_name: customer::find(&mut conn, plan).await?.name,
        thread: thread.id,
        title: thread.title,
        author: said.author_name,
        text: Some(said.text),
    }))
}

/// The same of an internal note, to a colleague; it says that there is a note, and nothing of it.
pub async fn note_mention_mail(portal: &Portal, id: NoteId, to: PersonId) -> Result<Option<MentionMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(customer) = note::find_customer(&mut conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_staff_recipient(&mut conn, customer, to).await? else { return Ok(None) };
    let (Some(scope), Some(internal)) = (recipient.access.discussion, recipient.access.internal) else { return Ok(None) };
    let (Some(None), Some((thread, noted))) =
        (mention::find_noted(&mut conn, internal, id, to).await?, note::find(&mut conn, internal, id).await?)
    else {
        return Ok(None);
    };
    let Some(thread) = thread::find(&mut conn, scope, recipient.access.money, thread).await? else { return Ok(None) };
    Ok(Some(MentionMail {
        customer_name: customer::find(&mut conn, recipient.access.plan).await?.name,
        to: recipient.person.into(),
        customer,
        thread: thread.id,
        title: thread.title,
        author: noted.author_name,
        text: None,
    }))
}
