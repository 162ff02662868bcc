//! Passwords from the machine's console, for whoever has lost the last admin's.

use super::add::first_password;
use crate::{
    Error, Portal,
    form::FieldProblem,
    password::Password,
    password_link::INVITATION_LASTS,
    secret::Hidden,
    security_log::{self, CONSOLE, SecurityKind},
    security_notice::{self, SecurityEvent},
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, Side},
};
use coplan_store::{access::System, credentials, device, password_link, pending_sign_in, person};
use jiff::Timestamp;

/// Gives one of the supplier's people a password of its own choice and ends its devices. Never to be reached from the
/// network.
pub async fn set_password_from_console(portal: &Portal, system: &System, email: &str, password: &str) -> Result<PersonId, Error> {
    set(portal, system, email, password, None).await
}

/// The same with a password that is made here, for showing once: it is good once, for three days, for choosing another.
pub async fn make_password_from_console(portal: &Portal, system: &System, email: &str) -> Result<Hidden, Error> {
    let password = first_password(portal);
    let until = portal.clock.now() + INVITATION_LASTS;
    set(portal, system, email, password.expose(), Some(until)).await?;
    Ok(password)
}

async fn set(portal: &Portal, system: &System, email: &str, password: &str, until: Option<Timestamp>) -> Result<PersonId, Error> {
    let mut conn = portal.db.read().await?;
    let found = person::find_by_email(&mut conn, email).await?;
    drop(conn);
    let person = found.filter(|person| person.side == Side::Supplier).ok_or(Error::NotFound)?;
    let password = Password::parse(password, &person.email, &person.name, &portal.settings.supplier);
    let password = password.map_err(|problem| vec![FieldProblem { field: "password", problem }])?;
    let hash = password.hash(&*portal.rng).await?;
    let mut change = portal.change().await?;
    let entry = system.entry_of(&change, person.id);
    credentials::update_password(&mut change, &entry, &hash, until).await?;
    password_link::remove_all(&mut change, &entry).await?;
    pending_sign_in::remove(&mut change, &entry).await?;
    device::remove_all(&mut change, &entry, None, DeviceEnd::PasswordChanged).await?;
    security_notice::tell(&mut change, person.id, SecurityEvent::Password).await?;
    security_log::from(&mut change, CONSOLE, SecurityKind::PasswordReset, person.id).await?;
    portal.commit(change).await?;
    Ok(person.id)
}
