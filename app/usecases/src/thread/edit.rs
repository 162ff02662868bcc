//! One message: what it said before, and saying it otherwise or withdrawing it, which only its author may.

use super::{EditMessageForm, MessageView, audience, mention, reader, record_of, show::find_beside, split, writes};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
    person::Side,
    thread::{Ball, Message, PastText, Thread},
};
use coplan_store::{
    Change, StoreError,
    access::{Actor, ThreadWrite},
    attachment, message, thread,
};
use jiff::Timestamp;
use std::sync::Arc;

/// A message on a page of its own.
#[derive(Debug, Clone)]
pub struct MessagePage {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The thread's question in one line.
    pub title: String,
    /// The message.
    pub message: MessageView,
    /// What it said before, the newest first.
    pub before: Vec<PastText>,
    /// The version before which there are more; none where these are all.
    pub more: Option<i64>,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may say it otherwise and withdraw it.
    pub may_edit: bool,
    /// Whether a discussion of its own can begin with it.
    pub may_split: bool,
}

/// How many earlier versions are on one page: each may be as long as a message.
const VERSIONS: usize = 10;

impl MessagePage {
    /// About how many bytes of text are on the page.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.message.text.len() + self.before.iter().map(|past| past.text.len()).sum::<usize>()
    }
}

/// Shows one message with what it said before, or before one of its versions.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show_message(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    of: MessageId,
    before: Option<i64>,
) -> Result<MessagePage, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let thread = reader.find(&mut conn, id).await?;
    let found = message::find(&mut conn, reader.scope, reader.access.money, of).await?;
    let (_, said) = found.filter(|(home, _)| *home == id).ok_or(Error::NotFound)?;
    let mut beside = find_beside(&mut conn, &reader, id, std::slice::from_ref(&said)).await?;
    let may_write = writes(portal, &mut conn, actor, &reader, thread.subject.project).await?;
    let reads = (reader.scope, reader.access.money);
    let may_split = may_write && split::cut(&mut conn, reads, &thread, of).await?.is_some();
    let message = MessageView::new(said, &mut beside, actor.person());
    let beyond = i64::try_from(VERSIONS).unwrap_or(i64::MAX).saturating_add(1);
    let mut past = message::list_before(&mut conn, (reader.scope, reader.access.money), of, before, beyond).await?;
    let is_more = past.len() > VERSIONS;
    past.truncate(VERSIONS);
    Ok(MessagePage {
        layout: customer_layout::find(portal, &mut conn, actor, &reader.access).await?,
        title: thread.title,
        more: past.last().filter(|_| is_more).map(|oldest| oldest.revision),
        before: past,
        side: reader.scope.side(),
        may_split,
        may_edit: may_write && message.mine && !message.withdrawn,
        message,
    })
}

/// The actor's own message.
async fn own(change: &mut Change, write: &ThreadWrite, actor: &Actor, id: MessageId) -> Result<Message, Error<Message>> {
    let found = message::find(change, write.scope(), write.money(), id).await?;
    let (_, said) =
        found.filter(|(home, said)| *home == write.thread() && said.author == actor.person()).ok_or(Error::NotFound)?;
    Ok(said)
}

/// Says a message of the actor's own otherwise; said so already, nothing changes. Whoever is called in it now is told.
///
/// # Errors
/// [`Error`]; `Stale` where it was said otherwise or withdrawn since the form was drawn.
pub async fn edit_message(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ThreadId),
    of: MessageId,
    form: &EditMessageForm,
) -> Result<(), Error<Message>> {
    let text = form.parse()?.text;
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let said = own(&mut change, &write, actor, of).await?;
    if said.text == text.as_str() {
        return Ok(());
    }
    if !message::update_text(&mut change, &write, of, text.as_str(), form.revision).await? {
        return Err(Error::stale(said));
    }
    mention::tell(&mut change, &write, &thread, of, text.as_str()).await.map_err(Error::widened)?;
    record_of(&mut change, &write, EventKind::MessageEdited, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}

/// Withdraws a message of the actor's own; withdrawn before, it stays so.
///
/// # Errors
/// [`Error`]; `Stale` where it was said otherwise since the form was drawn, or where a file with it was approved or refused: what
/// was decided stays readable.
pub async fn withdraw_message(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ThreadId),
    of: MessageId,
) -> Result<(), Error<Message>> {
    let mut change = portal.change_touched().await?;
    let (write, thread) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let said = own(&mut change, &write, actor, of).await?;
    if said.withdrawn_at.is_some() {
        return Ok(());
    }
    if attachment::is_decided(&mut change, &write, of).await? {
        return Err(Error::stale(said));
    }
    if !message::update_withdrawn(&mut change, &write, of, said.revision).await? {
        return Err(Error::stale(said));
    }
    give_back(&mut change, &write, &thread, said.sent_at).await?;
    record_of(&mut change, &write, EventKind::MessageWithdrawn, id, &thread.title, audience(&thread.subject)).await?;
    Ok(portal.commit(change).await?)
}

/// Where the last that was said is withdrawn, the turn is as it was before it: with whoever did not say what is left.
async fn give_back(change: &mut Change, write: &ThreadWrite, thread: &Thread, said_at: Timestamp) -> Result<(), StoreError> {
    if let Some((side, at)) = message::find_last_word(change, write).await?
        && at < said_at
        && thread.resolution.is_none()
    {
        thread::update_ball(change, write, Ball::after(side, thread.subject.inside), thread.version).await?;
    }
    Ok(())
}
