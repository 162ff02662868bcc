//! What the mail with the way to a password says. Its secret is made here, at sending, and kept only as a hash.

use super::{CHOOSE_PATH, FORGOTTEN_LASTS, INVITATION_LASTS, PasswordLink, PasswordReason};
use crate::{
    InternalError, Portal,
    mail::Recipient,
    secret::{Hidden, Secret},
};
use coplan_domain::person::Side;
use coplan_store::{access::System, password_link, person};
use jiff::Timestamp;

/// The way to a password, by mail.
#[derive(Debug)]
pub struct PasswordMail {
    /// To whom.
    pub to: Recipient,
    /// Why.
    pub reason: PasswordReason,
    /// The whole address.
    pub address: Hidden,
    /// When it stops by itself.
    pub expires_at: Timestamp,
}

/// The mail with a one-time link; none where its person has left or the link was used.
pub async fn password_mail(
    portal: &Portal,
    system: &System,
    asked: &PasswordLink,
) -> Result<Option<PasswordMail>, InternalError> {
    let Some(person) = asked.person else { return Ok(None) };
    let mut change = portal.change_touched().await?;
    let found = person::find(&mut change, person).await?.filter(|person| person.side == Side::Supplier);
    let Some(person) = found else { return Ok(None) };
    let lasts = if asked.reason == PasswordReason::Forgotten { FORGOTTEN_LASTS } else { INVITATION_LASTS };
    let expires_at = change.now() + lasts;
    password_link::insert_mailed(&mut change, system, asked.link, person.id, expires_at).await?;
    let secret = Secret::new(&*portal.rng);
    let Some(expires_at) = password_link::update_secret(&mut change, system, asked.link, &secret.hash()).await? else {
        return Ok(None);
    };
    portal.commit(change).await?;
    let address = Hidden::new(format!("{}{CHOOSE_PATH}{}", portal.settings.public_url, secret.expose()));
    Ok(Some(PasswordMail { to: person.into(), reason: asked.reason, address, expires_at }))
}
