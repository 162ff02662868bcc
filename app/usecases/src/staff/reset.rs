//! An admin helps a colleague who cannot sign in any more.

use super::admin;
use crate::{
    Error, Portal,
    job::{self, Job},
    password_link::{PasswordLink, PasswordReason},
    security_log::{self, SecurityKind},
    sign_in::{OwnProof, prove_again},
};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    access::{Actor, Admin},
    credentials, device, password_link, pending_sign_in, staff,
};
use jiff::SignedDuration;

/// Ends a colleague's password and devices and mails it a one-time link to choose another by; with `second_factor` it
/// must set up its second factor anew as well. The admin proves again who it is. Not for its own account: that would get
/// around its password.
pub async fn reset_password(
    portal: &Portal,
    actor: &Actor,
    id: PersonId,
    second_factor: bool,
    proof: &OwnProof,
) -> Result<(), Error> {
    let reader = admin(actor).filter(|admin| admin.entered().person() != id).ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    staff::find(&mut conn, reader, id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let proved = prove_again(portal, actor, proof).await?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, [id]).await?;
    proved.holds(&mut change, actor).await?;
    staff::find(&mut change, admin.staff(), id).await?.ok_or(Error::NotFound)?;
    let entry = admin.entry_of(id).ok_or(Error::NotFound)?;
    credentials::update_password(&mut change, &entry, "", None).await?;
    password_link::remove_all(&mut change, &entry).await?;
    if second_factor {
        credentials::remove_totp(&mut change, &entry).await?;
        security_log::by(&mut change, actor, SecurityKind::SecondFactorOff, Some(id)).await?;
    }
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::PasswordChanged).await?;
    security_log::by(&mut change, actor, SecurityKind::PasswordReset, Some(id)).await?;
    let asked = PasswordLink { link: change.id(), person: Some(id), reason: PasswordReason::Reset };
    job::enqueue(&mut change, &Job::PasswordMail { asked }, Some(id), SignedDuration::ZERO).await?;
    portal.commit(change).await?;
    Ok(())
}
