//! Opens a database by its address, or says why it cannot be opened.

use super::{Db, Engine, PATIENCE, file_identity::Identity, listen::Address, restore::restoring};
use crate::{Result, StoreError};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use sqlx::{
    AnyConnection, AnyPool, Connection,
    any::AnyPoolOptions,
    postgres::{PgConnectOptions, PgSslMode},
};
use std::{
    fs::OpenOptions,
    io,
    net::IpAddr,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{sync::Semaphore, time::timeout};

/// Why a database cannot be opened, as a sentence for whoever set the address.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// An address of neither kind.
    #[error("the database address must begin with sqlite: or postgres://")]
    UnknownKind,
    /// There is none, and this is not the time to make one.
    #[error("there is no database at {0}; `coplan serve` or `coplan migrate` makes one")]
    Missing(String),
    /// The file is something else.
    #[error("{0} is not a database of SQLite")]
    OtherFile(String),
    /// The file cannot be opened.
    #[error("the file {file} cannot be opened ({cause}); it and its folder must be there for whoever runs this")]
    File {
        /// Its path.
        file: String,
        /// What the database says.
        cause: sqlx::Error,
    },
    /// The server does not answer, or does not let us in.
    #[error("the database {server} cannot be opened: {cause}")]
    Server {
        /// The database and where its server is.
        server: String,
        /// What stood in the way.
        cause: String,
    },
    /// Another machine keeps it, and nothing says that what travels there is hidden from others.
    #[error(
        "{0} is another machine: add ?sslmode=verify-full to the database address (and &sslrootcert=FILE for an authority \
         of your own), or ?sslmode=require, or say ?sslmode=disable where only you can listen in between"
    )]
    Plain(String),
    /// The database is not there any more, or the address is none.
    #[error("the database cannot be opened: {0}")]
    Unreachable(sqlx::Error),
    /// It can be read only.
    #[error("the database can be read but not written: {0}; whoever runs this must be allowed to write the file and its folder")]
    ReadOnly(StoreError),
    /// The server keeps a copy that only follows another one.
    #[error("the database can be read but not written: it follows another server, or is set to be read-only")]
    Standby,
    /// The tables cannot be brought to this version.
    #[error("the tables cannot be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// What is derived from the tables cannot be written.
    #[error("what is derived from the tables cannot be written: {0}")]
    Derived(StoreError),
    /// There are no tables of Coplan's.
    #[error("no tables of Coplan's are in it; where it is the right database, `coplan migrate` makes them")]
    NoTables,
    /// The tables are those of an earlier version.
    #[error("the tables are of an earlier version; `coplan migrate` brings them to this one")]
    Older,
    /// The tables are those of a later version.
    #[error("this program is older than the database; run the version that last brought its tables up, or a later one")]
    Newer,
    /// The tables were made by something else.
    #[error("the tables were not made by this program, or were changed by other means")]
    OtherTables,
    /// A backup was being restored.
    #[error("a backup is being restored here, or that was broken off; then `coplan restore` does it again")]
    Restoring,
    /// SQLite has one process that serves.
    #[error("another `coplan serve` has this database; SQLite is served by one, PostgreSQL by as many as one likes")]
    Served,
    /// The file that tells who serves cannot be made or locked.
    #[error("the lock beside the database's file cannot be had: {0}")]
    Lock(io::Error),
}

/// In tests what is remembered is read again, and must be the same.
const VERIFY: bool = cfg!(feature = "testing");

/// What a database is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be there from now on.
    Make,
    /// To be read and written where it is.
    Write,
    /// To be looked at and left as it is.
    Look,
}

/// WAL lets readers go on while one writes; NORMAL keeps every acknowledged write through a killed process. The
/// milliseconds are [`PATIENCE`] with another process that writes. Pages are read where the system keeps them (as many
/// bytes as SQLite can map), so that no connection copies them into a memory of its own.
const SQLITE_SETTINGS: &str = "pragma busy_timeout = 3000; pragma journal_mode = wal; pragma synchronous = normal; \
     pragma foreign_keys = on; pragma temp_store = memory; pragma mmap_size = 2147418112;";

/// Setting the journal's mode would write into somebody else's file.
const SQLITE_SETTINGS_TO_LOOK: &str = "pragma busy_timeout = 3000; pragma query_only = on; pragma temp_store = memory;";

