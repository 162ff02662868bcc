//! All that ever changed under a customer and that the reader may know of, newest first.

use super::NewsItem;
use crate::{
    Portal,
    customer_layout::{self, CustomerLayoutView},
    edit::AccessError,
    portal::access_to,
    truncate::truncate,
};
use coplan_domain::id::CustomerId;
use coplan_store::{access::Actor, event};
use jiff::Timestamp;
use std::sync::Arc;

/// How many stand on a page.
const PAGE: usize = 50;
/// The same, for the database.
const SIZE: i64 = 50;

/// One page of what changed.
#[derive(Debug, Clone)]
pub struct Changes {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Newest first.
    pub items: Vec<NewsItem>,
    /// Which page this is; the first is 1.
    pub page: u32,
    /// Whether another page follows.
    pub has_more: bool,
    /// The moment from which the pages are counted, for the addresses of the others: what changes while somebody turns
    /// pages moves none of them.
    pub until: Timestamp,
}

/// Tells what changed, by anybody, up to a moment; up to now where none is given. Pages count from 1.
///
/// # Errors
/// [`AccessError::NotFound`] where the customer is not the reader's.
pub async fn changes(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    page: u32,
    until: Option<Timestamp>,
) -> Result<Changes, AccessError> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(AccessError::NotFound)?;
    let (page, until) = (page.max(1), until.unwrap_or_else(|| portal.clock.now()));
    let mut news = event::list_until(&mut conn, &access, until, i64::from(page - 1) * SIZE, SIZE + 1).await?;
    let has_more = truncate(&mut news, PAGE);
    // Told as of the newest: the same address for as long as nothing has changed.
    let until = news.first().filter(|_| page == 1).map_or(until, |newest| newest.event.at);
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(Changes { layout, items: news.into_iter().map(NewsItem::from).collect(), page, has_more, until })
}
