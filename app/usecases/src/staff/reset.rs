//! An admin helps a colleague who cannot sign in any more.

use super::admin;
use crate::{
    InternalError, Portal,
    password::Password,
    secret::{self, Hidden},
    security_notice::{self, SecurityEvent},
};
use coplan_domain::{id::PersonId, person::DeviceEnd};
use coplan_store::{StoreError, access::Actor, credentials, device, pending_sign_in, staff};

/// Why a password is not reset.
#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// Only for admins, or not there.
    #[error("not found")]
    NotFound,
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ResetError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Gives a colleague a new password, for showing once, and ends its devices; with `second_factor` it must set up its
/// second factor anew as well. Not for the admin's own account: that would get around its password.
///
/// # Errors
/// [`ResetError`].
pub async fn reset_password(portal: &Portal, actor: &Actor, id: PersonId, second_factor: bool) -> Result<Hidden, ResetError> {
    let admin = admin(actor).filter(|admin| admin.entered().person() != id).ok_or(ResetError::NotFound)?;
    let mut conn = portal.db.read().await?;
    let entry = staff::find(&mut conn, admin, id).await?.ok_or(ResetError::NotFound)?;
    drop(conn);
    let shown = secret::readable(&*portal.rng, 5);
    let password = Password::parse(&shown, &entry.staff.person.email, &entry.staff.person.name);
    let hash = password.map_err(|_| InternalError::Hashing)?.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    credentials::update_password(&mut change, id, &hash).await?;
    if second_factor {
        credentials::remove_totp(&mut change, id).await?;
    }
    pending_sign_in::remove(&mut change, id).await?;
    device::remove_all(&mut change, id, None, admin.entered().person(), DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, id, SecurityEvent::Password).await?;
    portal.commit(change).await?;
    Ok(Hidden::new(shown))
}
