//! Ending a membership.

use super::record;
use crate::{Fault, Portal, keeper};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Membership},
};
use coplan_store::{StoreError, access::Actor, device, membership, person, personal_link};

/// Why a membership is not ended.
#[derive(Debug, thiserror::Error)]
pub enum RemoveMemberError {
    /// Not yours or not there, or over already.
    #[error("not found")]
    NotFound,
    /// Nobody's doing.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for RemoveMemberError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Ends a membership. With a person's last one its links and devices end as well.
///
/// # Errors
/// [`RemoveMemberError`].
pub async fn remove_member(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MembershipId,
) -> Result<(), RemoveMemberError> {
    let mut change = portal.change().await?;
    let found = keeper::hold_with_member(&mut change, actor, customer, id).await?;
    let (keeper, Membership { person: member, .. }) = found.ok_or(RemoveMemberError::NotFound)?;
    if !membership::remove(&mut change, keeper.internal, id).await? {
        return Err(RemoveMemberError::NotFound);
    }
    record(&mut change, &keeper, &member, EventKind::MemberRemoved).await?;
    if person::list_customers(&mut change, member.id).await?.is_empty() {
        personal_link::revoke_all(&mut change, member.id, keeper.person()).await?;
        device::remove_all(&mut change, member.id, None, keeper.person(), DeviceEnd::Ended).await?;
    }
    portal.keep(change).await?;
    Ok(())
}
