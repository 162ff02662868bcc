//! Passwords from the machine's console, for whoever has lost the last admin's.

use crate::{
    Error, Portal,
    form::FieldProblem,
    password::Password,
    security_log::{self, CONSOLE, SecurityKind},
    security_notice::{self, SecurityEvent},
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, Side},
};
use coplan_store::{access::System, credentials, device, pending_sign_in, person};

/// Gives one of the supplier's people a password and ends its devices. Never to be reached from the network.
pub async fn set_password_from_console(portal: &Portal, system: &System, email: &str, password: &str) -> Result<PersonId, Error> {
    let mut conn = portal.db.read().await?;
    let found = person::find_by_email(&mut conn, email).await?;
    drop(conn);
    let person = found.filter(|person| person.side == Side::Supplier).ok_or(Error::NotFound)?;
    let password = Password::parse(password, &person.email, &person.name);
    let password = password.map_err(|problem| vec![FieldProblem { field: "password", problem }])?;
    let hash = password.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let entry = system.entry_of(&change, person.id);
    credentials::update_password(&mut change, &entry, &hash).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, person.id, SecurityEvent::Password).await?;
    security_log::from(&mut change, CONSOLE, SecurityKind::PasswordReset, person.id).await?;
    portal.commit(change).await?;
    Ok(person.id)
}
