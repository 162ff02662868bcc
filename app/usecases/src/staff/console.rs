//! Passwords from the machine's console, for whoever has lost the last admin's.

use crate::{
    InternalError, Portal,
    form::Problem,
    password::Password,
    security_notice::{self, SecurityEvent},
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, Side},
};
use coplan_store::{StoreError, credentials, device, pending_sign_in, person};

/// Why a password is not set.
#[derive(Debug, thiserror::Error)]
pub enum SetPasswordError {
    /// The address is nobody's at the supplier.
    #[error("not found")]
    NotFound,
    /// The password is none that may be.
    #[error("invalid")]
    Invalid(Problem),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for SetPasswordError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Gives one of the supplier's people a password and ends its devices. Never to be reached from the network.
///
/// # Errors
/// [`SetPasswordError`].
pub async fn set_password_from_console(portal: &Portal, email: &str, password: &str) -> Result<PersonId, SetPasswordError> {
    let mut conn = portal.db.read().await?;
    let found = person::find_by_email(&mut conn, email).await?;
    drop(conn);
    let person = found.filter(|person| person.side == Side::Supplier).ok_or(SetPasswordError::NotFound)?;
    let password = Password::parse(password, &person.email, &person.name).map_err(SetPasswordError::Invalid)?;
    let hash = password.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    credentials::update_password(&mut change, person.id, &hash).await?;
    pending_sign_in::remove(&mut change, person.id).await?;
    device::remove_all(&mut change, person.id, None, person.id, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, person.id, SecurityEvent::Password).await?;
    portal.commit(change).await?;
    Ok(person.id)
}
