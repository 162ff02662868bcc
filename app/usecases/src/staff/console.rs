//! What the machine's console does with the supplier's people: a password for whoever has lost the last admin's, and a
//! session for the command that somebody runs.

use super::add::{accept, first_password};
use crate::{
    Error, InternalError, Portal,
    password_link::INVITATION_LASTS,
    secret::{Hidden, Secret},
    security_log::{self, CONSOLE, SecurityKind},
    security_notice::{self, SecurityEvent},
};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, Side},
};
use coplan_store::{
    access::{self, Actor, System},
    credentials, device, password_link, pending_sign_in, person,
};
use jiff::{SignedDuration, Timestamp};

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
    let password = accept(portal, password, until, (&person.email, &person.name))?;
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

/// The longest that a command may act for somebody.
const COMMAND: SignedDuration = SignedDuration::from_hours(2);

/// Lets the supplier's person with this address in, for what a command does in its name; none where there is no such
/// person. Nobody has the secret of that session. Never to be reached from the network.
pub async fn enter_at_console(portal: &Portal, system: &System, email: &str) -> Result<Option<Actor>, InternalError> {
    let mut change = portal.change_touched().await?;
    let found = person::find_by_email(&mut change, &email.trim().to_lowercase()).await?;
    let Some(person) = found.filter(|person| person.side == Side::Supplier) else { return Ok(None) };
    let (secret_hash, now) = (Secret::new(&*portal.rng).hash(), change.now());
    let device = device::NewDevice {
        id: change.id(),
        secret_hash: secret_hash.clone(),
        label: "coplan import".to_owned(),
        proved_at: Some(now),
        ends_at: now + COMMAND,
        browser: None,
    };
    let let_in = system.let_in(&change, person.id);
    device::insert(&mut change, &let_in, &device).await?;
    portal.commit(change).await?;
    Ok(access::authenticate(&mut *portal.db.read().await?, &secret_hash, now).await?)
}

/// Ends what [`enter_at_console`] began.
pub async fn leave_console(portal: &Portal, system: &System, actor: &Actor) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    let entry = system.entry_of(&change, actor.person());
    device::remove(&mut change, &entry, actor.entered().device(), None, DeviceEnd::SignedOut).await?;
    portal.commit(change).await
}
