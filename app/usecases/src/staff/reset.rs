//! An admin helps a colleague who cannot sign in any more.

use super::admin;
use crate::{
    Error, InternalError, Portal,
    password::Password,
    secret::{self, Hidden},
    security_log::{self, SecurityKind},
    security_notice::{self, SecurityEvent},
    sign_in::{OwnProof, prove_again},
};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{
    access::{Actor, Admin},
    credentials, device, pending_sign_in, staff,
};

/// Gives a colleague a new password, for showing once, and ends its devices; with `second_factor` it must set up its
/// second factor anew as well. The
/// admin proves again who it is. Not for its own account: that would get around its password.
pub async fn reset_password(
    portal: &Portal,
    actor: &Actor,
    id: PersonId,
    second_factor: bool,
    proof: &OwnProof,
) -> Result<Hidden, Error> {
    let admin = admin(actor).filter(|admin| admin.entered().person() != id).ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let entry = staff::find(&mut conn, admin, id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let proved = prove_again(portal, actor, proof).await?;
    let shown = secret::readable(&*portal.rng, 5);
    let password = Password::parse(&shown, &entry.staff.person.email, &entry.staff.person.name);
    let hash = password.map_err(|_| InternalError::Hashing)?.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let admin = Admin::prove(&mut change, actor, [id]).await?;
    proved.holds(&mut change, actor).await?;
    staff::find(&mut change, admin.staff(), id).await?.ok_or(Error::NotFound)?;
    let entry = admin.entry_of(id).ok_or(Error::NotFound)?;
    credentials::update_password(&mut change, &entry, &hash).await?;
    if second_factor {
        credentials::remove_totp(&mut change, &entry).await?;
        security_log::by(&mut change, actor, SecurityKind::SecondFactorOff, Some(id)).await?;
    }
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, id, SecurityEvent::Password).await?;
    security_log::by(&mut change, actor, SecurityKind::PasswordReset, Some(id)).await?;
    portal.commit(change).await?;
    Ok(Hidden::new(shown))
}
