//! The tables' version: brings them to this program's, or says how the two stand to each other.

use super::{Db, Engine, OpenError};
use crate::{Conn, Result};
use sqlx::migrate::{Migrate, MigrateError, Migrator};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Where the migrations that have run are kept.
const APPLIED: &str = "_sqlx_migrations";

impl Db {
    /// Brings the tables to this version. Safe to run by several processes at once.
    ///
    /// # Errors
    /// [`OpenError::Newer`] where they are of a later one, [`OpenError::Migration`] where a migration fails or was
    /// changed after it ran.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        let newest = MIGRATIONS.iter().map(|one| one.version).max().unwrap_or_default();
        MIGRATIONS.run(&self.pool).await.map_err(|error| match error {
            MigrateError::VersionMissing(version) if version > newest => OpenError::Newer,
            other => OpenError::Migration(other),
        })
    }

    /// Whether the tables are of this version. Writes nothing.
    ///
    /// # Errors
    /// [`OpenError::NoTables`], [`OpenError::Older`], [`OpenError::Newer`] or [`OpenError::OtherTables`] where they
    /// are not.
    pub async fn verify_version(&self) -> Result<(), OpenError> {
        let mut conn = self.pool.acquire().await.map_err(OpenError::Unreachable)?;
        if !self.table_exists(&mut conn, APPLIED).await.map_err(OpenError::Unreachable)? {
            return Err(OpenError::NoTables);
        }
        let applied = conn.list_applied_migrations(APPLIED).await?;
        let expected: Vec<_> = MIGRATIONS.iter().map(|one| (one.version, one.checksum.clone())).collect();
        let found: Vec<_> = applied.into_iter().map(|one| (one.version, one.checksum)).collect();
        match (found.last(), expected.last()) {
            _ if found == expected => Ok(()),
            (None, _) => Err(OpenError::NoTables),
            (Some((found, _)), Some((expected, _))) if found > expected => Err(OpenError::Newer),
            _ if expected.starts_with(&found) => Err(OpenError::Older),
            _ => Err(OpenError::OtherTables),
        }
    }

    /// Whether there is a table of this name.
    pub(crate) async fn has_table(&self, name: &str) -> Result<bool> {
        Ok(self.table_exists(&mut *self.read().await?, name).await?)
    }

    async fn table_exists(&self, conn: &mut Conn, name: &str) -> sqlx::Result<bool> {
        let table = match self.engine {
            Engine::Sqlite => sqlx::query("select name from sqlite_master where type = 'table' and name = $1"),
            Engine::Postgres => sqlx::query("select 1 where to_regclass($1) is not null"),
        };
        Ok(table.bind(name.to_owned()).fetch_optional(conn).await?.is_some())
    }
}
