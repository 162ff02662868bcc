//! The plan of a customer's year: what it will need, as both sides write it, and where two needs take the same people.

mod form;
mod write;

pub use form::{ChangeNeedForm, NeedForm};
pub use write::{add, change, remove, restore};

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    truncate::truncate,
};
use coplan_domain::{
    id::{CustomerId, NeedId},
    need::{Need, NeedMonth},
};
use coplan_store::{
    access::{Actor, may_write},
    need,
};
use jiff::civil::Date;
use std::sync::Arc;

/// The most that is listed of a year.
const MOST: usize = 200;
/// One more is read, so that it is known whether there are more.
const ONE_MORE: i64 = 201;
/// How many years before and after the reader's one can be planned.
const YEARS: u32 = 3;

/// Two needs that take the time of the same people in the same months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The one.
    pub one: NeedId,
    /// The other.
    pub other: NeedId,
    /// From which month.
    pub first: NeedMonth,
    /// Up to which.
    pub last: NeedMonth,
}

/// The plan of a year.
#[derive(Debug, Clone)]
pub struct YearPlanView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Which year.
    pub year: i16,
    /// The other years that can be looked at.
    pub years: Vec<i16>,
    /// In the order of their months.
    pub needs: Vec<Need>,
    /// What was removed.
    pub removed: Vec<Need>,
    /// Whether there are more than are listed.
    pub has_more: bool,
    /// Where two of them clash.
    pub clashes: Vec<Clash>,
    /// Whether the reader may write.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
}

impl YearPlanView {
    /// The clashes of a need.
    pub fn clashes_of(&self, id: NeedId) -> impl Iterator<Item = &Clash> {
        self.clashes.iter().filter(move |clash| clash.one == id || clash.other == id)
    }

    /// A need of this year.
    #[must_use]
    pub fn find(&self, id: NeedId) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == id)
    }
}

/// Whether a year can be planned on a day.
fn is_near(year: i16, today: Date) -> bool {
    i32::from(year).abs_diff(i32::from(today.year())) <= YEARS
}

/// Shows the plan of a year; of the reader's own where none is asked for, or one that is far away.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId, year: Option<i16>) -> Result<YearPlanView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let today = portal.today(actor);
    let known = need::list_years(&mut conn, access.plan).await?;
    let year = year.filter(|year| is_near(*year, today) || known.contains(year)).unwrap_or(today.year());
    let mut years = known.into_iter().chain([today.year(), today.year() + 1]).collect::<Vec<_>>();
    years.sort_unstable();
    years.dedup();
    let mut all = need::list(&mut conn, access.plan, year, ONE_MORE).await?;
    let has_more = truncate(&mut all, MOST);
    let (removed, needs): (Vec<_>, Vec<_>) = all.into_iter().partition(|need| need.is_removed);
    let may_write = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?,
        None => true,
    };
    Ok(YearPlanView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        year,
        years,
        clashes: clashes(&needs),
        needs,
        removed,
        has_more,
        may_write,
        today,
    })
}

/// In which year something is needed.
pub async fn find_year(portal: &Portal, actor: &Actor, customer: CustomerId, id: NeedId) -> Result<i16, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    Ok(need::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?.year)
}

fn clashes(needs: &[Need]) -> Vec<Clash> {
    let mut found = Vec::new();
    for (n, one) in needs.iter().enumerate() {
        for other in &needs[n + 1..] {
            if let Some((first, last)) = one.said.clash(&other.said) {
                found.push(Clash { one: one.id, other: other.id, first, last });
            }
        }
    }
    found
}
