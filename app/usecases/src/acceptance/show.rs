//! One checklist with its versions, as either side sees it.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    acceptance::Acceptance,
    id::{AcceptanceId, CustomerId},
    launch::Launch,
    person::Side,
    survey::{OfUse, Survey},
};
use coplan_store::{
    acceptance,
    access::{Actor, may_write},
    launch, survey,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A checklist as one reader may see it.
#[derive(Debug, Clone)]
pub struct AcceptanceView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The checklist.
    pub acceptance: Acceptance,
    /// When it is taken into use; none where that is not planned.
    pub launch: Option<Launch>,
    /// How it is used, the first impression first, as far as the reader may see that.
    pub uses: Vec<(OfUse, Survey)>,
    /// Whether the reader may propose another version.
    pub may_propose: bool,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Shows a checklist.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: AcceptanceId) -> Result<AcceptanceView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let acceptance = acceptance::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let may_propose = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, Some(acceptance.project), now).await?,
        None => false,
    };
    Ok(AcceptanceView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        launch: launch::find(&mut conn, access.plan, id).await?,
        uses: survey::list_of_acceptance(&mut conn, access.plan, id).await?,
        acceptance,
        may_propose,
        side: actor.side(),
        today: portal.today(actor),
        now,
    })
}
