//! All that ever changed under a customer and that the reader may know of, newest first.

use super::NewsItem;
use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, ThreadId},
    thread::Resolution,
};
use coplan_store::{
    Conn, Page, Turn,
    access::{Access, Actor},
    event, thread,
};
use std::sync::Arc;

pub use coplan_store::event::EventKey;

/// How many are on a page.
const PAGE: usize = 50;

/// One page of what changed.
#[derive(Debug, Clone)]
pub struct Changes {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Newest first.
    pub items: Vec<NewsItem>,
    /// Where the page before ends; none for the newest.
    pub before: Option<EventKey>,
    /// Where the page behind begins; none for the oldest.
    pub after: Option<EventKey>,
}

/// Tells what changed, by anybody, from where the page begins.
///
/// # Errors
/// [`Error::NotFound`] where the customer is not the reader's.
pub async fn changes(portal: &Portal, actor: &Actor, customer: CustomerId, turn: &Turn<EventKey>) -> Result<Changes, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let Page { rows, before, after } = event::list(&mut conn, &access, turn, PAGE).await?;
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let mut items = rows.into_iter().map(NewsItem::from).collect::<Vec<_>>();
    add_outcomes(&mut conn, &access, &mut items).await?;
    Ok(Changes { layout, items, before, after })
}

/// Says of each thread that was resolved what came of it, also where it was opened again since.
async fn add_outcomes(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut resolved = items.iter_mut().filter(|item| item.kind == EventKind::ThreadResolved).collect::<Vec<_>>();
    let times = resolved.iter().map(|item| item.at);
    let Some((from, until)) = times.clone().min().zip(times.max()) else { return Ok(()) };
    let outcomes = thread::list_outcomes(conn, access, from, until).await?;
    for item in &mut resolved {
        let same = |(id, outcome): &&(ThreadId, Resolution)| id.0 == item.object_id && outcome.at == item.at;
        item.outcome = outcomes.iter().find(same).map(|(_, found)| (found.language, found.outcome.clone()));
    }
    Ok(())
}
