//! What a person chooses for itself: language, time zone and phone.

use super::form::{ReadSettings, SettingsForm};
use crate::{
    InternalError, Portal,
    form::{FieldProblem, Parse},
    merge,
};
use coplan_domain::text::Line;
use coplan_store::{
    StoreError,
    access::Actor,
    person::{self, Own},
};

/// Why the settings are not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeSettingsError {
    /// The actor has just left.
    #[error("not in")]
    NotIn,
    /// Something is wrong with what was typed.
    #[error("invalid")]
    Invalid(Vec<FieldProblem>),
    /// An admin, the customer's keeper or another window has changed the same since.
    #[error("changed meanwhile")]
    Stale(Box<Own>),
    /// Nobody's doing.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<StoreError> for ChangeSettingsError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}

/// Changes the actor's own settings, together with what others have changed since.
///
/// # Errors
/// [`ChangeSettingsError`].
pub async fn change_settings(portal: &Portal, actor: &Actor, form: &SettingsForm) -> Result<(), ChangeSettingsError> {
    form.parse().map_err(ChangeSettingsError::Invalid)?;
    let mut change = portal.change().await?;
    person::lock(&mut change, actor.person()).await?;
    let now = person::find_own(&mut change, actor.person()).await?.ok_or(ChangeSettingsError::NotIn)?;
    let merged = merge::merged(form, &SettingsForm::of(&now)).and_then(|form| form.parse().ok());
    let ReadSettings { language, time_zone, phone } = merged.ok_or_else(|| ChangeSettingsError::Stale(Box::new(now)))?;
    person::update_settings(&mut change, actor.person(), language, &time_zone.0, phone.as_ref().map(Line::as_str)).await?;
    portal.commit(change).await?;
    Ok(())
}
