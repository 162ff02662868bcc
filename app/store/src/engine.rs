//! The one place that knows which database stands behind, and everything in which the two differ.

mod dump;
mod outage;
mod reading;

pub use outage::Outage;
pub use reading::Reading;

use crate::{Conn, Result, StoreError, access::Memory, era};
use sqlx::{Any, AnyPool, Connection, Transaction, any::AnyPoolOptions, migrate::Migrate, pool::PoolConnection};
use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

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
    /// The file of SQLite's database; none where it is in memory.
    file: Option<Arc<Path>>,
    memory: Option<Arc<Remembering>>,
    /// The single writer's place of SQLite. Whoever waits for it waits without a connection, so that reading goes on.
    turn: Option<Arc<Semaphore>>,
}

/// What a process that serves remembers, and the lock by which it is the only one.
#[derive(Debug)]
struct Remembering {
    memory: Memory,
    _alone: Option<File>,
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
    /// The file cannot be opened.
    #[error("the file {file} cannot be opened ({cause}); it and its folder must be there for whoever runs this")]
    File {
        /// Its path.
        file: String,
        /// What the database says.
        cause: sqlx::Error,
    },
    /// It can be read only.
    #[error("the database can be read but not written: {0}; whoever runs this must be allowed to write the file and its folder")]
    ReadOnly(StoreError),
    /// The server keeps a copy that only follows another one.
    #[error("the database can be read but not written: it follows another server, or is set to be read-only")]
    Standby,
    /// The tables cannot be brought to this version.
    #[error("the tables cannot be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The tables are not those of this version.
    #[error("the tables are not of this version; `coplan migrate` brings them to it")]
    WrongVersion,
    /// SQLite has one process that serves.
    #[error("another `coplan serve` has this database; SQLite is served by one, PostgreSQL by as many as one likes")]
    Served,
    /// The file that tells who serves cannot be made or locked.
    #[error("the lock beside the database's file cannot be had: {0}")]
    Lock(std::io::Error),
}

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
    /// The database cannot be read, or the file not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// PostgreSQL's own program for it cannot be run.
    #[error("pg_dump, which comes with PostgreSQL's client programs, cannot be run: {0}")]
    NoDump(std::io::Error),
    /// It ended with an error.
    #[error("pg_dump says: {0}")]
    Dump(String),
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// How long anybody waits for a connection, and a writer for its turn. Whoever waits for longer is better told so,
/// with what it has typed, while it still looks at the page.
const PATIENCE: Duration = Duration::from_secs(3);

/// WAL lets readers go on while one writes; NORMAL keeps every acknowledged write through a killed process. The
/// milliseconds are [`PATIENCE`] with another process that writes. Pages are read where the system keeps them (as many
/// bytes as SQLite can map), so that no connection copies them into a memory of its own.
const SQLITE_SETTINGS: &str = "pragma busy_timeout = 3000; pragma journal_mode = wal; pragma synchronous = normal; \
     pragma foreign_keys = on; pragma temp_store = memory; pragma mmap_size = 2147418112;";

impl Db {
    /// Opens `sqlite:FILE` (made where absent) or `postgres://...`, with at most this many connections.
    ///
    /// # Errors
    /// [`OpenError`] where the address is of neither kind, the file cannot be used or the server does not answer.
    pub async fn open(url: &str, connections: u32) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let engine = match url.split_once(':') {
            Some(("sqlite", _)) => Engine::Sqlite,
            Some(("postgres" | "postgresql", _)) => Engine::Postgres,
            _ => return Err(OpenError::UnknownKind),
        };
        let file = match engine {
            Engine::Sqlite => Some(sqlite_file(url)).filter(|file| !file.as_os_str().is_empty()),
            Engine::Postgres => None,
        };
        let url = match engine {
            Engine::Sqlite if !url.contains('?') => format!("{url}?mode=rwc"),
            Engine::Sqlite | Engine::Postgres => url.to_owned(),
        };
        if let Some(file) = &file {
            let named = |cause| OpenError::File { file: file.display().to_string(), cause };
            try_file(&url).await.map_err(named)?;
        }
        let pool = AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            // A server that was stopped and started leaves dead connections behind; nobody's request must find them.
            .test_before_acquire(engine == Engine::Postgres)
            // SQLite ends a transaction by itself where a write fails; sqlx 0.9 never hears of it, and would refuse
            // every later transaction on the connection.
            .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
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
        let turn = (engine == Engine::Sqlite).then(|| Arc::new(Semaphore::new(1)));
        Ok(Self { pool, engine, file: file.map(Arc::from), memory: None, turn })
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

