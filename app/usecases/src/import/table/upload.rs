//! A table as it arrives: kept among the uploaded files until it is imported or discarded.

use super::kinds;
use crate::{
    Error, Portal,
    import::{
        Refusal,
        file::{IncomingFile, WAITS, file_name, scanned},
    },
};
use coplan_domain::{format::MAX_BYTES, id::UploadId, table_import::TableKind};
use coplan_store::{
    access::{Actor, StaffWrite},
    import as upload,
};

/// How many tables of one person wait; with another one the oldest goes.
const MOST_TABLES: usize = 5;

/// Keeps a table to be looked at; or says why it is not taken in.
///
/// # Errors
/// [`Error::NotFound`] for whoever may not import such tables.
pub async fn insert(
    portal: &Portal,
    actor: &Actor,
    kind: TableKind,
    file: IncomingFile,
) -> Result<Result<UploadId, Refusal>, Error> {
    // Before anything is written; it is proved again with what is kept.
    let staff = actor.staff().filter(|staff| kinds(staff).contains(&kind));
    staff.ok_or(Error::NotFound)?;
    if file.size > MAX_BYTES {
        return Ok(Err(Refusal::TooLarge { bytes: file.size, limit: MAX_BYTES }));
    }
    if let Err(why) = scanned(portal, actor, &file.bytes).await? {
        return Ok(Err(why));
    }
    let stored = portal.files.put_bytes(file.bytes).await?;
    let mut change = portal.change_touched().await?;
    let write = StaffWrite::prove(&mut change, actor).await?;
    if !kinds(write.staff()).contains(&kind) {
        return Err(Error::NotFound);
    }
    upload::remove_old(&mut change, &write, WAITS).await?;
    let id = upload::insert(&mut change, &write, &file_name(&file.name), &stored, Some(kind)).await?;
    upload::remove_older_tables(&mut change, &write, MOST_TABLES).await?;
    portal.commit(change).await?;
    Ok(Ok(id))
}

/// Discards a table. One that is gone already stays so.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not one of the supplier's people.
pub async fn discard(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(), Error> {
    crate::import::discard(portal, actor, id).await
}
