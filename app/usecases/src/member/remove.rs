//! Ending a membership.

use super::record;
use crate::{InternalError, Portal, account_admin};
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
    Internal(#[from] InternalError),
}

impl From<StoreError> for RemoveMemberError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
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
    let found = account_admin::lock_with_member(&mut change, actor, customer, id).await?;
    let (admin, Membership { person: member, .. }) = found.ok_or(RemoveMemberError::NotFound)?;
    if !membership::remove(&mut change, admin.internal, id).await? {
        return Err(RemoveMemberError::NotFound);
    }
    record(&mut change, &admin, &member, EventKind::MemberRemoved).await?;
    if person::list_customers(&mut change, member.id).await?.is_empty() {
        personal_link::revoke_all(&mut change, member.id, admin.person()).await?;
        device::remove_all(&mut change, member.id, None, admin.person(), DeviceEnd::Ended).await?;
    }
    portal.commit(change).await?;
    Ok(())
}
