//! Ending digests by the address that stands in each of them (RFC 8058), without coming in.

use super::signed;
use crate::{InternalError, Portal, seal::SecretKey};
use coplan_domain::id::PersonId;
use coplan_store::{access::DigestStop, mail_choice};

/// How the addresses begin.
pub const STOP_PATH: &str = "/emails/stop/";
const PURPOSE: &[u8] = b"coplan digest stop 1\0";

/// The address that ends a person's digests, below the public one.
pub(super) fn address(key: &SecretKey, person: PersonId) -> String {
    format!("{STOP_PATH}{}", signed::secret_of(key, PURPOSE, person))
}

/// Ends the digests of whose address this is; ended before, nothing changes. False where it is nobody's.
///
/// # Errors
/// [`InternalError`] where the database cannot be written.
pub async fn stop(portal: &Portal, secret: &str) -> Result<bool, InternalError> {
    let Some(person) = signed::person_of(&portal.settings.secret_key, PURPOSE, secret) else { return Ok(false) };
    let mut change = portal.change_touched().await?;
    let Some(write) = DigestStop::prove(&mut change, person).await? else { return Ok(false) };
    mail_choice::update_stopped(&mut change, &write).await?;
    portal.commit(change).await?;
    Ok(true)
}
