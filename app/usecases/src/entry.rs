//! Who comes in: from the secret in a cookie to an actor, once for every request.

use crate::{Actor, Fault, Portal, secret::Secret};
use coplan_domain::chance::Chance;
use coplan_store::access;

/// Whoever holds the secret; none where no live device does.
///
/// # Errors
/// [`Fault`] where the database cannot be read.
pub async fn enter(portal: &Portal, secret: &str) -> Result<Option<Actor>, Fault> {
    let Some(secret) = Secret::parse(secret) else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    Ok(access::enter(&mut conn, &secret.hash(), portal.clock.now()).await?)
}

/// A value that is good for one answer: for its inline script and its reference code.
#[must_use]
pub fn nonce(chance: &dyn Chance) -> String {
    Secret::new(chance).expose().to_owned()
}
