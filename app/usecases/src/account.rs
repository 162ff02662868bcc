//! What a person sets for itself: language, time zone, phone, and staff its password.

mod form;
mod settings;

pub use coplan_store::person::Own;
pub use form::{PasswordForm, SettingsForm};
pub use settings::change_settings;

use crate::{
    Error, InternalError, Portal,
    error::says_more,
    form::FieldProblem,
    password::Password,
    security_log::{self, SecurityKind},
    security_notice::{self, SecurityEvent},
    sign_in::{Proof, prove},
};
use coplan_domain::person::DeviceEnd;
use coplan_store::{access::Actor, credentials, device, password_link, pending_sign_in, person};
use jiff::SignedDuration;

/// The actor's own person; none where it has just left.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<Option<Own>, InternalError> {
    let mut conn = portal.db.read().await?;
    Ok(person::find_own(&mut conn, actor.person()).await?)
}

/// Why the password is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// Not the present password.
    #[error("wrong password")]
    WrongPassword,
    /// Tried too often.
    #[error("tried too often")]
    TooMany {
        /// When to try again.
        retry_after: SignedDuration,
    },
    /// What can happen to every deed; `NotFound` for members, who have none, `Invalid` where the new one is not fit.
    #[error(transparent)]
    Other(#[from] Error),
}

says_more!(ChangePasswordError);

/// Changes the actor's own password and ends its other devices.
///
/// # Errors
/// [`ChangePasswordError`].
pub async fn change_password(portal: &Portal, actor: &Actor, present: &str, new: &str) -> Result<(), ChangePasswordError> {
    actor.staff().ok_or(Error::NotFound)?;
    let me = show(portal, actor).await?.ok_or(Error::NotFound)?.person;
    let new = Password::parse(new, &me.email, &me.name, &portal.settings.supplier);
    let new = new.map_err(|problem| Error::Invalid(vec![FieldProblem { field: "new", problem }]))?;
    let proved = match prove(portal, actor, present).await? {
        Proof::Given(proved) => proved,
        Proof::Wrong => return Err(ChangePasswordError::WrongPassword),
        Proof::TooMany(retry_after) => return Err(ChangePasswordError::TooMany { retry_after }),
    };
    let hash = new.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let (own, _) = proved.holds(&mut change, actor).await?.ok_or(ChangePasswordError::WrongPassword)?;
    let entry = own.entry();
    credentials::update_password(&mut change, &entry, &hash, None).await?;
    password_link::remove_all(&mut change, &entry).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, Some(own.device()), DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, me.id, SecurityEvent::Password).await?;
    security_log::by(&mut change, actor, SecurityKind::PasswordChanged, None).await?;
    portal.commit(change).await?;
    Ok(())
}
