//! What a person sets for itself: language, time zone, phone, and staff its password.

mod form;
mod settings;

pub use coplan_store::person::Own;
pub use form::{PasswordForm, SettingsForm};
pub use settings::{ChangeSettingsError, change_settings};

use crate::{
    InternalError, Portal,
    form::Problem,
    password::Password,
    security_notice::{self, SecurityEvent},
    sign_in::{Proof, prove},
};
use coplan_domain::person::DeviceEnd;
use coplan_store::{StoreError, access::Actor, credentials, device, pending_sign_in, person};
use jiff::SignedDuration;

/// The actor's own person; none where it has just left.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<Option<Own>, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(person::find_own(&mut conn, actor.person()).await?)
}

/// Why the password is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// Only staff has one.
    #[error("not found")]
    NotFound,
    /// Not the present password.
    #[error("wrong password")]
    WrongPassword,
    /// The new one is not fit.
    #[error("invalid")]
    Invalid(Problem),
    /// Tried too often.
    #[error("tried too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangePasswordError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes the actor's own password and ends its other devices.
///
/// # Errors
/// [`ChangePasswordError`].
pub async fn change_password(portal: &Portal, actor: &Actor, present: &str, new: &str) -> Result<(), ChangePasswordError> {
    actor.staff().ok_or(ChangePasswordError::NotFound)?;
    let me = show(portal, actor).await?.ok_or(ChangePasswordError::NotFound)?.person;
    let new = Password::parse(new, &me.email, &me.name).map_err(ChangePasswordError::Invalid)?;
    let proved = match prove(portal, me.id, present).await? {
        Proof::Given(proved) => proved,
        Proof::Wrong => return Err(ChangePasswordError::WrongPassword),
        Proof::TooMany(retry_after) => return Err(ChangePasswordError::TooMany { retry_after }),
    };
    let hash = new.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    proved.holds(&mut change, actor).await?.ok_or(ChangePasswordError::WrongPassword)?;
    credentials::update_password(&mut change, me.id, &hash).await?;
    pending_sign_in::remove(&mut change, me.id).await?;
    let here = actor.entered().device();
    device::remove_all(&mut change, me.id, Some(here), me.id, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, me.id, SecurityEvent::Password).await?;
    portal.commit(change).await?;
    Ok(())
}
