//! What the mails about links and codes say. Their secrets are made here, at sending, and kept only as hashes.

use super::{LINK_LASTS, LinkHolder, address, enter_code::code_hash, find_bearer};
use crate::{
    InternalError, Portal,
    mail::Recipient,
    secret::{self, Hidden, Secret},
};
use coplan_domain::{
    id::{CodeId, LinkId, PersonId},
    person::{CodePolicy, PersonalLink},
};
use coplan_store::{Change, access::System, customer, entry_code, personal_link};
use jiff::{SignedDuration, Timestamp};

/// A personal link by mail.
#[derive(Debug)]
pub struct LinkMail {
    /// To whom.
    pub to: Recipient,
    /// The companies whose plans it opens.
    pub companies: Vec<String>,
    /// The whole address.
    pub address: Hidden,
    /// When it stops by itself.
    pub expires_at: Timestamp,
    /// When a code is asked for besides the link.
    pub code_policy: CodePolicy,
}

/// Six digits by mail.
#[derive(Debug)]
pub struct CodeMail {
    /// To whom.
    pub to: Recipient,
    /// The digits.
    pub code: Hidden,
    /// Until when they are good.
    pub expires_at: Timestamp,
}

/// The mail with a link that staff made; none where it does not hold any more or has let somebody in already.
pub async fn link_mail(portal: &Portal, system: &System, id: LinkId) -> Result<Option<LinkMail>, InternalError> {
    let mut change = portal.change_touched().await?;
    let now = change.now();
    // A mail that is tried again gets a new secret, beside which the former one still opens: it may have arrived.
    let fresh = |link: &PersonalLink| link.is_open(now) && link.last_used_at.is_none();
    let Some(link) = personal_link::find(&mut change, id).await?.filter(fresh) else { return Ok(None) };
    let Some(bearer) = find_bearer(&mut change, &link).await? else { return Ok(None) };
    let mail = give_secret(portal, system, &mut change, &link, bearer).await?;
    portal.commit(change).await?;
    Ok(Some(mail))
}

/// How long a link that was asked for stays good whoever asks again.
const SETTLED: SignedDuration = SignedDuration::from_hours(1);

/// The mail with a new link for a person who asked for one; none where the person is no member any more. It takes the
/// place of those asked for more than an hour earlier that were never used.
pub async fn new_link_mail(
    portal: &Portal,
    system: &System,
    person: PersonId,
    id: LinkId,
) -> Result<Option<LinkMail>, InternalError> {
    let mut change = portal.change_touched().await?;
    let now = change.now();
    if personal_link::find(&mut change, id).await?.is_none() {
        let asked =
            PersonalLink { id, person, created_at: now, expires_at: now + LINK_LASTS, revoked_at: None, last_used_at: None };
        if find_bearer(&mut change, &asked).await?.is_none() {
            return Ok(None);
        }
        personal_link::insert_asked(&mut change, system, id, person, now - SETTLED, asked.expires_at).await?;
        portal.commit(change).await?;
    } else {
        drop(change);
    }
    link_mail(portal, system, id).await
}

async fn give_secret(
    portal: &Portal,
    system: &System,
    change: &mut Change,
    link: &PersonalLink,
    bearer: LinkHolder,
) -> Result<LinkMail, InternalError> {
    let secret = Secret::new(&*portal.rng);
    personal_link::update_secret(change, system, link.id, &secret.hash()).await?;
    let policies = customer::list_code_policies(change, bearer.person.id).await?;
    Ok(LinkMail {
        to: bearer.person.into(),
        companies: bearer.customers.into_iter().map(|(_, name)| name).collect(),
        address: address(portal, &secret),
        expires_at: link.expires_at,
        code_policy: CodePolicy::strictest(&policies),
    })
}

/// The mail with the code that a browser waits for; none where it waits no more.
pub async fn code_mail(portal: &Portal, system: &System, id: CodeId) -> Result<Option<CodeMail>, InternalError> {
    let mut change = portal.change_touched().await?;
    let now = change.now();
    let code = entry_code::find(&mut change, id).await?;
    let Some(code) = code.filter(|code| code.used_at.is_none() && now < code.expires_at) else { return Ok(None) };
    let link = personal_link::find(&mut change, code.link).await?;
    let Some(link) = link.filter(|link| link.is_open(now)) else { return Ok(None) };
    let Some(bearer) = find_bearer(&mut change, &link).await? else { return Ok(None) };
    let digits = secret::six_digits(&*portal.rng);
    entry_code::update_code(&mut change, system, id, &code_hash(id, &digits)).await?;
    portal.commit(change).await?;
    Ok(Some(CodeMail { to: bearer.person.into(), code: Hidden::new(digits), expires_at: code.expires_at }))
}
