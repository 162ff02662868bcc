//! Ending a membership.

use super::record_of;
use crate::{Error, Portal};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, MembershipId},
    person::{DeviceEnd, Membership},
};
use coplan_store::{
    access::{Actor, MemberAdmin},
    device, membership, person, personal_link,
};

/// Ends a membership. With a person's last one its links and devices end as well.
pub async fn remove_member(portal: &Portal, actor: &Actor, customer: CustomerId, id: MembershipId) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let (write, Membership { person: member, .. }) = MemberAdmin::prove(&mut change, actor, customer, id).await?;
    if !membership::remove(&mut change, &write).await? {
        return Err(Error::NotFound);
    }
    record_of(&mut change, &write.admin(), &member, EventKind::MemberRemoved).await?;
    if person::list_customers(&mut change, member.id).await?.is_empty() {
        let entry = write.entry()?;
        personal_link::revoke_all(&mut change, &entry).await?;
        device::remove_all(&mut change, &entry, None, DeviceEnd::Ended).await?;
    }
    portal.commit(change).await?;
    Ok(())
}
