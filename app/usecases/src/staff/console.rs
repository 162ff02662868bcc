//! Passwords from the machine's console, for whoever has lost the last admin's.

use super::ResetError;
use crate::{Portal, password::Password};
use coplan_domain::{
    id::PersonId,
    person::{DeviceEnd, Side},
};
use coplan_store::{credentials, device, pending_sign_in, person};

/// Gives one of the supplier's people a password and ends its devices. Never to be reached from the network.
///
/// # Errors
/// [`ResetError::NotFound`] where the address is nobody's at the supplier, or the password is none that may be.
pub async fn set_password_from_console(portal: &Portal, email: &str, password: &str) -> Result<PersonId, ResetError> {
    let mut conn = portal.db.read().await?;
    let found = person::find_by_email(&mut conn, email).await?;
    drop(conn);
    let person = found.filter(|person| person.side == Side::Supplier).ok_or(ResetError::NotFound)?;
    let password = Password::parse(password, &person.email, &person.name).map_err(|_| ResetError::NotFound)?;
    let hash = password.hash(&*portal.chance).await?;
    let mut change = portal.change().await?;
    credentials::update_password(&mut change, person.id, &hash).await?;
    pending_sign_in::remove(&mut change, person.id).await?;
    device::remove_all(&mut change, person.id, None, person.id, DeviceEnd::PasswordChanged).await?;
    portal.keep(change).await?;
    Ok(person.id)
}
