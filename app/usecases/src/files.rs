//! The files of all rows together: whether they can be written, and what nobody names any more.

use crate::{InternalError, Portal, System};
use coplan_store::files as store;

/// Whether database and files take in what is written: something is, in each.
///
/// # Errors
/// [`InternalError`] says which does not.
pub async fn verify_writable(portal: &Portal) -> Result<(), InternalError> {
    let change = portal.change().await?;
    portal.commit(change).await?;
    Ok(portal.files.verify_writable().await?)
}

/// Removes the files that no row names any more, and gives how many that were. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where database or files cannot be read or written.
pub async fn sweep(portal: &Portal, system: &System) -> Result<u64, InternalError> {
    Ok(store::sweep(&portal.db, &portal.files, system, portal.clock.now()).await?)
}
