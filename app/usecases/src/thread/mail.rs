//! Who is told by mail of a message, and of what: asked when the mail is due, with each one's own proofs.
//!
//! Each reader has its own mail in the outbox, so that a mailbox that takes nothing keeps nobody else's mail.

use super::enqueue;
use crate::{
    InternalError, Portal,
    digest::{self, DigestMessage},
    job::Job,
    mail::{Recipient, on_duty_for},
};
use coplan_domain::{
    id::{CustomerId, MessageId, PersonId, ThreadId},
    mail::Pace,
    thread::Message,
};
use coplan_store::{
    Change, Conn,
    access::{self, System},
    attachment, customer, mail_choice, mention,
    message::{self, MessagePlace},
    read_receipt, thread,
};
use jiff::SignedDuration;

/// A mail about a message to one of those who take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageMail {
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
    /// The name of who spoke.
    pub author: String,
    /// What was said, in small Markdown.
    pub text: String,
    /// What the files beside it are called.
    pub files: Vec<String>,
}

/// Who is to be told of a message: members who may know of the thread and whoever has the matter today, without the
/// author and without those who have read it. Nobody where another message follows it: that one's mails tell.
pub async fn list_to_tell(portal: &Portal, id: MessageId) -> Result<Vec<PersonId>, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(recipients(portal, &mut conn, id).await?.into_iter().map(|recipient| recipient.person.id).collect())
}

/// The same with the names and the proofs of each.
pub(super) async fn recipients(portal: &Portal, conn: &mut Conn, id: MessageId) -> Result<Vec<access::Recipient>, InternalError> {
    let Some(place) = find_newest(conn, id).await? else { return Ok(Vec::new()) };
    let mut recipients = access::list_recipients(conn, place.customer).await?;
    recipients.extend(on_duty_for(portal, conn, (place.customer, place.responsible)).await?);
    let mut to = Vec::new();
    for recipient in recipients {
        if read_for(conn, &recipient, &place, (id, true)).await?.is_some() {
            to.push(recipient);
        }
    }
    Ok(to)
}

/// Promises each of them its own mail about the message.
pub async fn enqueue_mails(
    change: &mut Change,
    _system: &System,
    message: MessageId,
    to: &[PersonId],
) -> Result<(), InternalError> {
    for to in to {
        let after = digest::wait(change, *to, SignedDuration::ZERO).await?;
        enqueue(change, &Job::MessageMailTo { message, to: *to }, Some(*to), after).await?;
    }
    Ok(())
}

/// What the promised mail about a message says to one person. None where that one has read it since, may not know of it
/// any more, or another message follows it.
pub async fn mail_of(portal: &Portal, id: MessageId, to: PersonId) -> Result<Option<MessageMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(place) = find_newest(&mut conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_recipient(&mut conn, place.customer, to).await? else { return Ok(None) };
    let Some((title, message)) = read_for(&mut conn, &recipient, &place, (id, true)).await? else { return Ok(None) };
    let beside = match recipient.access.discussion {
        Some(scope) => attachment::list_beside(&mut conn, scope, recipient.access.money, id).await?,
        None => Vec::new(),
    };
    let files = beside.into_iter().map(|file| file.name).collect();
    Ok(Some(MessageMail {
        to: recipient.person.into(),
        customer: place.customer,
        customer_name: customer::find(&mut conn, recipient.access.plan).await?.name,
        thread: place.thread,
        title,
        author: message.author_name,
        text: message.text,
        files,
    }))
}

/// The last message of a thread for a digest to somebody; none where that one has read it, or is not who is told of it.
pub(crate) async fn unread_of(
    portal: &Portal,
    conn: &mut Conn,
    id: MessageId,
    to: PersonId,
) -> Result<Option<DigestMessage>, InternalError> {
    let Some(place) = find_newest(conn, id).await? else { return Ok(None) };
    let Some(recipient) = access::find_recipient(conn, place.customer, to).await? else { return Ok(None) };
    if recipient.access.internal.is_some() {
        let on_duty = on_duty_for(portal, conn, (place.customer, place.responsible)).await?;
        if on_duty.is_none_or(|on_duty| on_duty.person.id != to) {
            return Ok(None);
        }
    }
    let Some((title, said)) = read_for(conn, &recipient, &place, (id, false)).await? else { return Ok(None) };
    Ok(Some(DigestMessage {
        customer: place.customer,
        customer_name: customer::find(conn, recipient.access.plan).await?.name,
        thread: place.thread,
        title,
        author: said.author_name,
        text: said.text,
    }))
}

/// Where the message stands; none where it is not the newest of its thread.
async fn find_newest(conn: &mut Conn, id: MessageId) -> Result<Option<MessagePlace>, InternalError> {
    Ok(message::find_place(conn, id).await?.filter(|place| place.is_newest))
}

/// The thread's title and the message, read with the addressee's own proofs; none where it wrote the message itself, has
/// read it, wants no such mail, wants it together where it is to be told right away or the other way round, or may not know of
/// it.
async fn read_for(
    conn: &mut Conn,
    recipient: &access::Recipient,
    place: &MessagePlace,
    (id, at_once): (MessageId, bool),
) -> Result<Option<(String, Message)>, InternalError> {
    let Some(scope) = recipient.access.discussion.filter(|_| recipient.person.id != place.author) else { return Ok(None) };
    let choice = mail_choice::find(conn, recipient.person.id).await?;
    if !choice.messages || (choice.pace == Pace::AtOnce) != at_once {
        return Ok(None);
    }
    if read_receipt::find(conn, scope, place.thread).await?.is_some_and(|to| to >= place.sent_at) {
        return Ok(None);
    }
    // Whoever is called by name is told that by a mail of its own.
    if mention::find(conn, id, recipient.person.id).await?.is_some() {
        return Ok(None);
    }
    let money = recipient.access.money;
    let Some(thread) = thread::find(conn, scope, money, place.thread).await? else { return Ok(None) };
    Ok(message::find(conn, scope, money, id).await?.map(|(_, message)| (thread.title, message)))
}
