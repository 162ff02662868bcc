//! The files of all rows together: what nobody names any more is removed.

use crate::{InternalError, Portal};
use coplan_store::files;

/// Removes the files that no row names any more, and gives how many that were. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where database or files cannot be read or written.
pub async fn sweep(portal: &Portal) -> Result<u64, InternalError> {
    Ok(files::sweep(&portal.db, &portal.files, portal.clock.now()).await?)
}
