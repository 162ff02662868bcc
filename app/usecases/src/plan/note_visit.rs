//! Noting that a reader was at the plan, for telling what is new the next time.

use crate::{Portal, edit::Refused, portal::access_to};
use coplan_domain::id::CustomerId;
use coplan_store::{access::Actor, visit};
use jiff::SignedDuration;

/// How often a reader's being here is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// Notes that the reader is at the plan now, at most every 5 minutes, so that reading does not write each time.
///
/// # Errors
/// [`Refused`].
pub async fn note_visit(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<(), Refused> {
    let noted = {
        let mut conn = portal.db.read().await?;
        let access = access_to(&mut conn, actor, customer).await?.ok_or(Refused::NotFound)?;
        visit::find(&mut conn, access.plan).await?
    };
    if noted.is_some_and(|visit| portal.clock.now() < visit.seen_at + NOTED_EVERY) {
        return Ok(());
    }
    let mut change = portal.change().await?;
    let access = access_to(&mut change, actor, customer).await?.ok_or(Refused::NotFound)?;
    visit::update(&mut change, access.plan).await?;
    Ok(portal.keep(change).await?)
}
