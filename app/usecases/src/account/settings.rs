//! What a person chooses for itself: language, time zone, phone, and whether others see where it is.

use super::form::{ReadSettings, SettingsForm};
use crate::{Error, Portal, form::Parse, merge};
use coplan_domain::phone::Phone;
use coplan_store::{
    access::{Actor, OwnAccount},
    person::{self, Own, OwnSettings},
};

/// Changes the actor's own settings, together with what others have changed since.
pub async fn change_settings(portal: &Portal, actor: &Actor, form: &SettingsForm) -> Result<(), Error<Own>> {
    form.parse().map_err(Error::Invalid)?;
    let mut change = portal.change().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let now = person::find_own(&mut change, actor.person()).await?.ok_or(Error::NotIn)?;
    let merged = merge::merged(form, &SettingsForm::of(&now)).and_then(|form| form.parse().ok());
    let ReadSettings { language, time_zone, phone, is_seen } = merged.ok_or_else(|| Error::stale(now))?;
    let new = OwnSettings { language, time_zone: &time_zone.0, phone: phone.as_ref().map(Phone::as_str), is_seen };
    person::update_settings(&mut change, &own, new).await?;
    portal.commit(change).await?;
    Ok(())
}
