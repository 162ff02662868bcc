//! A person says: this device is not mine.

use super::EndDeviceError;
use crate::{
    Fault, Portal, entry,
    job::{self, Job},
    portal::day_in,
};
use coplan_domain::{
    event::EventKind,
    id::{DeviceId, LinkId, PersonId},
    person::{DeviceEnd, Person, Side},
    stand_in::on_duty,
};
use coplan_store::{Change, absence, access::Actor, device, pending_sign_in, person, personal_link, responsibility, staff};
use jiff::SignedDuration;
use std::collections::BTreeSet;

/// Ends a device of the actor's that is not its own, with the link it came by and all that came by that, tells the
/// supplier's people, and mails a new link. Also a device that is over can be disowned; twice changes nothing.
///
/// The actor's own device may have come by the same link and is then out too: whoever has the link had both.
///
/// # Errors
/// [`EndDeviceError`].
pub async fn not_me(portal: &Portal, actor: &Actor, id: DeviceId) -> Result<(), EndDeviceError> {
    let mut change = portal.change().await?;
    match actor.side() {
        Side::Customer => person::hold(&mut change, actor.person()).await?,
        Side::Supplier => staff::hold(&mut change, [actor.person()]).await?,
    }
    let found = device::find(&mut change, id).await?.filter(|device| device.person == actor.person());
    let (Some(device), Some(me)) = (found, person::find(&mut change, actor.person()).await?) else {
        return Err(EndDeviceError::NotFound);
    };
    if !device::disown(&mut change, me.id, id).await? {
        return Ok(());
    }
    if let Some(link) = device.link {
        replace_link(&mut change, &me, link).await?;
    }
    if me.side == Side::Customer {
        entry::record_in_every_customer(&mut change, &me, EventKind::DeviceNotMine).await?;
    } else {
        // Whoever came in with the password may have another browser waiting at the second factor.
        pending_sign_in::remove(&mut change, me.id).await?;
        device::remove_all(&mut change, me.id, Some(actor.entered().device()), me.id, DeviceEnd::Ended).await?;
    }
    for to in list_to_tell(&mut change, &me).await? {
        job::promise(&mut change, &Job::NotMeMail { device: id, to }, Some(to), SignedDuration::ZERO).await?;
    }
    portal.keep(change).await?;
    Ok(())
}

async fn replace_link(change: &mut Change, me: &Person, link: LinkId) -> Result<(), Fault> {
    if personal_link::revoke(change, me.id, link, me.id).await? {
        device::remove_by_link(change, link, me.id).await?;
        let new = change.id::<LinkId>();
        job::promise(change, &Job::NewLinkMail { person: Some(me.id), link: new }, Some(me.id), SignedDuration::ZERO).await?;
    }
    Ok(())
}

/// Who has the person's customers, and who stands in today; for a colleague, the admins.
async fn list_to_tell(change: &mut Change, me: &Person) -> Result<BTreeSet<PersonId>, Fault> {
    if me.side == Side::Supplier {
        return Ok(staff::list_admins(change).await?.into_iter().collect());
    }
    let mut to = BTreeSet::new();
    for contact in responsibility::list_contacts(change, me.id).await? {
        let Some(colleague) = person::find(change, contact).await? else { continue };
        let today = day_in(change.now(), &colleague.time_zone);
        let absences = absence::list_chain(change, contact, today).await?;
        to.extend([contact, on_duty(contact, today, &absences)]);
    }
    Ok(to)
}
