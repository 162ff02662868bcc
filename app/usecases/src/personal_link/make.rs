//! Staff makes a link for a member: shown once, or mailed.

use super::{LINK_LASTS, LinkError, address};
use crate::{
    InternalError, Portal,
    account_admin::{self, AccountAdmin},
    job::{self, Job},
    portal::event,
    secret::{Hidden, Secret},
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, LinkId, MembershipId},
    person::Person,
};
use coplan_store::{Change, access::Actor, personal_link};
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
pub async fn create_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
) -> Result<Created, LinkError> {
    let mut change = portal.change().await?;
    let (admin, member) = member(&mut change, actor, customer, membership).await?;
    let created = insert_shown(&mut change, portal, &admin, link, &member).await?;
    portal.commit(change).await?;
    Ok(created)
}

/// Makes a link for a member and mails it. Its secret is made at sending. Twice with the same id mails once.
///
/// # Errors
/// [`LinkError::NotFound`] and [`LinkError::InternalError`].
pub async fn mail_link(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    membership: MembershipId,
    link: LinkId,
) -> Result<(), LinkError> {
    let mut change = portal.change().await?;
    let (admin, member) = member(&mut change, actor, customer, membership).await?;
    match insert(&mut change, &admin, link, &member, None).await {
        Err(LinkError::MadeAlready) => return Ok(()),
        made => made?,
    };
    job::enqueue(&mut change, &Job::LinkMail { link }, Some(member.id), SignedDuration::ZERO).await?;
    portal.commit(change).await?;
    Ok(())
}

pub(super) async fn member<'a>(
    change: &mut Change,
    actor: &'a Actor,
    customer: CustomerId,
    membership: MembershipId,
) -> Result<(AccountAdmin<'a>, Person), LinkError> {
    let found = account_admin::lock_with_member(change, actor, customer, membership).await?;
    let (admin, member) = found.ok_or(LinkError::NotFound)?;
    Ok((admin, member.person))
}

pub(super) async fn insert_shown(
    change: &mut Change,
    portal: &Portal,
    admin: &AccountAdmin<'_>,
    id: LinkId,
    member: &Person,
) -> Result<Created, LinkError> {
    let secret = Secret::new(&*portal.rng);
    let expires_at = insert(change, admin, id, member, Some(&secret.hash())).await?;
    Ok(Created { id, address: address(portal, &secret), expires_at })
}

async fn insert(
    change: &mut Change,
    admin: &AccountAdmin<'_>,
    id: LinkId,
    member: &Person,
    secret_hash: Option<&str>,
) -> Result<Timestamp, LinkError> {
    let (by, expires_at) = (admin.person(), change.now() + LINK_LASTS);
    if !personal_link::insert(change, id, member.id, secret_hash, by, expires_at).await? {
        let made = personal_link::find(change, id).await?.is_some_and(|made| made.person == member.id);
        return Err(if made { LinkError::MadeAlready } else { LinkError::NotFound });
    }
    record(change, admin, member, EventKind::LinkCreated).await?;
    Ok(expires_at)
}

/// How a member comes in is known to the supplier's people, not to the other members.
pub(super) async fn record(
    change: &mut Change,
    admin: &AccountAdmin<'_>,
    member: &Person,
    kind: EventKind,
) -> Result<(), InternalError> {
    let object = (ObjectKind::Person, member.id.0);
    let happened = event(change, admin.customer(), admin.person(), kind, object, &member.name, Audience::Internal);
    Ok(change.record(happened).await?)
}
