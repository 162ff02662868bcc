//! Where everybody's work is, for leading them there.

use crate::{InternalError, Portal};
use coplan_domain::{id::CustomerId, person::Side};
use coplan_store::{access::Actor, person};

/// Where a person's work is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// With all customers.
    Supplier,
    /// With these companies, by name; may be none any more.
    Companies(Vec<(CustomerId, String)>),
}

/// Where the actor's work is.
pub async fn find(portal: &Portal, actor: &Actor) -> Result<Home, InternalError> {
    if actor.side() == Side::Supplier {
        return Ok(Home::Supplier);
    }
    let mut conn = portal.db.read().await?;
    let mut companies = person::list_customers(&mut conn, actor.person()).await?;
    companies.retain(|(customer, _)| actor.preview().is_none_or(|look| look.customer == *customer));
    Ok(Home::Companies(companies))
}

/// Whether a member sees no plan because the co-operation has ended, and not because it was removed.
pub async fn has_ended(portal: &Portal, actor: &Actor) -> Result<bool, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(person::is_of_ended_customer(&mut conn, actor.person()).await?)
}

/// Whether anybody of the supplier's was ever added; an installation without staff tells how to add the first.
pub async fn has_staff(portal: &Portal) -> Result<bool, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(person::has_staff(&mut conn).await?)
}
