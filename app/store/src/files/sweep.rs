//! Removing what no row names any more: uploads that were broken off, and files whose rows are gone.

use super::{FileHash, Files, record::FileReference};
use crate::{Db, Result, StoreError, access::System, files::FileError, row::Columns};
use futures_util::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use sqlx::AssertSqlSafe;
use std::{collections::BTreeSet, fs, path::Path, time::SystemTime};
use tokio::task::spawn_blocking;

/// How long a file stays that no row names: as long as an upload, or a backup after its copy of the database, may take.
pub const GRACE: SignedDuration = SignedDuration::from_hours(1);

/// How many hashes are asked for at once.
const AT_ONCE: usize = 500;

/// Removes what no row has named for [`GRACE`] before now, and gives how many files that were. For the worker, now and then.
///
/// # Errors
/// [`StoreError`] where the database or the files cannot be read or written.
pub async fn sweep(db: &Db, files: &Files, _system: &System, now: Timestamp) -> Result<u64> {
    let before = now - GRACE;
    let mut removed = 0;
    for hash in list_unreferenced(db, before).await? {
        removed += u64::from(remove(db, files, hash, before).await?);
    }
    let mut all = files.store.list(None);
    let mut old = Vec::new();
    while let Some(found) = all.try_next().await.map_err(FileError::Unreadable)? {
        if found.last_modified.timestamp_millis() >= before.as_millisecond() {
            continue;
        }
        match FileHash::of_key(&found.location) {
            Some(hash) => old.push(hash),
            None if found.location.as_ref().starts_with("incoming/") => {
                object_store::ObjectStoreExt::delete(&files.store, &found.location).await.map_err(FileError::Unwritable)?;
                removed += 1;
            }
            None => {}
        }
        if old.len() == AT_ONCE {
            removed += remove_unrecorded(db, files, &old, before).await?;
            old.clear();
        }
    }
    removed += remove_unrecorded(db, files, &old, before).await?;
    if let Some(folder) = files.folder.clone() {
        let before = SystemTime::from(before);
        // What cannot be listed now is listed the next time.
        removed += spawn_blocking(move || remove_staged(&folder, before)).await.unwrap_or_default();
    }
    Ok(removed)
}

/// Files with a row of their own that no other row names.
async fn list_unreferenced(db: &Db, before: Timestamp) -> Result<Vec<FileHash>> {
    let sql = format!("select f.hash from file f where f.referenced_at < $1 and {}", unreferenced("f.hash"));
    let mut conn = db.read().await?;
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(before.as_millisecond()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| row.parse("hash")).collect()
}

fn unreferenced(hash: &str) -> String {
    let by = |by: FileReference| format!("not exists (select 1 from {} x where x.{} = {hash})", by.table(), by.column());
    FileReference::ALL.map(by).join(" and ")
}

/// Removes those of these files that have no row at all.
async fn remove_unrecorded(db: &Db, files: &Files, found: &[FileHash], before: Timestamp) -> Result<u64> {
    if found.is_empty() {
        return Ok(0);
    }
    let places: Vec<_> = (1..=found.len()).map(|place| format!("${place}")).collect();
    let sql = format!("select hash from file where hash in ({})", places.join(", "));
    let query = found.iter().fold(sqlx::query(AssertSqlSafe(sql)).persistent(false), |query, hash| query.bind(hash.to_string()));
    let rows = query.fetch_all(&mut *db.read().await?).await?;
    let known = rows.iter().map(|row| row.parse("hash")).collect::<Result<BTreeSet<FileHash>>>()?;
    let mut removed = 0;
    for hash in found.iter().filter(|hash| !known.contains(hash)) {
        removed += u64::from(remove(db, files, *hash, before).await?);
    }
    Ok(removed)
}

/// Removes one file, unless a row names it after all.
///
/// The row of the hash is locked while its bytes are deleted, and inserted for that where there is none: a change that names
/// the file at that moment waits, and then finds that it is gone.
async fn remove(db: &Db, files: &Files, hash: FileHash, before: Timestamp) -> Result<bool> {
    let permit = db.write_permit().await?;
    let mut tx = db.begin().await?;
    sqlx::query(
        "insert into file (hash, size, media_type, created_at, referenced_at) values ($1, 0, '', 0, 0) on conflict (hash) do nothing",
    )
    .bind(hash.to_string())
    .execute(&mut *tx)
    .await?;
    let sql = format!("delete from file where hash = $1 and referenced_at < $2 and {}", unreferenced("file.hash"));
    let gone = sqlx::query(AssertSqlSafe(sql)).bind(hash.to_string()).bind(before.as_millisecond()).execute(&mut *tx).await?;
    if gone.rows_affected() == 0 {
        tx.rollback().await?;
        return Ok(false);
    }
    files.delete(hash).await?;
    tx.commit().await.map_err(StoreError::from)?;
    drop(permit);
    Ok(true)
}

/// What a process leaves behind that is killed while it writes: files whose name has a `#` and a number at its end. The
/// library that writes them never lists them.
fn remove_staged(folder: &Path, before: SystemTime) -> u64 {
    let inner = fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir());
    let mut removed = 0;
    for entry in inner.flat_map(|entry| fs::read_dir(entry.path()).into_iter().flatten().flatten()) {
        let is_old = entry.metadata().and_then(|about| about.modified()).is_ok_and(|at| at < before);
        let is_unfinished = entry.file_name().to_str().is_some_and(|name| name.contains('#'));
        if is_old && is_unfinished && fs::remove_file(entry.path()).is_ok() {
            removed += 1;
        }
    }
    removed
}
