//! Discarding uploaded files. What is gone already stays so.

use crate::{Portal, edit::AccessError};
use coplan_domain::id::UploadId;
use coplan_store::{access::Actor, import as upload};

/// Discards one file that this person uploaded.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn discard(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), AccessError> {
    let staff = actor.staff().ok_or(AccessError::NotFound)?;
    let mut change = portal.change_touched().await?;
    upload::remove(&mut change, staff, id).await?;
    Ok(portal.commit(change).await?)
}

/// Discards every file that waits for this person.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn discard_all(portal: &Portal, actor: &Actor) -> Result<(), AccessError> {
    let staff = actor.staff().ok_or(AccessError::NotFound)?;
    let mut change = portal.change_touched().await?;
    upload::remove_all(&mut change, staff).await?;
    Ok(portal.commit(change).await?)
}
