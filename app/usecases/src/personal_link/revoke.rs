//! Staff revokes a member's link, or puts a new one in its place.

use super::make::{Created, insert_shown, record};
use crate::{
    Fault, Portal,
    keeper::{self, Keeper},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, LinkId, MembershipId},
    person::{Person, PersonalLink},
};
use coplan_store::{Change, access::Actor, device, personal_link};
use jiff::Timestamp;

/// What a link is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// It lets its person in.
    Open,
    /// Its time has run out.
    Expired,
    /// It was revoked.
    Revoked,
}

/// What a link is at this moment.
#[must_use]
pub fn link_state(link: &PersonalLink, now: Timestamp) -> LinkState {
    match link.revoked_at {
        Some(_) => LinkState::Revoked,
        None if link.is_open(now) => LinkState::Open,
        None => LinkState::Expired,
    }
}

/// Why a link cannot be revoked.
#[derive(Debug, thiserror::Error)]
pub enum RevokeLinkError {
    /// Not yours or not there.
    #[error("not found")]
    NotFound,
    /// This form put its new link in place already, and it was shown once.
    #[error("made already")]
    MadeAlready,
    /// Nobody's doing.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<coplan_store::StoreError> for RevokeLinkError {
    fn from(error: coplan_store::StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Revokes a member's link and ends the devices that came by it. Revoking twice changes nothing.
///
/// # Errors
/// [`RevokeLinkError`].
pub async fn revoke_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
) -> Result<(), RevokeLinkError> {
    let mut change = portal.change().await?;
    let found = keeper::find_with_member(&mut change, actor, customer, membership).await?;
    let (keeper, member) = found.ok_or(RevokeLinkError::NotFound)?;
    revoke(&mut change, &keeper, &member, link).await?;
    portal.keep(change).await?;
    Ok(())
}

/// Revokes a member's link and makes a new one, to be shown once. `new` is the id that the form carries.
///
/// # Errors
/// [`RevokeLinkError`].
pub async fn rotate_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
    new: LinkId,
) -> Result<Created, RevokeLinkError> {
    let mut change = portal.change().await?;
    let found = keeper::find_with_member(&mut change, actor, customer, membership).await?;
    let (keeper, member) = found.ok_or(RevokeLinkError::NotFound)?;
    match personal_link::find(&mut change, new).await? {
        None => {}
        Some(made) if made.person == member.id => return Err(RevokeLinkError::MadeAlready),
        Some(_) => return Err(RevokeLinkError::NotFound),
    }
    revoke(&mut change, &keeper, &member, link).await?;
    let created = insert_shown(&mut change, portal, &keeper, new, &member).await?;
    portal.keep(change).await?;
    Ok(created)
}

async fn revoke(change: &mut Change, keeper: &Keeper<'_>, member: &Person, link: LinkId) -> Result<(), RevokeLinkError> {
    let found = personal_link::find(change, link).await?;
    found.filter(|link| link.person == member.id).ok_or(RevokeLinkError::NotFound)?;
    if personal_link::revoke(change, member.id, link, keeper.person()).await? {
        device::remove_by_link(change, link, keeper.person()).await?;
        record(change, keeper, member, EventKind::LinkRevoked).await?;
    }
    Ok(())
}