impl Db {
    /// Opens `sqlite:FILE` (made where absent) or `postgres://...`, with at most this many connections.
    ///
    /// # Errors
    /// [`OpenError`] where the address is of neither kind, the file cannot be used or the server does not answer.
    pub async fn open(url: &str, connections: u32) -> Result<Self, OpenError> {
        open(url, connections, Purpose::Make).await
    }

    /// The same, where it is there already.
    ///
    /// # Errors
    /// The same, and [`OpenError::Missing`].
    pub async fn open_existing(url: &str, connections: u32) -> Result<Self, OpenError> {
        open(url, connections, Purpose::Write).await
    }

    /// The same, to look at it: whatever it is, nothing is written to it.
    ///
    /// # Errors
    /// The same, and [`OpenError::Missing`].
    pub async fn open_to_look(url: &str, connections: u32) -> Result<Self, OpenError> {
        open(url, connections, Purpose::Look).await
    }
}

async fn open(url: &str, connections: u32, purpose: Purpose) -> Result<Db, OpenError> {
    sqlx::any::install_default_drivers();
    match url.split_once(':') {
        Some(("sqlite", named)) => open_file(url, named, connections, purpose).await,
        Some(("postgres" | "postgresql", _)) => open_server(url, connections).await,
        _ => Err(OpenError::UnknownKind),
    }
}

async fn open_file(url: &str, named: &str, connections: u32, purpose: Purpose) -> Result<Db, OpenError> {
    let file = file_of(named);
    let url = match (url.split_once('?'), purpose) {
        (Some((_, settings)), _) if settings.contains("mode=") => url.to_owned(),
        (Some(_), Purpose::Make) => format!("{url}&mode=rwc"),
        (None, Purpose::Make) => format!("{url}?mode=rwc"),
        (Some(_), Purpose::Write | Purpose::Look) => format!("{url}&mode=rw"),
        (None, Purpose::Write | Purpose::Look) => format!("{url}?mode=rw"),
    };
    let settings = if purpose == Purpose::Look { SQLITE_SETTINGS_TO_LOOK } else { SQLITE_SETTINGS };
    if let Some(file) = &file {
        if purpose != Purpose::Make && matches!(file.try_exists(), Ok(false)) {
            return Err(OpenError::Missing(std::path::absolute(file).unwrap_or_else(|_| file.clone()).display().to_string()));
        }
        if purpose != Purpose::Look && restoring(file).exists() {
            return Err(OpenError::Restoring);
        }
        try_file(&url, settings).await.map_err(|cause| told_of(file, cause))?;
    }
    let options = options(connections).after_connect(move |conn, _| {
        Box::pin(async move {
            sqlx::raw_sql(settings).execute(conn).await?;
            Ok(())
        })
    });
    let pool = options.connect(&url).await.map_err(OpenError::Unreachable)?;
    let health = health(&url)?;
    let write_permit = Some(Arc::new(Semaphore::new(1)));
    let identity = file.as_deref().and_then(|file| Identity::of(file).ok());
    let file = file.map(Arc::from);
    Ok(Db {
        pool,
        health,
        engine: Engine::Sqlite,
        server: None,
        file,
        identity,
        memory: None,
        verifies_cache: VERIFY,
        leases_by_own_clock: false,
        write_permit,
    })
}

async fn open_server(url: &str, connections: u32) -> Result<Db, OpenError> {
    let address: PgConnectOptions = url.parse().map_err(OpenError::Unreachable)?;
    if !says_how_it_travels(&address) {
        return Err(OpenError::Plain(address.get_host().to_owned()));
    }
    // A server that was stopped and started leaves dead connections behind; nobody's request must find them.
    let pool = match options(connections).test_before_acquire(true).connect(url).await {
        Ok(pool) => pool,
        Err(error) => return Err(OpenError::Server { server: server_of(&address), cause: why(url, error).await }),
    };
    let (engine, file, identity) = (Engine::Postgres, None, None);
    Ok(Db {
        pool,
        health: health(url)?,
        engine,
        server: Some(Address::new(url)),
        file,
        identity,
        memory: None,
        verifies_cache: VERIFY,
        leases_by_own_clock: false,
        write_permit: None,
    })
}

/// Whether the address says what may be seen on the way. To `prefer` TLS, which is what stands where nothing is said,
/// is to go without it wherever somebody in between says that the server has none.
fn says_how_it_travels(address: &PgConnectOptions) -> bool {
    let host = address.get_host();
    let is_here = address.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    is_here || !matches!(address.get_ssl_mode(), PgSslMode::Prefer | PgSslMode::Allow)
}

