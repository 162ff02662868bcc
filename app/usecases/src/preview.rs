//! Looking at a plan as one of its members: for the supplier's people who keep it. It changes nothing, and the customer
//! finds it in its access log.

use crate::{Error, Portal, error::says_more};
use coplan_domain::{
    id::{CustomerId, MembershipId},
    person::Scope,
};
use coplan_store::{
    access::{Actor, MemberAdmin, PreviewEnd, Staff},
    preview,
};
use jiff::SignedDuration;

/// A look ends by itself after so long.
const LASTS: SignedDuration = SignedDuration::from_mins(30);

/// Why nobody looks as a member.
#[derive(Debug, thiserror::Error)]
pub enum BeginPreviewError {
    /// The member sees sums, and whoever would look does not.
    #[error("the member sees more")]
    SeesMore,
    /// What can happen to every deed; `NotFound` for whoever does not keep this customer.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(BeginPreviewError);

/// Begins to look at the plan as this member, on the actor's device.
///
/// # Errors
/// [`BeginPreviewError`].
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, member: MembershipId) -> Result<(), BeginPreviewError> {
    let mut change = portal.change_touched().await?;
    let (write, known) = MemberAdmin::prove(&mut change, actor, customer, member).await?;
    let sees_sums = actor.staff().is_some_and(Staff::sees_sums);
    if known.scopes.contains(&Scope::Money) && !sees_sums {
        return Err(BeginPreviewError::SeesMore);
    }
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
