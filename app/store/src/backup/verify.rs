//! Whether an archive, or the files beside a database, are whole.

use super::{
    BackupError, Summary,
    reader::{self, Contents, copy},
};
use crate::{
    Db, StoreError,
    engine::DatabaseCopy,
    files::{FileError, FileHash, Files, record},
};
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};
use tokio::task::spawn_blocking;

/// How many rows are read at once.
const ROWS: i64 = 1000;

/// Verifies an archive: that it was written to its end, that its database is sound, and that every file that a row names is
/// in it and is what its hash says.
///
/// # Errors
/// [`BackupError`] says what is wrong with it.
pub async fn verify(archive: &Path) -> Result<Summary, BackupError> {
    let folder = tempfile::tempdir().map_err(|cause| BackupError::File { file: std::env::temp_dir(), cause })?;
    unpack(archive, &folder.path().join("database")).await.map(|(contents, _)| contents.summary)
}

/// The same, with the copy of the database left in this file.
pub(super) async fn unpack(archive: &Path, database: &Path) -> Result<(Contents, DatabaseCopy), BackupError> {
    let contents = spawn_blocking({
        let (archive, database) = (archive.to_owned(), database.to_owned());
        move || read_whole(&archive, &database)
    });
    let contents = contents.await.map_err(|_| BackupError::Store(StoreError::Stopping))??;
    let copied = DatabaseCopy::new(contents.engine, database);
    copied.verify().await?;
    for (hash, size) in copied.list_files().await? {
        match contents.files.get(&hash) {
            Some(found) if *found == size => {}
            Some(_) => return Err(BackupError::DamagedFile(hash)),
            None => return Err(BackupError::MissingFile(hash)),
        }
    }
    Ok((contents, copied))
}

fn read_whole(archive: &Path, database: &PathBuf) -> Result<Contents, BackupError> {
    let failed = |cause| BackupError::File { file: database.clone(), cause };
    let mut file = File::create(database).map_err(failed)?;
    let contents = reader::read(archive, &mut file, |_, bytes| {
        copy(bytes, &mut io::sink()).map_err(|_| BackupError::BrokenOff(archive.to_owned()))
    })?;
    file.sync_all().map_err(failed)?;
    Ok(contents)
}

/// Reads every file that a row of the database names, and gives those that are missing or damaged.
///
/// # Errors
/// [`StoreError`] where the database or the files cannot be read at all.
pub async fn check_files(db: &Db, files: &Files) -> crate::Result<(Summary, Vec<FileError>)> {
    let (mut summary, mut wrong) = (Summary { files: 0, bytes: 0 }, Vec::new());
    let mut behind: Option<FileHash> = None;
    loop {
        let some = record::list_referenced(&mut *db.read().await?, behind, ROWS).await?;
        let Some(last) = some.last() else { return Ok((summary, wrong)) };
        behind = Some(last.hash);
        for file in &some {
            match files.verify(file).await {
                Ok(()) => {}
                Err(StoreError::Files(error @ (FileError::Missing(_) | FileError::Damaged(_)))) => wrong.push(error),
                Err(error) => return Err(error),
            }
            summary.files += 1;
            summary.bytes += file.size;
        }
    }
}
