//! The work of one customer that is on no invoice yet: what waits for approval, and what the next invoice will be made of.

use super::charged_minutes;
use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    truncate::truncate,
};
use coplan_domain::{id::CustomerId, work::WorkShown};
use coplan_store::{
    Conn,
    access::{Actor, MoneyScope, may_write},
    work::{self, WorkRow},
};
use jiff::civil::Date;
use std::sync::Arc;

/// The most entries that are shown.
pub const MOST: usize = 300;
const ONE_MORE: i64 = 301;

/// The work of a customer that is on no invoice.
#[derive(Debug, Clone)]
pub struct CustomerWork {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What was recorded and is not approved, the newest day first; for the supplier's people only.
    pub recorded: Vec<WorkRow>,
    /// What is approved, the newest day first.
    pub approved: Vec<WorkRow>,
    /// Minutes of what is approved and charged.
    pub charged: i64,
    /// Whether there is more than its newest [`MOST`] entries.
    pub has_more: bool,
    /// How much of it the customer sees.
    pub shown: WorkShown,
    /// Whether the reader may approve it.
    pub may_approve: bool,
    /// The reader's day.
    pub today: Date,
}

/// Shows a customer's work that is on no invoice.
///
/// # Errors
/// [`Error::NotFound`] without the right to see sums, and for members who are not shown the work.
pub async fn of_customer(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<CustomerWork, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.ok_or(Error::NotFound)?;
    let shown = work::find_shown(&mut conn, money).await?;
    if actor.staff().is_none() && shown == WorkShown::Nothing {
        return Err(Error::NotFound);
    }
    let may_approve = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?,
        None => false,
    };
    let mut rows = work::list_uninvoiced(&mut conn, money, ONE_MORE).await?;
    let has_more = truncate(&mut rows, MOST);
    let (approved, recorded): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.entry.approved);
    Ok(CustomerWork {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        charged: charged_minutes(&approved),
        recorded,
        approved,
        has_more,
        shown,
        may_approve,
        today: portal.today(actor),
    })
}

/// The minutes of charged work on no invoice, where the reader sees any.
pub(crate) async fn uninvoiced_minutes(conn: &mut Conn, money: MoneyScope) -> Result<Option<i64>, InternalError> {
    Ok(Some(work::count_uninvoiced_minutes(conn, money).await?).filter(|minutes| *minutes > 0))
}
