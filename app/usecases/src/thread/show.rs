//! One thread with what was said in it.

use super::{
    MessageView, Reader, ThreadInternal, ThreadPart, ThreadView, delivery, list_here, reader, readers, view::Beside, writes,
};
use crate::{Error, Portal, attachment::by_home, customer_layout, question};
use coplan_domain::{
    id::{CustomerId, MessageId, ThreadId},
    thread::{Message, Resolution},
};
use coplan_store::{Conn, access::Actor, attachment, mention, message, note, read_receipt, thread};

/// Messages shown at once.
const MESSAGES: usize = 100;
/// How many outcomes of a thread that was opened again and again are looked at.
const PAST_OUTCOMES: i64 = 100;
/// Characters of all messages that are shown at once, but for the last one, which is shown whatever its length.
const CHARACTERS: usize = 100_000;

/// Shows a thread with its last messages, or with those before a message.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ThreadId,
    before: Option<MessageId>,
) -> Result<ThreadView, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let thread = reader.find(&mut conn, id).await?;
    let one_more = i64::try_from(MESSAGES).unwrap_or(i64::MAX - 1) + 1;
    let mut messages = message::list(&mut conn, reader.scope, reader.access.money, id, before, one_more).await?;
    let surplus = messages.len() - fitting(&messages);
    messages.drain(..surplus);
    let earlier = messages.first().filter(|_| surplus > 0).map(|message| message.id);
    let past_outcomes = find_past_outcomes(&mut conn, &reader, id, (&messages, earlier.is_some()), before).await?;
    let internal = match reader.access.internal {
        Some(scope) => {
            let notes = note::list(&mut conn, scope, id).await?;
            let files = by_home(attachment::list_noted(&mut conn, scope, id).await?);
            Some(ThreadInternal { shared: thread.subject.shared, inside: thread.subject.inside, notes, files })
        }
        None => None,
    };
    let mut beside = find_beside(&mut conn, &reader, id, &messages).await?;
    let question = match thread.question {
        Some(_) => question::of_thread(&mut conn, &reader.access, id).await?,
        None => None,
    };
    let (whole, parts) = thread::list_split(&mut conn, (reader.scope, reader.access.money), id).await?;
    let (first, last) = (messages.first().map(|it| it.sent_at), messages.last().map(|it| it.sent_at));
    // What belongs before these messages, or behind them, stands where those are.
    let belongs = |at| (earlier.is_none() || Some(at) >= first) && (before.is_none() || Some(at) <= last);
    let parts = parts.into_iter().map(ThreadPart::from).filter(|part| belongs(part.opened_at)).collect();
    let read_to = read_receipt::find(&mut conn, reader.scope, id).await?;
    let called = mention::is_called(&mut conn, reader.scope, id).await?;
    let may_write = writes(portal, &mut conn, actor, &reader, thread.subject.project).await?;
    let layout = customer_layout::find(portal, &mut conn, actor, &reader.access).await?;
    let delivery = match before {
        None => delivery::find(portal, &mut conn, &reader, (&thread, &messages), layout.responsible.person).await?,
        Some(_) => None,
    };
    let readers = if may_write { readers::list(&mut conn, &reader, customer, id).await? } else { None };
    let staff = if may_write {
        readers::list_staff(&mut conn, &reader, (customer, id), &messages, &layout.responsible).await?
    } else {
        Vec::new()
    };
    let here = match before {
        None => list_here(portal, &mut conn, actor, &reader.access, id).await?,
        Some(_) => Vec::new(),
    };
    Ok(ThreadView {
        here,
        customer,
        layout,
        id,
        subject: (&thread.subject).into(),
        state: (&thread).into(),
        title: thread.title,
        language: thread.language,
        opened_by: thread.opened_by,
        opened_at: thread.opened_at,
        side: reader.scope.side(),
        may_write,
        messages: messages.into_iter().map(|message| MessageView::new(message, &mut beside, actor.person())).collect(),
        earlier,
        past_outcomes,
        whole: whole.map(ThreadPart::from),
        parts,
        readers,
        staff,
        question,
        delivery,
        scope: reader.scope,
        read_to,
        called,
        internal,
    })
}

/// What stands beside these messages.
pub(super) async fn find_beside(conn: &mut Conn, reader: &Reader, id: ThreadId, messages: &[Message]) -> Result<Beside, Error> {
    let (Some(first), Some(last)) = (messages.first(), messages.last()) else { return Ok(Beside::default()) };
    let (scope, money, while_sent) = (reader.scope, reader.access.money, (first.sent_at, last.sent_at));
    Ok(Beside {
        files: by_home(attachment::list(conn, scope, money, id, while_sent).await?),
        agreed: message::list_agreements(conn, scope, money, id, while_sent).await?,
        called: mention::list(conn, scope, money, id, while_sent).await?,
    })
}

/// What came of the thread before it was opened again, as far as it belongs between these messages: each is told behind
/// the message that it came after. `has_earlier` says whether there are messages before them; `before` is the one behind.
async fn find_past_outcomes(
    conn: &mut Conn,
    reader: &Reader,
    id: ThreadId,
    (messages, has_earlier): (&[Message], bool),
    before: Option<MessageId>,
) -> Result<Vec<Resolution>, Error> {
    let mut past = thread::list_past(conn, reader.scope, reader.access.money, id, PAST_OUTCOMES).await?;
    if let Some(first) = messages.first().filter(|_| has_earlier) {
        past.retain(|outcome| outcome.at >= first.sent_at);
    }
    if let Some(before) = before.filter(|_| !past.is_empty()) {
        let behind = message::find(conn, reader.scope, reader.access.money, before).await?;
        past.retain(|outcome| behind.as_ref().is_none_or(|(_, behind)| outcome.at < behind.sent_at));
    }
    Ok(past)
}

/// How many of the last messages are shown at once.
fn fitting(messages: &[Message]) -> usize {
    let mut characters = 0;
    let fits = |message: &&Message| {
        characters += message.text.chars().count();
        characters <= CHARACTERS
    };
    let fitting = messages.iter().rev().take(MESSAGES).take_while(fits).count();
    fitting.max(messages.len().min(1))
}
