//! The browsers that a person has been let in on: listing them, ending them, signing out.

mod mail;
mod not_me;

pub use mail::{NewDeviceMail, NotMeMail, new_device_mail, not_me_mail};
pub use not_me::{Disowned, not_me, show_disowned};

use crate::{
    Error, InternalError, Portal,
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    id::{CustomerId, DeviceId, MembershipId},
    person::{Device, DeviceEnd},
};
use coplan_store::{
    access::{AccessError, Actor, MemberAdmin, OwnAccount, PreviewEnd},
    device, preview,
};
use jiff::SignedDuration;

pub use device::Over;

/// A device as its own person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceView {
    /// The device.
    pub device: Device,
    /// Whether it is the one that asks.
    pub here: bool,
}

/// The actor's own live devices, last seen first.
pub async fn list_own(portal: &Portal, actor: &Actor) -> Result<Vec<DeviceView>, InternalError> {
    let mut conn = portal.db.read().await?;
    let devices = device::list(&mut conn, actor.person(), portal.clock.now()).await?;
    let here = actor.entered().device();
    Ok(devices.into_iter().map(|device| DeviceView { here: device.id == here, device }).collect())
}

/// How long a device that is over is shown to its person: whoever hears of it by mail may see to it days later.
const SHOWN: SignedDuration = SignedDuration::from_hours(24 * 30);

/// The actor's own devices that are over since a month, the last one first: a stranger who has signed out can still be
/// disowned.
pub async fn list_own_over(portal: &Portal, actor: &Actor) -> Result<Vec<Over>, InternalError> {
    let (mut conn, now) = (portal.db.read().await?, portal.clock.now());
    Ok(device::list_over(&mut conn, actor.person(), now - SHOWN, now).await?)
}

/// Ends one of the actor's own devices, also where its browser has come in anew since. Ending it twice changes nothing.
pub async fn end_own(portal: &Portal, actor: &Actor, id: DeviceId) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    device::find(&mut change, id).await?.filter(|device| device.person == own.person()).ok_or(Error::NotFound)?;
    let here = own.device();
    device::remove(&mut change, &own.entry(), id, (id != here).then_some(here), DeviceEnd::Ended).await?;
    security_log::by(&mut change, actor, SecurityKind::DeviceEnded, None).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Staff ends a device of a member. Ending it twice changes nothing.
pub async fn end_of_member(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    id: DeviceId,
) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let (write, member) = MemberAdmin::prove(&mut change, actor, customer, membership).await?;
    device::find(&mut change, id).await?.filter(|device| device.person == member.person.id).ok_or(Error::NotFound)?;
    device::remove(&mut change, &write.entry()?, id, None, DeviceEnd::Ended).await?;
    security_log::by(&mut change, actor, SecurityKind::DeviceEnded, Some(member.person.id)).await?;
    portal.commit(change).await?;
    Ok(())
}

/// Signs out: ends the device that asks. One that is out already stays so.
pub async fn sign_out(portal: &Portal, actor: &Actor) -> Result<(), InternalError> {
    let mut change = portal.change().await?;
    let proved = if actor.preview().is_some() {
        // A look as a member ends with the device of whoever looks.
        PreviewEnd::prove_to_sign_out(&mut change, actor).await.map(|look| (look.entry(), look.device(), Some(look)))
    } else {
        OwnAccount::prove(&mut change, actor).await.map(|own| (own.entry(), own.device(), None))
    };
    let (entry, device, look) = match proved {
        Ok(proved) => proved,
        Err(AccessError::Store(error)) => return Err(error.into()),
        Err(_) => return Ok(()),
    };
    if let Some(look) = look {
        preview::end(&mut change, &look).await?;
    }
    device::remove(&mut change, &entry, device, None, DeviceEnd::SignedOut).await?;
    security_log::by(&mut change, actor, SecurityKind::DeviceEnded, None).await?;
    portal.commit(change).await
}
