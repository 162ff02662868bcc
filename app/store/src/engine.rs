//! The one place that knows which database stands behind, and everything in which the two differ.

mod backup;
mod batch;
mod damage;
mod database_copy;
mod file_identity;
mod lease_clock;
mod listen;
mod open;
mod outage;
mod program;
mod reading;
mod restore;
mod schema;
mod version;

pub(crate) use batch::{Statement, fetch_each};
pub(crate) use damage::Damage;
pub(crate) use database_copy::DatabaseCopy;
pub use listen::Listener;
pub(crate) use open::folder_beside;
pub use open::{OpenError, key_file_beside};
pub use outage::Outage;
pub use program::ProgramError;
pub use reading::Reading;
pub(crate) use restore::{RestoreTarget, engine_of, sync_folder};
pub(crate) use schema::{Reference, Schema};

use crate::{Result, StoreError, access::AccessCache, generation};
use file_identity::Identity;
use sqlx::{Any, AnyPool, Transaction, pool::PoolConnection};
use std::{fs::File, path::Path, sync::Arc, time::Duration};
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

impl Engine {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }

    /// The one that people call so.
    pub(crate) fn named(word: &str) -> Option<Self> {
        [Self::Sqlite, Self::Postgres].into_iter().find(|engine| engine.name() == word)
    }
}

/// An open database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pool: AnyPool,
    /// One connection that nothing else uses, made when it is first asked for.
    health: AnyPool,
    engine: Engine,
    /// Where its server is, for hearing from other processes.
    server: Option<listen::Address>,
    /// The file of SQLite's database; none where it is in memory.
    file: Option<Arc<Path>>,
    /// Which file that was when it was opened.
    identity: Option<Identity>,
    memory: Option<Arc<Remembering>>,
    /// Whether what is remembered is read again, and must be the same: in tests, unless they say otherwise.
    verifies_cache: bool,
    /// Whether leases are counted by the clock that is passed in and not by the database's: in tests, which move it.
    leases_by_own_clock: bool,
    /// The single writer's place of SQLite. Whoever waits for it waits without a connection, so that reading goes on.
    write_permit: Option<Arc<Semaphore>>,
}

/// What a process that serves remembers, and the lock by which it is the only one.
#[derive(Debug)]
struct Remembering {
    memory: AccessCache,
    _alone: Option<File>,
}

/// How long anybody waits for a connection, and a writer for its turn. Whoever waits for longer is better told so,
/// with what it has typed, while it still looks at the page.
const PATIENCE: Duration = Duration::from_secs(3);

impl Db {
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
    pub(crate) async fn write_permit(&self) -> Result<Option<OwnedSemaphorePermit>> {
        let Some(permits) = &self.write_permit else { return Ok(None) };
        match timeout(PATIENCE, Arc::clone(permits).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Some(permit)),
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
    /// generation with whatever they write. PostgreSQL may have several, and each asks it at every request.
    ///
    /// # Errors
    /// [`OpenError::Served`] where another process serves this database; [`OpenError::Lock`] where the lock beside
    /// the database's file cannot be had.
    pub fn enable_cache(self) -> Result<Self, OpenError> {
        let Some(file) = self.file.as_deref() else { return Ok(self) };
        let lock = restore::lock_serving(file)?;
        // Somebody may have restored a backup since this was opened.
        if restore::restoring(file).exists() || self.is_replaced() {
            return Err(OpenError::Restoring);
        }
        Ok(self.remembering(Some(lock)))
    }

    /// The same for a database that a test has for itself.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn cache_alone(self) -> Self {
        let db = Self { leases_by_own_clock: true, ..self };
        if db.engine == Engine::Sqlite { db.remembering(None) } else { db }
    }

    /// A database whose memory is believed, as in a process that serves.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn believing_cache(self) -> Self {
        Self { verifies_cache: false, ..self }
    }

    /// Whether whatever is remembered is read again, and must be the same.
    #[must_use]
    pub fn verifies_cache(&self) -> bool {
        self.verifies_cache
    }

    fn remembering(self, alone: Option<File>) -> Self {
        Self { memory: Some(Arc::new(Remembering { memory: AccessCache::default(), _alone: alone })), ..self }
    }

    pub(crate) fn memory(&self) -> Option<&AccessCache> {
        self.memory.as_deref().map(|remembering| &remembering.memory)
    }

    /// Whether this process is a command beside the one that serves, which must be told of whatever is written.
    pub(crate) fn must_notify(&self) -> bool {
        self.engine == Engine::Sqlite && self.memory.is_none()
    }

    /// Forgets what commands beside this process have made stale; whether there was any. To be called again and again.
    ///
    /// # Errors
    /// [`StoreError::Database`] where the database cannot be read; then everything is forgotten.
    pub async fn sync(&self) -> Result<bool> {
        let Some(memory) = self.memory() else { return Ok(false) };
        let generation = async { generation::find(&mut *self.read().await?).await }.await;
        let is_new = memory.sync(*generation.as_ref().unwrap_or(&generation::UNKNOWN));
        generation.map(|_| is_new)
    }

    /// Which database stands behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Waits for connections in use and closes them all.
    pub async fn close(&self) {
        self.health.close().await;
        self.pool.close().await;
    }

    /// Whether the database answers, on a connection of its own: that all others are at work is no fault.
    ///
    /// # Errors
    /// [`StoreError::Database`] where it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("select 1").execute(&self.health).await.map(drop).map_err(StoreError::from)
    }
}
