//! All that ever changed under a customer and that the reader may know of, newest first.

use super::NewsItem;
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::id::CustomerId;
use coplan_store::{Page, Turn, access::Actor, event};
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
    Ok(Changes { layout, items: rows.into_iter().map(NewsItem::from).collect(), before, after })
}
