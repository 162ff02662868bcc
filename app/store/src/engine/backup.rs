//! Writes a consistent copy of the whole database, while others read and write.

use super::{Db, Engine, dump};
use crate::{Result, StoreError};
use std::{
    io,
    path::{Path, PathBuf},
};
use tokio::fs::{File, remove_file};

/// What a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backup {
    /// A database that can be opened as it is.
    Database,
    /// An archive for `pg_restore`.
    Archive,
}

/// Why a copy cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be made.
    #[error("the file {} cannot be made: {cause}", file.display())]
    File {
        /// Its path.
        file: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A backup never overwrites.
    #[error("{} is there already; a backup never overwrites", .0.display())]
    Taken(PathBuf),
    /// The database cannot be read, or the copy not be written to its end.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// PostgreSQL's own program for it cannot be run.
    #[error("pg_dump, which comes with PostgreSQL's client programs, cannot be run: {0}")]
    NoDump(io::Error),
    /// It ended with an error.
    #[error("pg_dump says: {0}")]
    Dump(String),
}

impl Db {
    /// Writes a consistent copy to a file that is not there yet: on SQLite a database, on PostgreSQL what its own
    /// `pg_dump` writes, which needs the address that this was opened with. Where that fails no file is left behind.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn backup(&self, url: &str, file: &Path) -> Result<Backup, BackupError> {
        let kept = |cause: io::Error| match cause.kind() {
            io::ErrorKind::AlreadyExists => BackupError::Taken(file.to_owned()),
            _ => BackupError::File { file: file.to_owned(), cause },
        };
        // Both writers fill an empty file; made here, it can be nobody else's.
        let made = File::create_new(file).await.map_err(kept)?;
        let written = match self.engine {
            Engine::Sqlite => self.vacuum_into(file).await,
            Engine::Postgres => dump::run(url, file).await.map(|()| Backup::Archive),
        };
        match written {
            Ok(copy) => made.sync_all().await.map(|()| copy).map_err(kept),
            Err(error) => {
                // What remains of a copy must not be taken for one; the error says more than a file that stays.
                remove_file(file).await.ok();
                Err(error)
            }
        }
    }

    async fn vacuum_into(&self, file: &Path) -> Result<Backup, BackupError> {
        let Some(named) = file.to_str() else {
            let cause = io::Error::new(io::ErrorKind::InvalidFilename, "SQLite wants a name in UTF-8");
            return Err(BackupError::File { file: file.to_owned(), cause });
        };
        let mut conn = self.read().await?;
        // A connection that only looks would not write the copy either.
        sqlx::query("pragma query_only = off").execute(&mut *conn).await.map_err(StoreError::from)?;
        sqlx::query("vacuum into $1").bind(named.to_owned()).execute(&mut *conn).await.map_err(StoreError::from)?;
        Ok(Backup::Database)
    }
}
