//! Staff makes a link for a member: shown once, or mailed.

use super::{LINK_LASTS, LinkError, MailLinkForm, ReadMailLink, address};
use crate::{
    Error, Portal,
    form::Parse,
    job::{self, Job, LinkNote},
    record::record,
    secret::{Hidden, Secret},
    security_log::{self, SecurityKind},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, LinkId, MembershipId},
    person::{Membership, Person},
};
use coplan_store::{
    Change, StoreError,
    access::{Actor, MemberAdmin},
    personal_link,
};
use jiff::{SignedDuration, Timestamp};

/// A link that was just made, for showing once.
#[derive(Debug)]
pub struct Created {
    /// Which link.
    pub id: LinkId,
    /// Its whole address, for copying and for a QR code.
    pub address: Hidden,
    /// When it stops by itself.
    pub expires_at: Timestamp,
}

/// Makes a link for a member, to be shown once. `link` is the id that the form carries.
///
/// # Errors
/// [`LinkError`].
pub async fn create(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
) -> Result<Created, LinkError> {
    let mut change = portal.change().await?;
    let (write, Membership { person: member, .. }) = MemberAdmin::prove(&mut change, actor, customer, membership).await?;
    let created = insert_shown(&mut change, portal, &write, link, &member).await?;
    security_log::by(&mut change, actor, SecurityKind::LinkMade, Some(member.id)).await?;
    portal.commit(change).await?;
    Ok(created)
}

/// Makes a link for a member and mails it, with a line of the sender's own where it wrote one. Its secret is made at
/// sending. Twice with the same id mails once.
///
/// # Errors
/// [`LinkError::Other`].
pub async fn mail(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    form: &MailLinkForm,
) -> Result<(), LinkError> {
    let read = form.parse();
    let link = form.new;
    let mut change = portal.change().await?;
    let (write, Membership { person: member, .. }) = MemberAdmin::prove(&mut change, actor, customer, membership).await?;
    let ReadMailLink { note } = read.map_err(Error::Invalid)?;
    match insert(&mut change, &write, link, &member, None).await {
        Err(LinkError::MadeAlready) => return Ok(()),
        made => made?,
    };
    security_log::by(&mut change, actor, SecurityKind::LinkMade, Some(member.id)).await?;
    let note = note.map(|text| LinkNote { text: text.into(), by: actor.entered().name().to_owned() });
    job::enqueue(&mut change, &Job::LinkMail { link, note }, Some(member.id), SignedDuration::ZERO).await?;
    portal.commit(change).await?;
    Ok(())
}

pub(super) async fn insert_shown(
    change: &mut Change,
    portal: &Portal,
    write: &MemberAdmin,
    id: LinkId,
    member: &Person,
) -> Result<Created, LinkError> {
    let secret = Secret::new(&*portal.rng);
    let expires_at = insert(change, write, id, member, Some(&secret.hash())).await?;
    Ok(Created { id, address: address(portal, &secret), expires_at })
}

async fn insert(
    change: &mut Change,
    write: &MemberAdmin,
    id: LinkId,
    member: &Person,
    secret_hash: Option<&str>,
) -> Result<Timestamp, LinkError> {
    let expires_at = change.now() + LINK_LASTS;
    if !personal_link::insert(change, &write.letting_in()?, id, secret_hash, expires_at).await? {
        let made = personal_link::find(change, id).await?.is_some_and(|made| made.person == member.id);
        return Err(if made { LinkError::MadeAlready } else { Error::NotFound.into() });
    }
    record_of(change, write, member, EventKind::LinkCreated).await?;
    Ok(expires_at)
}

/// How a member comes in is known to the supplier's people, not to the other members.
pub(super) async fn record_of(
    change: &mut Change,
    write: &MemberAdmin,
    member: &Person,
    kind: EventKind,
) -> Result<(), StoreError> {
    record(change, write, kind, (ObjectKind::Person, member.id.0), &member.name, Audience::Internal).await
}
