//! Which concerns come up at several customers, for the supplier's people. No customer reads of another one's.

use crate::{Error, Portal};
use coplan_domain::{
    id::CustomerId,
    process::{ConcernLine, ConcernWait},
    text::folded,
};
use coplan_store::{access::Actor, concern};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The most concerns that are looked at, the newest.
const MOST: i64 = 1000;

/// Concerns of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernGroup {
    /// What colleagues call them; empty for those that have no theme.
    pub theme: String,
    /// The newest first.
    pub concerns: Vec<ConcernLine>,
}

impl ConcernGroup {
    /// At how many customers they came up.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.concerns.iter().map(|it| it.customer).collect::<BTreeSet<CustomerId>>().len()
    }

    /// How many are not resolved.
    #[must_use]
    pub fn open(&self) -> usize {
        self.concerns.iter().filter(|it| it.waits != ConcernWait::Nobody).count()
    }
}

/// The concerns of all customers that the reader sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernOverview {
    /// What came up at several customers: at the most of them first.
    pub recurring: Vec<ConcernGroup>,
    /// Everything else, by theme; what has none last.
    pub others: Vec<ConcernGroup>,
    /// The moment.
    pub now: Timestamp,
}

/// Lists the concerns of all customers by their theme, for the supplier's people.
pub async fn recurring(portal: &Portal, actor: &Actor) -> Result<ConcernOverview, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let found = concern::list_for_staff(&mut conn, staff, MOST).await?;
    let (mut recurring, mut others): (Vec<_>, Vec<_>) =
        grouped(found).into_iter().partition(|group| !group.theme.is_empty() && group.customers() > 1);
    recurring.sort_by_key(|group| std::cmp::Reverse((group.customers(), group.concerns.len())));
    others.sort_by_key(|group| group.theme.is_empty());
    Ok(ConcernOverview { recurring, others, now: portal.clock.now() })
}

/// Those of one theme together, whatever the letters and blanks it was typed with, in the order of their newest.
fn grouped(found: Vec<ConcernLine>) -> Vec<ConcernGroup> {
    let mut groups: Vec<(String, ConcernGroup)> = Vec::new();
    for line in found {
        let key = folded(&line.theme);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.concerns.push(line),
            None => groups.push((key, ConcernGroup { theme: line.theme.clone(), concerns: vec![line] })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
