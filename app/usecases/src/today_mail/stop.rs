//! Ending these emails by the address that stands in each of them (RFC 8058), without signing in.

use crate::{InternalError, Portal, digest::signed, seal::SecretKey};
use coplan_domain::id::PersonId;
use coplan_store::{access::DigestStop, today_mail};

/// How the addresses begin.
pub const STOP_TODAY_PATH: &str = "/emails/stop/today/";
const PURPOSE: &[u8] = b"coplan today stop 1\0";

/// The address that ends a person's, below the public one.
pub(super) fn address(key: &SecretKey, person: PersonId) -> String {
    format!("{STOP_TODAY_PATH}{}", signed::secret_of(key, PURPOSE, person))
}

/// Ends those of whose address this is; ended before, nothing changes. False where it is nobody's.
///
/// # Errors
/// [`InternalError`] where the database cannot be written.
pub async fn stop(portal: &Portal, secret: &str) -> Result<bool, InternalError> {
    let Some(person) = signed::person_of(&portal.settings.secret_key, PURPOSE, secret) else { return Ok(false) };
    let mut change = portal.change_touched().await?;
    let Some(write) = DigestStop::prove(&mut change, person).await? else { return Ok(false) };
    today_mail::update_stopped(&mut change, &write).await?;
    portal.commit(change).await?;
    Ok(true)
}
