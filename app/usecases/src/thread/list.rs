//! Lists of threads: all of a customer, and those about one object.

use super::{
    ThreadLineView, reader,
    waiting::{WaitingThread, waiting_at},
    writes,
};
use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
};
use coplan_domain::{id::CustomerId, person::Side, thread::Ball};
use coplan_store::{
    Conn, Page, Turn,
    access::{Access, Actor, DiscussionScope},
    thread::{self, ThreadLine},
};
use std::sync::Arc;

pub use coplan_store::thread::ThreadKey;

/// Threads on one page of the list.
pub const PAGE: usize = 30;
/// The most threads that are shown where one object stands.
const ABOUT_LIMIT: i64 = 200;

/// One page of threads.
#[derive(Debug, Clone)]
pub struct ThreadList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Open ones first, the longest wait on top; then the resolved ones, the latest on top.
    pub threads: Vec<ThreadLineView>,
    /// Where the page before ends; none for the first.
    pub before: Option<ThreadKey>,
    /// Where the page behind begins; none for the last.
    pub after: Option<ThreadKey>,
    /// The reader's side: a ball with it waits for "you".
    pub side: Side,
    /// Whether the reader may open a thread about the plan.
    pub may_open: bool,
}

fn views(lines: Vec<ThreadLine>, scope: DiscussionScope) -> Vec<ThreadLineView> {
    let (person, side) = (scope.person(), scope.side());
    lines.into_iter().map(|line| ThreadLineView::new(line, person, side)).collect()
}

/// What a plan tells of discussions.
pub(crate) struct ThreadSummary {
    /// The first threads in the order of [`list`].
    pub threads: Vec<ThreadLineView>,
    /// Whether there are more.
    pub has_more: bool,
    /// Those that wait for the reader's side, the longest wait first.
    pub waiting: Vec<WaitingThread>,
}

/// What the plan tells of discussions, with at most so many threads of these, which are one more where there are more;
/// none without the discussion scope.
pub(crate) async fn summary(
    conn: &mut Conn,
    access: &Access,
    lines: Option<Vec<ThreadLine>>,
    most: usize,
) -> Result<Option<ThreadSummary>, InternalError> {
    let Some((scope, mut lines)) = access.discussion.zip(lines) else { return Ok(None) };
    let has_more = lines.len() > most;
    // Open ones come first: where these are all, those that wait are among them, in their order.
    let waiting = if has_more && lines.last().is_some_and(|line| line.thread.resolution.is_none()) {
        waiting_at(conn, access).await?
    } else {
        let mine = |line: &&ThreadLine| {
            line.called || (line.thread.ball == Ball::with(scope.side()) && line.thread.resolution.is_none())
        };
        lines.iter().filter(mine).map(|line| WaitingThread::new(line.thread.clone(), line.called)).collect()
    };
    lines.truncate(most);
    let threads = lines.into_iter().map(|line| ThreadLineView::new(line, scope.person(), scope.side())).collect();
    Ok(Some(ThreadSummary { threads, has_more, waiting }))
}

/// Lists the customer's threads that the reader may know of, from where the page begins.
///
/// # Errors
/// [`Error::NotFound`] without the discussion scope.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId, turn: &Turn<ThreadKey>) -> Result<ThreadList, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let Page { rows, before, after } = thread::list(&mut conn, reader.scope, reader.access.money, turn, PAGE).await?;
    let may_open = writes(portal, &mut conn, actor, &reader, None).await?;
    let layout = customer_layout::find(portal, &mut conn, actor, &reader.access).await?;
    let side = reader.scope.side();
    Ok(ThreadList { threads: views(rows, reader.scope), layout, before, after, side, may_open })
}

/// The threads about an object and about what is a part of it (a project's milestones, an invoice's lines), for showing
/// them where it stands. At most 200; about an object that the reader may not know of there are none. None without the
/// discussion scope.
pub(crate) async fn about(
    conn: &mut Conn,
    access: &Access,
    object: ulid::Ulid,
) -> Result<Option<Vec<ThreadLineView>>, InternalError> {
    let Some(scope) = access.discussion else { return Ok(None) };
    Ok(Some(views(thread::list_about(conn, scope, access.money, object, ABOUT_LIMIT).await?, scope)))
}
