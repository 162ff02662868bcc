//! Looking at a plan as one of its members: for the supplier's people who keep it. It changes nothing, and the customer
//! finds it in its access log.

use crate::{Error, Portal};
use coplan_domain::id::{CustomerId, MembershipId};
use coplan_store::{
    access::{Actor, PreviewBegin, PreviewEnd},
    preview,
};
use jiff::SignedDuration;

/// A look ends by itself after so long.
const LASTS: SignedDuration = SignedDuration::from_mins(30);

/// Begins to look at the plan as this member, on the actor's device.
///
/// # Errors
/// [`Error`]; `NotFound` for whoever does not keep this customer, `SeesMore` for whoever sees no sums where the member does.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, member: MembershipId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = PreviewBegin::prove(&mut change, actor, customer, member).await?;
    let id = change.id();
    preview::insert(&mut change, &write, id, actor.entered().device(), LASTS).await?;
    Ok(portal.commit(change).await?)
}

/// Looks with one's own eyes again; says as whom it was looked. None for whoever looks as nobody else.
pub async fn leave(portal: &Portal, actor: &Actor) -> Result<Option<(CustomerId, MembershipId)>, Error> {
    let Some(look) = actor.preview() else { return Ok(None) };
    let mut change = portal.change_touched().await?;
    let write = PreviewEnd::prove(&change, actor)?;
    preview::end(&mut change, &write).await?;
    portal.commit(change).await?;
    Ok(Some((look.customer, look.membership)))
}
