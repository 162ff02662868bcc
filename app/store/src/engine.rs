//! The one place that knows which database stands behind, and everything in which the two differ.

use crate::{Change, Conn, Result, StoreError};
use coplan_domain::chance::{Chance, Clock};
use sqlx::{Any, AnyPool, Transaction, any::AnyPoolOptions, migrate::Migrate, pool::PoolConnection};
use std::{path::Path, sync::Arc, time::Duration};

/// Which database stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server, for more than one machine.
    Postgres,
}

/// An open database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pool: AnyPool,
    engine: Engine,
}

/// Why a database cannot be opened, as a sentence for whoever set the address.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// An address of neither kind.
    #[error("the database address must begin with sqlite: or postgres://")]
    UnknownKind,
    /// The database is not there or does not let us in.
    #[error("the database cannot be opened: {0}")]
    Unreachable(sqlx::Error),
    /// The tables cannot be brought to this version.
    #[error("the tables cannot be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The tables are not those of this version.
    #[error("the tables are not of this version; `coplan migrate` brings them to it")]
    WrongVersion,
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// WAL lets readers go on while one writes; NORMAL keeps every acknowledged write through a killed process.
const SQLITE_SETTINGS: &str = "pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; \
     pragma busy_timeout = 10000; pragma temp_store = memory; pragma mmap_size = 268435456;";

impl Db {
    /// Opens `sqlite:FILE` (made where absent) or `postgres://...`, with at most this many connections.
    ///
    /// # Errors
    /// [`OpenError`] where the address is of neither kind or the database does not answer within 10 seconds.
    pub async fn open(url: &str, connections: u32) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let engine = match url.split_once(':') {
            Some(("sqlite", _)) => Engine::Sqlite,
            Some(("postgres" | "postgresql", _)) => Engine::Postgres,
            _ => return Err(OpenError::UnknownKind),
        };
        let url = match engine {
            Engine::Sqlite if !url.contains('?') => format!("{url}?mode=rwc"),
            Engine::Sqlite | Engine::Postgres => url.to_owned(),
        };
        let pool = AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(10))
            .after_connect(move |conn, _| {
                Box::pin(async move {
                    if engine == Engine::Sqlite {
                        sqlx::raw_sql(SQLITE_SETTINGS).execute(conn).await?;
                    }
                    Ok(())
                })
            })
            .connect(&url)
            .await
            .map_err(OpenError::Unreachable)?;
        Ok(Self { pool, engine })
    }

    /// Brings the tables to this version. Safe to run by several processes at once.
    ///
    /// # Errors
    /// [`OpenError::Migration`] where a migration fails, was changed after it ran, or is newer than this program.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        Ok(MIGRATIONS.run(&self.pool).await?)
    }

    /// Whether the tables are of this version.
    ///
    /// # Errors
    /// [`OpenError::Migration`] where a migration is missing, was changed after it ran, or is newer than this program.
    pub async fn verify_version(&self) -> Result<(), OpenError> {
        let mut conn = self.pool.acquire().await.map_err(OpenError::Unreachable)?;
        conn.ensure_migrations_table("_sqlx_migrations").await?;
        let applied = conn.list_applied_migrations("_sqlx_migrations").await?;
        let expected: Vec<_> = MIGRATIONS.iter().map(|m| (m.version, m.checksum.clone())).collect();
        let found: Vec<_> = applied.into_iter().map(|m| (m.version, m.checksum)).collect();
        if found == expected { Ok(()) } else { Err(OpenError::WrongVersion) }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// [`StoreError::Database`] where none is free within 10 seconds.
    pub async fn read(&self) -> Result<PoolConnection<Any>> {
        Ok(self.pool.acquire().await?)
    }

    /// Begins a change. SQLite takes its single writer's place at once: a transaction that reads first and
    /// writes later would be refused when another has written in between.
    ///
    /// # Errors
    /// [`StoreError::Database`] where the database cannot be reached or written.
    pub async fn change(&self, clock: &dyn Clock, chance: &Arc<dyn Chance>) -> Result<Change> {
        let tx: Transaction<'static, Any> = match self.engine {
            Engine::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await?,
            Engine::Postgres => self.pool.begin().await?,
        };
        Ok(Change::new(tx, clock.now(), Arc::clone(chance)))
    }

    /// Which database stands behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Looks through the whole database for damage.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read; `Ok(Err(sentence))` where damage was found.
    pub async fn verify(&self) -> Result<Result<(), String>> {
        let mut conn = self.read().await?;
        match self.engine {
            Engine::Sqlite => {
                let answer: String = sqlx::query_scalar("pragma integrity_check").fetch_one(&mut *conn).await?;
                let orphans = sqlx::query("pragma foreign_key_check").fetch_all(&mut *conn).await?.len();
                Ok(match (answer.as_str(), orphans) {
                    ("ok", 0) => Ok(()),
                    ("ok", n) => Err(format!("{n} rows refer to rows that are not there")),
                    (damage, _) => Err(damage.to_owned()),
                })
            }
            Engine::Postgres => {
                sqlx::query("select 1").fetch_one(&mut *conn).await?;
                Ok(Ok(()))
            }
        }
    }

    /// Writes a consistent copy to a file that is not there yet, while others read and write.
    ///
    /// # Errors
    /// [`StoreError`] where the copy cannot be written; `Ok(false)` on PostgreSQL, which has `pg_dump` for it.
    pub async fn backup(&self, file: &Path) -> Result<bool> {
        if self.engine == Engine::Postgres {
            return Ok(false);
        }
        let mut conn = self.read().await?;
        sqlx::query("vacuum into $1").bind(file.display().to_string()).execute(&mut *conn).await?;
        Ok(true)
    }

    /// Waits for connections in use and closes them all.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Whether the database answers.
///
/// # Errors
/// [`StoreError::Database`] where it does not.
pub async fn ping(conn: &mut Conn) -> Result<()> {
    sqlx::query("select 1").execute(conn).await.map(drop).map_err(StoreError::from)
}
