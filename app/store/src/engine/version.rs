//! The tables' version: brings them to this program's, or says how the two stand to each other.

use super::{Db, Engine, OpenError};
use crate::{Conn, Result, search, summary};
use sqlx::migrate::{Migrate, MigrateError, Migrator};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Where the migrations that have run are kept.
const APPLIED: &str = "_sqlx_migrations";

/// How many customers' rows are written anew in one transaction; others write between two.
const BATCH: i64 = 200;

impl Db {
    /// Brings the tables to this version, and what is derived in them. Safe to run by several processes at once; broken
    /// off, it goes on where it was.
    ///
    /// # Errors
    /// [`OpenError::Newer`] where they are of a later one, [`OpenError::Migration`] where a migration fails or was
    /// changed after it ran, [`OpenError::Derived`] where what is derived cannot be written.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        self.run(&MIGRATIONS).await?;
        while self.refresh_derived().await.map_err(OpenError::Derived)? {}
        while self.refresh_searchable().await.map_err(OpenError::Derived)? {}
        Ok(())
    }

    /// Writes the words of some customers of which not everything can be searched yet; whether there may be more.
    ///
    /// # Errors
    /// [`crate::StoreError`] where they cannot be written.
    pub async fn refresh_searchable(&self) -> Result<bool> {
        if !search::has_missing(&mut *self.read().await?).await? {
            return Ok(false);
        }
        let _permit = self.write_permit().await?;
        let mut tx = self.begin().await?;
        let written = search::refresh_missing(&mut tx, BATCH).await?;
        tx.commit().await?;
        Ok(written > 0)
    }

    /// Writes some of what an earlier version of the program has derived anew; whether there may be more.
    ///
    /// # Errors
    /// [`crate::StoreError`] where it cannot be written.
    pub async fn refresh_derived(&self) -> Result<bool> {
        if !summary::has_old(&mut *self.read().await?).await? {
            return Ok(false);
        }
        let _permit = self.write_permit().await?;
        let mut tx = self.begin().await?;
        let written = summary::refresh_old(&mut tx, BATCH).await?;
        tx.commit().await?;
        Ok(written > 0)
    }

    async fn run(&self, migrations: &Migrator) -> Result<(), OpenError> {
        self.make_collation().await.map_err(OpenError::Unreachable)?;
        let newest = migrations.iter().map(|one| one.version).max().unwrap_or_default();
        migrations.run(&self.pool).await.map_err(|error| match error {
            MigrateError::VersionMissing(version) if version > newest => OpenError::Newer,
            other => OpenError::Migration(other),
        })
    }

    /// Makes "binary", the order of bytes that SQLite knows by that name, known to PostgreSQL too: there each database
    /// sorts and compares text by a locale of its own.
    async fn make_collation(&self) -> sqlx::Result<()> {
        if self.engine == Engine::Sqlite {
            return Ok(());
        }
        let known = "select 1 from pg_collation where collname = 'binary' and collnamespace = current_schema()::regnamespace";
        let mut conn = self.pool.acquire().await?;
        if sqlx::query(known).fetch_optional(&mut *conn).await?.is_some() {
            return Ok(());
        }
        match sqlx::query(r#"create collation "binary" from "C""#).execute(&mut *conn).await {
            // Another process has made it meanwhile.
            Err(sqlx::Error::Database(told)) if matches!(told.code().as_deref(), Some("42710" | "23505")) => Ok(()),
            made => made.map(drop),
        }
    }

    /// The tables of an earlier version, without what the program derives in them.
    ///
    /// # Errors
    /// The same as [`Db::migrate`].
    #[cfg(feature = "testing")]
    pub async fn migrate_to(&self, version: i64) -> Result<(), OpenError> {
        self.run(&Migrator::with_migrations(MIGRATIONS.iter().filter(|one| one.version <= version).cloned().collect())).await
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
