//! A person says: this device is not mine.

use crate::{
    Error, InternalError, Portal, entry,
    job::{self, Job},
    portal::day_in,
    secret::Secret,
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    event::EventKind,
    id::{DeviceId, LinkId, PersonId},
    person::{DeviceEnd, Language, Person, Side, masked},
    stand_in::on_duty,
};
use coplan_store::{
    Change, Conn, absence,
    access::{AccessError, Actor, EntryWrite, OwnAccount},
    device, pending_sign_in, person, personal_link, responsibility, staff,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// Ends a device of the actor's that is not its own, with the link it came by and all that came by that, tells the
/// supplier's people, and mails a new link. Also a device that is over can be disowned; twice changes nothing.
///
/// The actor's own device may have come by the same link and is then out too: whoever has the link had both.
pub async fn not_me(portal: &Portal, actor: &Actor, id: DeviceId) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let own = match OwnAccount::prove(&mut change, actor).await {
        // What was said of the device before has put this one out as well.
        Err(AccessError::NotIn) if device::is_disowned(&mut change, actor.entered(), id).await? => return Ok(()),
        own => own?,
    };
    let entry = own.entry();
    let found = device::find(&mut change, id).await?.filter(|device| device.person == actor.person());
    let (Some(device), Some(me)) = (found, person::find(&mut change, actor.person()).await?) else {
        return Err(Error::NotFound);
    };
    if !device::disown(&mut change, &entry, id, own.device()).await? {
        return Ok(());
    }
    if let Some(link) = device.link {
        replace_link(&mut change, &entry, link).await?;
    }
    if me.side == Side::Customer {
        entry::record_in_every_customer(&mut change, &me, EventKind::DeviceNotMine).await?;
    } else {
        // Whoever came in with the password may have another browser waiting at the second factor.
        pending_sign_in::remove(&mut change, &entry).await?;
        device::remove_all(&mut change, &entry, Some(own.device()), DeviceEnd::Ended).await?;
    }
    security_log::by(&mut change, actor, SecurityKind::DeviceDisowned, None).await?;
    let now = change.now();
    for to in list_to_tell(&mut change, &me, now).await? {
        job::enqueue(&mut change, &Job::NotMeMail { device: id, to }, Some(to), SignedDuration::ZERO).await?;
    }
    portal.commit(change).await?;
    Ok(())
}

/// What came of disowning a device, for the person's own device where it went too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disowned {
    /// The supplier's people who were told, by name.
    pub told: Vec<String>,
    /// Where the new link goes, masked: whoever sits at the device need not be its person any more.
    pub email: String,
    /// The language the person reads.
    pub language: Language,
}

/// How long a device that went too can ask what happened.
const ASKS_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What happened to a device with this secret that is out since its person disowned another one that came by the same
/// link; none where it is out for another reason, or for long.
pub async fn show_disowned(portal: &Portal, secret: &str) -> Result<Option<Disowned>, InternalError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    let (mut conn, now) = (portal.db.read().await?, portal.clock.now());
    let Some(me) = device::find_disowner(&mut conn, &secret.hash(), now - ASKS_FOR).await? else { return Ok(None) };
    let Some(me) = person::find(&mut conn, me).await? else { return Ok(None) };
    let mut told = Vec::new();
    for colleague in list_to_tell(&mut conn, &me, now).await? {
        told.extend(person::find(&mut conn, colleague).await?.map(|colleague| colleague.name));
    }
    Ok(Some(Disowned { told, email: masked(&me.email), language: me.language }))
}

async fn replace_link(change: &mut Change, entry: &EntryWrite, link: LinkId) -> Result<(), InternalError> {
    if personal_link::revoke(change, entry, link).await? {
        device::remove_by_link(change, entry, link).await?;
        let (new, me) = (change.id::<LinkId>(), entry.person());
        job::enqueue(change, &Job::NewLinkMail { person: Some(me), link: new }, Some(me), SignedDuration::ZERO).await?;
    }
    Ok(())
}

/// Who has the person's customers, and who stands in today; for a colleague, the admins.
async fn list_to_tell(conn: &mut Conn, me: &Person, now: Timestamp) -> Result<BTreeSet<PersonId>, InternalError> {
    if me.side == Side::Supplier {
        return Ok(staff::list_admins(conn).await?.into_iter().collect());
    }
    let mut to = BTreeSet::new();
    for contact in responsibility::list_contacts(conn, me.id).await? {
        let Some(colleague) = person::find(conn, contact).await? else { continue };
        let today = day_in(now, &colleague.time_zone);
        let absences = absence::list_chain(conn, contact, today).await?;
        to.extend([contact, on_duty(contact, today, &absences)]);
    }
    Ok(to)
}
