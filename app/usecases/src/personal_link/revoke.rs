//! Staff revokes a member's link, or puts a new one in its place.

use super::{
    LinkError,
    make::{Created, insert_shown, record_of},
    open::reset,
};
use crate::{
    Error, Portal,
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, LinkId, MembershipId},
    person::{Membership, Person, PersonalLink},
};
use coplan_store::{
    Change,
    access::{Actor, MemberAdmin},
    device, personal_link,
};
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

/// Revokes a member's link and ends the devices that came by it. Revoking twice changes nothing.
///
/// # Errors
/// [`LinkError`].
pub async fn revoke_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
) -> Result<(), LinkError> {
    let mut change = portal.change().await?;
    let (write, Membership { person: member, .. }) = MemberAdmin::prove(&mut change, actor, customer, membership).await?;
    revoke(&mut change, actor, &write, &member, link).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Revokes a member's link and makes a new one, to be shown once. `new` is the id that the form carries.
///
/// # Errors
/// [`LinkError`].
pub async fn rotate_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
    new: LinkId,
) -> Result<Created, LinkError> {
    let mut change = portal.change().await?;
    let (write, Membership { person: member, .. }) = MemberAdmin::prove(&mut change, actor, customer, membership).await?;
    revoke(&mut change, actor, &write, &member, link).await?;
    let created = insert_shown(&mut change, portal, &write, new, &member).await?;
    security_log::by(&mut change, actor, SecurityKind::LinkMade, Some(member.id)).await?;
    portal.commit(change).await?;
    Ok(created)
}

async fn revoke(change: &mut Change, actor: &Actor, write: &MemberAdmin, member: &Person, link: LinkId) -> Result<(), LinkError> {
    let found = personal_link::find(change, link).await?;
    found.filter(|link| link.person == member.id).ok_or(Error::NotFound)?;
    let entry = write.entry()?;
    if personal_link::revoke(change, &entry, link).await? {
        device::remove_by_link(change, &entry, link).await?;
        reset(change, member.id).await?;
        security_log::by(change, actor, SecurityKind::LinkRevoked, Some(member.id)).await?;
        record_of(change, write, member, EventKind::LinkRevoked).await?;
    }
    Ok(())
}
