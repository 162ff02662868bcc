//! Who looked at a customer's plan and who changed something on it, for the customer's people and the supplier's.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::id::CustomerId;
use coplan_store::{access::Actor, access_log, preview};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

pub use coplan_store::{access_log::DayOfAccess, preview::PreviewRow};

/// How far back is told.
const TOLD: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How many of each are told at most.
const MOST: i64 = 200;

/// Something that the log tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// What one person did on one day.
    Day(DayOfAccess),
    /// One of the supplier's people looked as a member.
    Preview(PreviewRow),
}

impl Entry {
    /// The moment by which it is sorted.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Day(day) => day.last_at,
            Self::Preview(preview) => preview.began_at,
        }
    }
}

/// What the log's page shows.
#[derive(Debug, Clone)]
pub struct AccessLogView {
    /// What stands around it.
    pub layout: Arc<CustomerLayoutView>,
    /// What is told, newest first.
    pub entries: Vec<Entry>,
    /// The moment.
    pub now: Timestamp,
}

/// Shows the log to who may know who the customer's people are.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<AccessLogView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let people = access.people.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let since = now - TOLD;
    let looks = access_log::list_looks(&mut conn, people, since, MOST).await?;
    let changes = access_log::list_changes(&mut conn, &access, since, MOST).await?;
    let previews = preview::list(&mut conn, people, since, MOST).await?;
    let days = together(looks, changes).into_iter().map(Entry::Day);
    let mut entries: Vec<Entry> = days.chain(previews.into_iter().map(Entry::Preview)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at()));
    Ok(AccessLogView { layout: customer_layout::find(portal, &mut conn, actor, &access).await?, entries, now })
}

/// Each person once a day: the days on which the plan was opened, with what was changed on them.
fn together(looks: Vec<DayOfAccess>, changes: Vec<DayOfAccess>) -> Vec<DayOfAccess> {
    let mut days = changes;
    for look in looks {
        match days.iter_mut().find(|day| day.person.0 == look.person.0 && is_same_day(day.last_at, look.last_at)) {
            Some(day) => day.last_at = day.last_at.max(look.last_at),
            None => days.push(look),
        }
    }
    days
}

fn is_same_day(one: Timestamp, other: Timestamp) -> bool {
    let day = 24 * 60 * 60;
    one.as_second().div_euclid(day) == other.as_second().div_euclid(day)
}
