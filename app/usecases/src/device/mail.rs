//! What the mails about devices say.

use crate::{InternalError, Portal, mail::Recipient};
use coplan_domain::id::{DeviceId, PersonId};
use coplan_store::{device, person};
use jiff::Timestamp;

/// To a person: a new browser was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDeviceMail {
    /// To whom.
    pub to: Recipient,
    /// What the browser calls itself.
    pub label: String,
    /// When it was let in.
    pub at: Timestamp,
    /// Whether it came by a personal link; else by password.
    pub by_link: bool,
}

/// To a colleague: a person said that a device is not theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotMeMail {
    /// To whom.
    pub to: Recipient,
    /// Who said it.
    pub person: String,
    /// The companies the person belongs to; none where it is a colleague.
    pub companies: Vec<String>,
    /// What the browser calls itself.
    pub label: String,
    /// When it was let in.
    pub at: Timestamp,
}

/// The mail to the owner of a new device; none where the owner has left.
pub async fn new_device_mail(portal: &Portal, id: DeviceId) -> Result<Option<NewDeviceMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(device) = device::find(&mut conn, id).await? else { return Ok(None) };
    let owner = person::find(&mut conn, device.person).await?;
    Ok(owner.map(|owner| NewDeviceMail {
        to: owner.into(),
        label: device.label,
        at: device.created_at,
        by_link: device.link.is_some(),
    }))
}

/// The mail to a colleague about a disowned device; none where either has left.
pub async fn not_me_mail(portal: &Portal, id: DeviceId, to: PersonId) -> Result<Option<NotMeMail>, InternalError> {
    let mut conn = portal.db.read().await?;
    let Some(device) = device::find(&mut conn, id).await? else { return Ok(None) };
    let (Some(owner), Some(to)) = (person::find(&mut conn, device.person).await?, person::find(&mut conn, to).await?) else {
        return Ok(None);
    };
    let companies = person::list_customers(&mut conn, owner.id).await?;
    Ok(Some(NotMeMail {
        to: to.into(),
        person: owner.name,
        companies: companies.into_iter().map(|(_, name)| name).collect(),
        label: device.label,
        at: device.created_at,
    }))
}
