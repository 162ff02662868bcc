//! What stands around every page of a customer: its name, who has it, and which rooms the reader may enter.

use crate::{
    Fault, Portal,
    portal::access_to,
    responsible::{self, ResponsibleView},
};
use coplan_domain::{id::CustomerId, person::Side};
use coplan_store::{access::Actor, customer};

/// What stands around every page of a customer.
#[derive(Debug, Clone)]
pub struct FrameView {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// The reader's side.
    pub side: Side,
    /// Who has the customer now.
    pub responsible: ResponsibleView,
    /// Whether the reader may see sums.
    pub money: bool,
    /// Whether the reader may take part in discussions.
    pub discussion: bool,
}

/// What stands around this customer's pages; none where the reader may not see the customer.
///
/// # Errors
/// [`Fault`] where the database cannot be read.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Option<FrameView>, Fault> {
    let mut conn = portal.db.read().await?;
    let Some(access) = access_to(&mut conn, actor, customer).await? else { return Ok(None) };
    let found = customer::find(&mut conn, access.plan).await?;
    let (now, today) = (portal.clock.now(), portal.today(actor));
    Ok(Some(FrameView {
        customer,
        name: found.name,
        side: actor.side(),
        responsible: responsible::find(&mut conn, access.plan, customer.0, now, today).await?,
        money: access.money.is_some(),
        discussion: access.discussion.is_some(),
    }))
}
