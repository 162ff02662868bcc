//! Writes a consistent copy of the whole database, while others read and write.

use super::{DatabaseCopy, Db, Engine, program};
use crate::{Result, StoreError, backup::BackupError};
use std::{io, path::Path};

impl Db {
    /// Writes a consistent copy to a file that is empty: on SQLite a database, on PostgreSQL what its own `pg_dump` writes,
    /// which needs the address that this was opened with.
    pub(crate) async fn copy_to(&self, url: &str, file: &Path) -> Result<DatabaseCopy, BackupError> {
        match self.engine {
            Engine::Sqlite => self.vacuum_into(file).await?,
            Engine::Postgres => {
                let mut dump = program::on_database("pg_dump", url);
                dump.arg("--format=custom").arg("--file").arg(file);
                program::run(dump).await?;
            }
        }
        Ok(DatabaseCopy::new(self.engine, file))
    }

    async fn vacuum_into(&self, file: &Path) -> Result<(), BackupError> {
        let Some(named) = file.to_str() else {
            let cause = io::Error::new(io::ErrorKind::InvalidFilename, "SQLite wants a name in UTF-8");
            return Err(BackupError::File { file: file.to_owned(), cause });
        };
        let mut conn = self.read().await?;
        // A connection that only looks would not write the copy either.
        sqlx::query("pragma query_only = off").execute(&mut *conn).await.map_err(StoreError::from)?;
        sqlx::query("vacuum into $1").bind(named.to_owned()).execute(&mut *conn).await.map_err(StoreError::from)?;
        Ok(())
    }
}
