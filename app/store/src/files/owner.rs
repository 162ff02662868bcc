//! Whose files these are: a database and its files carry the same name, so that nobody sweeps another's.

use super::{FileError, Files};
use crate::{Db, Result};
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::{ObjectStoreExt, path::Path as Key};

/// Whether the files are this database's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// They are.
    Ours,
    /// They belong to another database.
    Foreign,
}

fn key() -> Key {
    Key::from("owner")
}

/// Gives database and files the same name where neither has one, and says whether they belong together. Safe to run by
/// several processes at once.
///
/// The database gets its name first: files that have one and a database that has none never belong together.
///
/// # Errors
/// [`crate::StoreError`] where either cannot be read or written.
pub async fn claim(db: &Db, files: &Files) -> Result<Ownership> {
    let there = read(files).await?;
    let mut named = find(db).await?;
    if named.is_none() && there.is_none() {
        let permit = db.write_permit().await?;
        let mut tx = db.begin().await?;
        sqlx::query("insert into file_store (id, owner) values (1, $1) on conflict (id) do nothing")
            .bind(files.new_name())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        drop(permit);
        named = find(db).await?;
    }
    match (named, there) {
        (Some(ours), None) => {
            files.store.put(&key(), ours.into()).await.map_err(FileError::Unwritable)?;
            Ok(Ownership::Ours)
        }
        (Some(ours), Some(there)) if ours.as_bytes() == there => Ok(Ownership::Ours),
        _ => Ok(Ownership::Foreign),
    }
}

async fn find(db: &Db) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("select owner from file_store where id = 1").fetch_optional(&mut *db.read().await?).await?)
}

async fn read(files: &Files) -> Result<Option<Bytes>> {
    match files.store.get(&key()).await {
        Ok(found) => {
            let pieces: Vec<_> = found.into_stream().try_collect().await.map_err(FileError::Unreadable)?;
            Ok(Some(Bytes::from(pieces.concat())))
        }
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(FileError::Unreadable(error).into()),
    }
}
