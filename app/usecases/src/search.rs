//! Finding what one may see by the words in it.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{id::CustomerId, search::SearchKind};
use coplan_store::{access::Actor, search};
use std::sync::Arc;

pub use coplan_store::search::Hit;

/// How many of one kind are shown.
pub const MOST: usize = 20;
/// The most words that are read: more find no less.
const MOST_WORDS: usize = 8;

/// What was found.
#[derive(Debug, Clone)]
pub struct SearchView {
    /// What stands around the page of one customer.
    pub layout: Option<Arc<CustomerLayoutView>>,
    /// The words that were looked for; none where nothing was typed.
    pub words: Vec<String>,
    /// What was found, by kind.
    pub groups: Vec<Group>,
}

/// Things of one kind.
#[derive(Debug, Clone)]
pub struct Group {
    /// What they are.
    pub kind: SearchKind,
    /// The newest of them.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub has_more: bool,
}

/// Finds what was typed, under one customer or, for the supplier's people, under all.
pub async fn find(portal: &Portal, actor: &Actor, customer: Option<CustomerId>, typed: &str) -> Result<SearchView, Error> {
    let words: Vec<String> = typed.split_whitespace().take(MOST_WORDS).map(str::to_owned).collect();
    let most = i64::try_from(MOST).unwrap_or(i64::MAX - 1) + 1;
    // Customers that are new, or were filled in without telling of each thing. Where nothing can be written now, what is
    // there is found.
    while portal.db.refresh_searchable().await.unwrap_or(false) {}
    let mut conn = portal.db.read().await?;
    let (mut layout, mut hits) = (None, Vec::new());
    if let Some(customer) = customer {
        let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
        layout = Some(customer_layout::find(portal, &mut conn, actor, &access).await?);
        if !words.is_empty() {
            hits = search::list(&mut conn, &access, &words, most).await?;
        }
    } else {
        let staff = actor.staff().ok_or(Error::NotFound)?;
        if !words.is_empty() {
            hits = search::list_for_staff(&mut conn, staff, &words, most).await?;
        }
    }
    let groups = hits.chunk_by(|one, other| one.kind == other.kind).map(|hits| Group {
        kind: hits[0].kind,
        has_more: hits.len() > MOST,
        hits: hits[..hits.len().min(MOST)].to_vec(),
    });
    let groups = groups.collect();
    Ok(SearchView { layout, words, groups })
}