/// A connection that is made when the database's health is asked for.
fn health(url: &str) -> Result<AnyPool, OpenError> {
    options(1).test_before_acquire(true).connect_lazy(url).map_err(OpenError::Unreachable)
}

fn options(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        // SQLite ends a transaction by itself where a write fails; sqlx 0.9 never hears of it, and would refuse
        // every later transaction on the connection.
        .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
}

/// The file that an address of SQLite names, after its kind; none for a database in memory.
fn file_of(named: &str) -> Option<PathBuf> {
    let (file, settings) = named.split_once('?').unwrap_or((named, ""));
    let file = percent_decode_str(file.trim_start_matches("//")).decode_utf8_lossy();
    let kept = !file.is_empty() && !file.starts_with(":memory:") && !settings.contains("mode=memory");
    kept.then(|| PathBuf::from(&*file))
}

/// The file at an address of SQLite; none where it names no file.
pub(super) fn file_at(url: &str) -> Option<PathBuf> {
    url.strip_prefix("sqlite:").and_then(file_of)
}

/// The address of a file of SQLite.
pub(super) fn address_of(file: &Path) -> String {
    const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');
    format!("sqlite:{}", percent_encode(file.as_os_str().as_encoded_bytes(), PATH))
}

/// The folder of the files of a database where no other is named: beside the file of the database, and called after it.
pub(crate) fn folder_beside(url: &str) -> PathBuf {
    const NAME: &str = "coplan-files";
    let Some(file) = file_at(url) else { return PathBuf::from(NAME) };
    let stem = file.file_stem().map(|stem| format!("{}-files", stem.display()));
    file.with_file_name(stem.as_deref().unwrap_or(NAME))
}

/// The file of the key where no key is set: beside the file of the database and called after it, or in the working folder.
#[must_use]
pub fn key_file_beside(url: &str) -> PathBuf {
    file_at(url).map_or_else(|| PathBuf::from("coplan.key"), |file| file.with_extension("key"))
}

/// Opens, reads and closes the file once: the pool would try again and again what never gets better, and say only
/// that time is over.
async fn try_file(url: &str, settings: &'static str) -> sqlx::Result<()> {
    let mut conn = AnyConnection::connect(url).await?;
    sqlx::raw_sql(settings).execute(&mut conn).await?;
    sqlx::raw_sql("pragma schema_version").execute(&mut conn).await?;
    conn.close().await
}

fn told_of(file: &Path, cause: sqlx::Error) -> OpenError {
    const NOT_A_DATABASE: &str = "26";
    if let Some(beside) = unwritable_beside(file) {
        return OpenError::File { file: beside.display().to_string(), cause };
    }
    let file = file.display().to_string();
    match &cause {
        sqlx::Error::Database(told) if told.code().as_deref() == Some(NOT_A_DATABASE) => OpenError::OtherFile(file),
        _ => OpenError::File { file, cause },
    }
}

/// The log or the index of the log that SQLite has beside the database, where it is there and cannot be written: left
/// behind by somebody else, it stands in the way while the database itself looks sound.
fn unwritable_beside(file: &Path) -> Option<PathBuf> {
    let beside = ["-wal", "-shm"].map(|end| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    });
    beside.into_iter().find(|file| file.exists() && OpenOptions::new().read(true).write(true).open(file).is_err())
}

/// The database and its server as a person would name them, without the password.
fn server_of(address: &PgConnectOptions) -> String {
    let name = address.get_database().unwrap_or(address.get_username());
    match address.get_socket() {
        Some(socket) => format!("{name} on {}", socket.display()),
        None => format!("{name} on {}:{}", address.get_host(), address.get_port()),
    }
}

/// What stands in the way. The pool gives a server that starts some time to answer, and says at last only that time
/// is over; a single connection says why.
async fn why(url: &str, error: sqlx::Error) -> String {
    let error = match error {
        sqlx::Error::PoolTimedOut => match timeout(PATIENCE, AnyConnection::connect(url)).await {
            Ok(Err(cause)) => cause,
            Ok(Ok(_)) => error,
            Err(_) => sqlx::Error::Io(io::ErrorKind::TimedOut.into()),
        },
        other => other,
    };
    match error {
        sqlx::Error::Io(cause) => cause.to_string(),
        sqlx::Error::Database(told) => told.message().to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
