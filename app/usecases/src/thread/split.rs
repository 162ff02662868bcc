//! Beginning a thread of its own with a message and what followed it: two matters in one discussion become two discussions.

use super::{SplitForm, audience, rate_limit, reader, record_of, writes};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{FieldProblem, Parse, Problem},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MessageId, ThreadId},
    thread::{Ball, Thread},
};
use coplan_store::{
    Conn,
    access::{Actor, DiscussionScope, MoneyScope, ThreadWrite},
    message,
    thread::{self, Cut},
};
use std::sync::Arc;

/// What would become a thread of its own.
#[derive(Debug, Clone)]
pub struct SplitView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The thread that it is a part of, by its question.
    pub title: String,
    /// How many messages it would have.
    pub messages: i64,
}

/// What a cut would be; none where nothing can be cut: a question about an invoice stays whole, and what is resolved is opened
/// again first.
pub(super) async fn cut(
    conn: &mut Conn,
    reads: (DiscussionScope, Option<MoneyScope>),
    thread: &Thread,
    from: MessageId,
) -> Result<Option<Cut>, Error> {
    if thread.question.is_some() || thread.resolution.is_some() {
        return Ok(None);
    }
    Ok(thread::find_cut(conn, reads, thread.id, from).await?)
}

/// Looks up what would become a thread of its own.
///
/// # Errors
/// [`Error`], as splitting it would be.
pub async fn begin_split(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ThreadId),
    from: MessageId,
) -> Result<SplitView, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let thread = reader.find(&mut conn, id).await?;
    if !writes(portal, &mut conn, actor, &reader, thread.subject.project).await? {
        return Err(Error::NotResponsible);
    }
    let cut = cut(&mut conn, (reader.scope, reader.access.money), &thread, from).await?.ok_or(Error::NotFound)?;
    let layout = customer_layout::find(portal, &mut conn, actor, &reader.access).await?;
    Ok(SplitView { layout, title: thread.title, messages: cut.messages })
}

/// Begins a thread with a message of another one and all that came after it. It is about the same and has the same readers.
/// Sent twice, it is there once. Gives the thread.
///
/// # Errors
/// [`Error`]; `NotFound` also for the first message, for a question about an invoice and where the thread is resolved;
/// `Invalid` where a file from before the message has a version from after it.
pub async fn split(
    portal: &Portal,
    actor: &Actor,
    (customer, id): (CustomerId, ThreadId),
    from: MessageId,
    form: &SplitForm,
) -> Result<ThreadId, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, whole) = ThreadWrite::prove(&mut change, actor, customer, id).await?;
    let reads = (write.scope(), write.money());
    let title = read?.title;
    if let Some(known) = thread::find(&mut change, reads.0, reads.1, form.id).await? {
        return if known.title == title.as_str() { Ok(known.id) } else { Err(Error::NotFound) };
    }
    let cut = cut(&mut change, reads, &whole, from).await?.ok_or(Error::NotFound)?;
    if cut.parts_a_file {
        return Err(Error::Invalid(vec![FieldProblem { field: "title", problem: Problem::FileGoesOn }]));
    }
    rate_limit::check(&mut change, actor, "text").await?;
    let begun = thread::insert_split(&mut change, &write, (form.id, title.as_str()), from).await?.ok_or(Error::NotFound)?;
    let is_inside = whole.subject.inside || !whole.subject.shared;
    let last = message::find_last_word(&mut change, &write).await?;
    let ball = last.map_or(Ball::Supplier, |(side, _)| Ball::after(side, is_inside));
    if !thread::update_ball(&mut change, &write, ball, whole.version).await? {
        return Err(Error::NotFound);
    }
    let audience = audience(&whole.subject);
    record_of(&mut change, &write, EventKind::MessagesMoved, id, &whole.title, audience).await?;
    record_of(&mut change, &begun, EventKind::ThreadOpened, form.id, title.as_str(), audience).await?;
    portal.commit(change).await?;
    Ok(form.id)
}