    /// Whether it takes in what is written.
    ///
    /// # Errors
    /// [`OpenError::ReadOnly`] where it does not.
    pub async fn verify_writable(&self) -> Result<(), OpenError> {
        let mut tx = self.begin().await.map_err(OpenError::ReadOnly)?;
        match self.engine {
            // Where nothing can be written a transaction still begins, as one that reads.
            Engine::Sqlite => {
                let written = sqlx::query("pragma user_version = 0").execute(&mut *tx).await;
                written.map_err(|cause| OpenError::ReadOnly(cause.into()))?;
            }
            Engine::Postgres => {
                let told = sqlx::query_scalar::<_, String>("show transaction_read_only").fetch_one(&mut *tx).await;
                if told.map_err(OpenError::Unreachable)? == "on" {
                    return Err(OpenError::Standby);
                }
            }
        }
        tx.rollback().await.map_err(OpenError::Unreachable)
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// [`StoreError::Database`] where none is free within 3 seconds.
    pub async fn read(&self) -> Result<PoolConnection<Any>> {
        Ok(self.pool.acquire().await?)
    }

    /// Waits for the single writer's place, where there is only one.
    pub(crate) async fn turn(&self) -> Result<Option<OwnedSemaphorePermit>> {
        let Some(turn) = &self.turn else { return Ok(None) };
        match timeout(PATIENCE, Arc::clone(turn).acquire_owned()).await {
            Ok(Ok(turn)) => Ok(Some(turn)),
            Ok(Err(_)) | Err(_) => Err(StoreError::Busy),
        }
    }

    /// Begins a transaction that writes. SQLite takes its single writer's place at once: a transaction that reads
    /// first and writes later would be refused when another has written in between.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>> {
        Ok(match self.engine {
            Engine::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await?,
            Engine::Postgres => self.pool.begin().await?,
        })
    }

    /// From now on remembers who may do what, until something changes it.
    ///
    /// On SQLite only: there one process serves, which is held here by a lock, and commands beside it begin a new
    /// era with whatever they write. PostgreSQL may have several, and each asks it at every request.
    ///
    /// # Errors
    /// [`OpenError::Served`] where another process serves this database; [`OpenError::Lock`] where the lock beside
    /// the database's file cannot be had.
    pub fn remember(self) -> Result<Self, OpenError> {
        let Some(file) = self.file.as_deref() else { return Ok(self) };
        let lock = File::create(file.with_added_extension("serving")).map_err(OpenError::Lock)?;
        match lock.try_lock() {
            Ok(()) => Ok(self.remembering(Some(lock))),
            Err(TryLockError::WouldBlock) => Err(OpenError::Served),
            Err(TryLockError::Error(error)) => Err(OpenError::Lock(error)),
        }
    }

    /// The same for a database that a test has for itself.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn remember_alone(self) -> Self {
        if self.engine == Engine::Sqlite { self.remembering(None) } else { self }
    }

    fn remembering(self, alone: Option<File>) -> Self {
        Self { memory: Some(Arc::new(Remembering { memory: Memory::default(), _alone: alone })), ..self }
    }

    pub(crate) fn memory(&self) -> Option<&Memory> {
        self.memory.as_deref().map(|remembering| &remembering.memory)
    }

    /// Whether this process is a command beside the one that serves, which must be told of whatever is written.
    pub(crate) fn has_to_tell(&self) -> bool {
        self.engine == Engine::Sqlite && self.memory.is_none()
    }

    /// Forgets what commands beside this process have made stale. To be called again and again.
    ///
    /// # Errors
    /// [`StoreError::Database`] where the database cannot be read; then everything is forgotten.
    pub async fn follow(&self) -> Result<()> {
        let Some(memory) = self.memory() else { return Ok(()) };
        let era = async { era::find(&mut *self.read().await?).await }.await;
        memory.follow(*era.as_ref().unwrap_or(&era::UNKNOWN));
        era.map(drop)
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

    /// Writes a consistent copy to a file that is not there yet, while others read and write: on SQLite a database,
    /// on PostgreSQL what its own `pg_dump` writes, which needs the address that this was opened with.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn backup(&self, url: &str, file: &Path) -> Result<Backup, BackupError> {
        match self.engine {
            Engine::Sqlite => {
                let mut conn = self.read().await?;
                let into = sqlx::query("vacuum into $1").bind(file.display().to_string());
                into.execute(&mut *conn).await.map_err(StoreError::from)?;
                Ok(Backup::Database)
            }
            Engine::Postgres => dump::run(url, file).await.map(|()| Backup::Archive),
        }
    }

    /// Waits for connections in use and closes them all.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// The file that an address of SQLite names; empty for a database in memory.
fn sqlite_file(url: &str) -> PathBuf {
    let named = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let file = named.split_once('?').map_or(named, |(file, _)| file);
    PathBuf::from(if file.starts_with(":memory:") { "" } else { file })
}

/// Opens and closes the file once: the pool would try again and again what never gets better, and say only that
/// time is over.
async fn try_file(url: &str) -> sqlx::Result<()> {
    let mut conn = sqlx::AnyConnection::connect(url).await?;
    sqlx::raw_sql(SQLITE_SETTINGS).execute(&mut conn).await?;
    conn.close().await
}

/// Whether the database answers.
///
/// # Errors
/// [`StoreError::Database`] where it does not.
pub async fn ping(conn: &mut Conn) -> Result<()> {
    sqlx::query("select 1").execute(conn).await.map(drop).map_err(StoreError::from)
}
