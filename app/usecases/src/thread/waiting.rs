//! What waits for the reader, the longest wait first.

use super::SubjectView;
use crate::{Error, InternalError, Portal, portal::access_to};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    person::Language,
    question::QuestionState,
    thread::{Ball, Thread},
};
use coplan_store::{
    Conn,
    access::{Access, Actor},
    thread,
};
use jiff::Timestamp;

/// The most threads that are told at once.
const LIMIT: usize = 100;

/// A thread that waits for the reader's side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingThread {
    /// Under which customer.
    pub customer: CustomerId,
    /// Which thread.
    pub id: ThreadId,
    /// What it is about.
    pub subject: SubjectView,
    /// The question in one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// Since when it waits.
    pub since: Timestamp,
    /// How far it is, where it is a question about an invoice.
    pub question: Option<QuestionState>,
    /// Whether the reader is called in it by name and has not looked since.
    pub called: bool,
}

impl WaitingThread {
    pub(super) fn new(thread: Thread, called: bool) -> Self {
        Self {
            customer: thread.customer,
            id: thread.id,
            subject: (&thread.subject).into(),
            title: thread.title,
            language: thread.language,
            since: thread.ball_since,
            question: thread.question,
            called,
        }
    }
}

/// The threads at a customer whose ball is with the reader's side; none without the discussion scope.
pub(super) async fn waiting_at(conn: &mut Conn, access: &Access) -> Result<Vec<WaitingThread>, InternalError> {
    let Some(scope) = access.discussion else { return Ok(Vec::new()) };
    let limit = i64::try_from(LIMIT).unwrap_or(i64::MAX);
    let threads = thread::list_waiting(conn, scope, access.money, Ball::with(scope.side()), limit).await?;
    Ok(threads.into_iter().map(|(thread, called)| WaitingThread::new(thread, called)).collect())
}

/// Lists the threads at a customer whose ball is with the reader's side, the longest wait first, at most 100. Without
/// the discussion scope there are none.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list_waiting(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Vec<WaitingThread>, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(waiting_at(&mut conn, &access).await?)
}

/// A thread at any customer that waits for one staff person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingForStaff {
    /// The thread.
    pub thread: WaitingThread,
    /// The customer's name.
    pub customer_name: String,
    /// Whom the reader stands in for, where the matter is not its own.
    pub instead_of: Option<String>,
}

/// Lists what waits for a staff person at all customers, the longest wait first, at most 101, so that whoever tells 100
/// knows whether there are more: the threads with the
/// ball at the supplier in matters that it has now, or whose responsible person is away today and leads to it. Before them
/// stand those in which it is called by name and has not looked since.
///
/// # Errors
/// [`Error::NotFound`] for members.
pub async fn list_waiting_for_staff(portal: &Portal, actor: &Actor) -> Result<Vec<WaitingForStaff>, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let today = portal.today(actor);
    let mut conn = portal.db.read().await?;
    let limit = i64::try_from(LIMIT + 1).unwrap_or(i64::MAX);
    let waiting = thread::list_waiting_for_staff(&mut conn, staff, today, limit).await?;
    let called = thread::list_called(&mut conn, staff, limit).await?;
    let is_called = |id| called.iter().any(|(thread, _)| thread.id == id);
    let mut views = Vec::new();
    for waiting in waiting {
        let called = is_called(waiting.thread.id);
        views.push(WaitingForStaff {
            thread: WaitingThread::new(waiting.thread, called),
            customer_name: waiting.customer_name,
            instead_of: (waiting.responsible != actor.person()).then_some(waiting.responsible_name),
        });
    }
    let known = views.iter().map(|view| view.thread.id).collect::<Vec<_>>();
    let others = called.into_iter().filter(|(thread, _)| !known.contains(&thread.id));
    let others = others.map(|(thread, customer_name)| {
        let since = thread.last_message_at;
        let thread = WaitingThread { since, ..WaitingThread::new(thread, true) };
        WaitingForStaff { thread, customer_name, instead_of: None }
    });
    Ok(others.chain(views).collect())
}
