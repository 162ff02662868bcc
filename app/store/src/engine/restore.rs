//! Puts a copy of a database where the database is: on SQLite in place of the file, on PostgreSQL into an empty database.

use super::{Db, Engine, OpenError, open::file_at, program};
use crate::backup::BackupError;
use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// What SQLite keeps beside its file. Left there, SQLite would replay it onto the copy.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Where a copy is to go.
#[derive(Debug)]
pub(crate) enum RestoreTarget {
    /// The file of SQLite, held so that nobody serves it meanwhile.
    File {
        /// Its path.
        file: PathBuf,
        _alone: File,
    },
    /// The address of a database on a server, in which nothing is.
    Server(String),
}

/// Which engine an address is for.
pub(crate) fn engine_of(url: &str) -> Engine {
    if url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres }
}

impl RestoreTarget {
    /// The place at this address, once it is sure that nobody serves it and nothing can be lost.
    pub(crate) async fn find(url: &str) -> Result<Self, BackupError> {
        if engine_of(url) == Engine::Sqlite {
            let file = file_at(url).ok_or(BackupError::InMemory)?;
            let alone = lock_serving(&file).map_err(BackupError::Open)?;
            return Ok(Self::File { file, _alone: alone });
        }
        let db = Db::open_existing(url, 1).await.map_err(BackupError::Open)?;
        let tables =
            "select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')";
        let count = async { Ok::<i64, crate::StoreError>(sqlx::query_scalar(tables).fetch_one(&mut *db.read().await?).await?) };
        let count = count.await;
        db.close().await;
        if count? == 0 { Ok(Self::Server(url.to_owned())) } else { Err(BackupError::NotEmpty) }
    }

    /// Where the copy is best unpacked: beside the file that it will replace, or among the machine's temporary files.
    pub(crate) fn staging_dir(&self) -> PathBuf {
        match self {
            Self::File { file, .. } => parent(file).to_owned(),
            Self::Server(_) => std::env::temp_dir(),
        }
    }

    /// Says from now on that what is there is being replaced: nobody serves it until that is done.
    pub(crate) fn begin(&self) -> io::Result<()> {
        let Self::File { file, .. } = self else { return Ok(()) };
        File::create(restoring(file))?.sync_all()?;
        sync_folder(parent(file))
    }

    /// Puts the copy there. What was there before is put aside under this ending, never deleted; gives where it is.
    pub(crate) async fn put(&self, copy: &Path, ending: &str) -> Result<Option<PathBuf>, BackupError> {
        match self {
            Self::File { file, .. } => {
                let failed = |cause| BackupError::File { file: file.clone(), cause };
                let aside = replace(file, copy, ending).map_err(failed)?;
                fs::remove_file(restoring(file)).and_then(|()| sync_folder(parent(file))).map_err(failed)?;
                Ok(aside)
            }
            Self::Server(url) => {
                let mut restore = program::on_database("pg_restore", url);
                restore.arg("--exit-on-error").arg("--single-transaction").arg("--no-owner").arg("--no-privileges").arg(copy);
                program::run(restore).await?;
                Ok(None)
            }
        }
    }
}

/// The database with what belongs to it goes aside first, then the copy takes its place.
fn replace(file: &Path, copy: &Path, ending: &str) -> io::Result<Option<PathBuf>> {
    let aside = file.with_added_extension(ending);
    let was_there = file.try_exists()?;
    for beside in BESIDE {
        let name = |of: &Path| {
            let mut name = of.as_os_str().to_owned();
            name.push(beside);
            PathBuf::from(name)
        };
        if name(file).try_exists()? {
            fs::rename(name(file), name(&aside))?;
        }
    }
    if was_there {
        fs::rename(file, &aside)?;
    }
    fs::rename(copy, file)?;
    sync_folder(parent(file))?;
    Ok(was_there.then_some(aside))
}

/// Takes the lock by which a process is the only one that serves a database of SQLite.
pub(super) fn lock_serving(file: &Path) -> Result<File, OpenError> {
    // A link to the file names the same database, and must lead to the same lock.
    let file = match file.canonicalize() {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let name = file.file_name().unwrap_or_default();
            parent(file).canonicalize().map_err(OpenError::Lock)?.join(name)
        }
        found => found.map_err(OpenError::Lock)?,
    };
    let lock = File::create(file.with_added_extension("serving")).map_err(OpenError::Lock)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::Served),
        Err(TryLockError::Error(error)) => Err(OpenError::Lock(error)),
    }
}

/// The file that says that a restore has begun to replace the database.
pub(super) fn restoring(file: &Path) -> PathBuf {
    file.with_added_extension("restoring")
}

fn parent(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What was renamed in a folder is renamed for good once the folder is synced.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
