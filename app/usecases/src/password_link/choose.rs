//! Choosing a password by a one-time link, and coming in with it.

use crate::{
    InternalError, Portal,
    entry::Browser,
    form::FieldProblem,
    password::Password,
    secret::Secret,
    security_log::{self, SecurityKind, SecurityOutcome},
    security_notice::{self, SecurityEvent},
    sign_in::{self, SignedIn},
};
use coplan_domain::person::{DeviceEnd, Person};
use coplan_store::{StoreError, access::EntryWrite, credentials, device, password_link, pending_sign_in, person};

/// Why a password is not chosen.
#[derive(Debug, thiserror::Error)]
pub enum ChooseError {
    /// The link was used, its time has run out, or it is none of ours.
    #[error("the link does not hold any more")]
    Over,
    /// Not fit to be a password.
    #[error("fields cannot be taken")]
    Invalid(Vec<FieldProblem>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChooseError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Who chooses a password by this link; none where it does not hold. Changes nothing, so scanners of mail may look.
pub async fn find_chooser(portal: &Portal, secret: &str) -> Result<Option<Person>, InternalError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    let (mut conn, now) = (portal.db.read().await?, portal.clock.now());
    let Some(id) = password_link::find_person(&mut conn, &secret.hash(), now).await? else { return Ok(None) };
    Ok(person::find(&mut conn, id).await?)
}

/// Makes this the person's password, uses the link up, ends all its devices, and lets the browser in, or has it wait for
/// a code where there is a second factor.
///
/// # Errors
/// [`ChooseError`].
pub async fn choose_password(portal: &Portal, secret: &str, new: &str, browser: &Browser<'_>) -> Result<SignedIn, ChooseError> {
    let Some(person) = find_chooser(portal, secret).await? else {
        let (kind, outcome) = (SecurityKind::PasswordChanged, SecurityOutcome::Refused);
        security_log::refused(portal, browser.address, kind, outcome, None).await?;
        return Err(ChooseError::Over);
    };
    let new = Password::parse(new, &person.email, &person.name, &portal.settings.supplier);
    let new = new.map_err(|problem| ChooseError::Invalid(vec![FieldProblem { field: "new", problem }]))?;
    let hash = new.hash(&*portal.rng).await?;
    let secret = Secret::parse(secret).ok_or(ChooseError::Over)?.hash();
    let mut change = portal.change_touched().await?;
    let entry = EntryWrite::by_password_link(&mut change, person.id, &secret).await?.ok_or(ChooseError::Over)?;
    credentials::update_password(&mut change, &entry, &hash, None).await?;
    password_link::remove_all(&mut change, &entry).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, person.id, SecurityEvent::Password).await?;
    security_log::from(&mut change, browser.address, SecurityKind::PasswordChanged, person.id).await?;
    let signed_in = sign_in::with_password(portal, &mut change, &person, &hash, browser).await?.ok_or(ChooseError::Over)?;
    portal.commit(change).await?;
    Ok(signed_in)
}
