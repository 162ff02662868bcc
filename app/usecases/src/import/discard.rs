//! Discarding uploaded files. What is gone already stays so.

use crate::{Error, Portal};
use coplan_domain::id::UploadId;
use coplan_store::{
    access::{Actor, StaffWrite},
    import as upload,
};

/// Discards one file that this person uploaded.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn discard(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    upload::remove(&mut change, &write, id).await?;
    Ok(portal.commit(change).await?)
}

/// Discards every file that waits for this person.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn discard_all(portal: &Portal, actor: &Actor) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    upload::remove_all(&mut change, &write).await?;
    Ok(portal.commit(change).await?)
}
