//! One concern as its reader may see it.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    id::{ConcernId, CustomerId, PersonId},
    person::Side,
    process::{Concern, ConcernWait},
};
use coplan_store::{
    access::{Actor, may_write},
    concern,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A concern with what was answered.
#[derive(Debug, Clone)]
pub struct ConcernView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The concern.
    pub concern: Concern,
    /// Whether the reader may answer it.
    pub may_answer: bool,
    /// Whether the reader may say that what was promised is done.
    pub may_finish: bool,
    /// Whether the reader may say whether it is resolved.
    pub may_judge: bool,
    /// What colleagues call it wherever it comes up; none for members.
    pub theme: Option<String>,
    /// The reader's side.
    pub side: Side,
    /// Who reads.
    pub reader: PersonId,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// Shows a concern.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: ConcernId) -> Result<ConcernView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let found = concern::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let is_responsible = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => false,
    };
    let theme = match access.internal {
        Some(internal) => Some(concern::find_theme(&mut conn, internal, id).await?.unwrap_or_default()),
        None => None,
    };
    let is_owner = found.pending().is_some_and(|pending| pending.owner == actor.person());
    Ok(ConcernView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        may_answer: is_responsible,
        may_finish: found.pending().is_some() && actor.side() == Side::Supplier && (is_responsible || is_owner),
        may_judge: found.waits == ConcernWait::Verdict && found.is_judged_by(actor.person(), actor.side()),
        theme,
        concern: found,
        side: actor.side(),
        reader: actor.person(),
        today: portal.today(actor),
        now,
    })
}
