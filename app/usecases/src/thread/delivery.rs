//! What became of the last message, told to who wrote it: who has read it, or whom an email will tell.

use super::{Reader, mail};
use crate::{InternalError, Portal, customer_layout};
use coplan_domain::{
    id::{MessageId, PersonId},
    thread::{Message, Thread},
};
use coplan_store::{
    Conn,
    access::{Access, Actor},
    mention, message, read_receipt,
};
use jiff::SignedDuration;

/// How long a message is just sent: by then the emails about it have left.
const JUST_SENT: SignedDuration = SignedDuration::from_mins(10);

/// What became of the last message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// These of the other side have read it.
    ReadBy(Vec<String>),
    /// It was just sent, and these get an email if they do not read it first.
    Emailed(Vec<String>),
    /// Nobody of the other side has read it.
    Unread,
}

/// Who of the other side has read the last message, where the reader wrote it: for a page that stays open.
pub(crate) async fn list_readers(
    portal: &Portal,
    conn: &mut Conn,
    actor: &Actor,
    access: &Access,
    thread: &Thread,
) -> Result<Vec<String>, InternalError> {
    let Some(scope) = access.discussion else { return Ok(Vec::new()) };
    let last = message::list(conn, scope, access.money, thread.id, None, 1).await?.pop();
    let mine = last.filter(|message| message.author == scope.person() && message.withdrawn_at.is_none());
    let Some(message) = mine.filter(|_| thread.subject.shared && !thread.subject.inside) else { return Ok(Vec::new()) };
    let has_it = customer_layout::find(portal, conn, actor, access).await?.responsible.person;
    Ok(read_receipt::list(conn, scope, access.money, thread.id, (message.sent_at, has_it)).await?)
}

/// Of the last of these messages, where the reader wrote it and the other side can read it.
pub(super) async fn find(
    portal: &Portal,
    conn: &mut Conn,
    reader: &Reader,
    (thread, messages): (&Thread, &[Message]),
    has_it: PersonId,
) -> Result<Option<(MessageId, Delivery)>, InternalError> {
    let author = reader.scope.person();
    let mine = messages.last().filter(|message| message.author == author && message.withdrawn_at.is_none());
    let Some(message) = mine.filter(|_| thread.subject.shared && !thread.subject.inside) else { return Ok(None) };
    let place = (message.sent_at, has_it);
    let names = read_receipt::list(conn, reader.scope, reader.access.money, thread.id, place).await?;
    if !names.is_empty() {
        return Ok(Some((message.id, Delivery::ReadBy(names))));
    }
    if portal.clock.now().duration_since(message.sent_at) > JUST_SENT {
        return Ok(Some((message.id, Delivery::Unread)));
    }
    let knows_members = reader.access.internal.is_some() || reader.access.people.is_some();
    let told = mail::recipients(portal, conn, message.id).await?.into_iter();
    let told = told.filter(|recipient| knows_members || recipient.access.internal.is_some());
    // Whoever is called by name gets an email of its own; everybody who reads the message reads that too.
    let called = mention::list(conn, reader.scope, reader.access.money, thread.id, (message.sent_at, message.sent_at)).await?;
    let called = called.into_iter().filter(|(id, _)| *id == message.id).map(|(_, name)| name);
    let mut names = told.map(|recipient| recipient.person.name).chain(called).collect::<Vec<_>>();
    names.sort();
    names.dedup();
    let delivery = if names.is_empty() { Delivery::Unread } else { Delivery::Emailed(names) };
    Ok(Some((message.id, delivery)))
}
