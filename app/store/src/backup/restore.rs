//! Bringing an archive back: it is verified first, and what it replaces is put aside, never deleted.

use super::{BackupError, Summary, reader, verify::unpack};
use crate::{
    StoreError,
    engine::{RestoreTarget, engine_of, sync_folder},
    files::{FileLocation, Files},
};
use bytes::Bytes;
use coplan_domain::system::Rng;
use futures_util::stream;
use jiff::Timestamp;
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{runtime::Handle, task::spawn_blocking};

/// How much of a file is read at once.
const CHUNK: usize = 1024 * 1024;

/// What was restored, and where what was there before is now.
#[derive(Debug)]
pub struct Restored {
    /// What the archive held.
    pub summary: Summary,
    /// The database and the folder of files that were there before.
    pub aside: Vec<PathBuf>,
}

/// Restores an archive to the database at this address and to where its files are. Nobody serves it meanwhile.
///
/// Files come first, then the database: where it is broken off in between, the same command does it again from the
/// beginning.
///
/// # Errors
/// [`BackupError`]; where the archive is no good, nothing was touched.
pub async fn restore(
    archive: &Path,
    url: &str,
    location: &FileLocation,
    rng: &Arc<dyn Rng>,
    now: Timestamp,
) -> Result<Restored, BackupError> {
    let target = RestoreTarget::find(url).await?;
    let ending = now.strftime("before-%Y%m%dT%H%M%SZ").to_string();
    let staging_dir = tempfile::Builder::new()
        .prefix(".coplan-restore-")
        .tempdir_in(target.staging_dir())
        .map_err(|cause| BackupError::File { file: target.staging_dir(), cause })?;
    let copy = staging_dir.path().join("database");
    let (contents, _) = unpack(archive, &copy).await?;
    let wanted = engine_of(url);
    if contents.engine != wanted {
        return Err(BackupError::OtherEngine { found: contents.engine.name(), wanted: wanted.name() });
    }
    let mut aside = Vec::new();
    match location {
        FileLocation::Folder(folder) => {
            let failed = |cause| BackupError::File { file: folder.clone(), cause };
            let part = folder.with_added_extension("part");
            // What an earlier run has left unfinished.
            if part.try_exists().map_err(failed)? {
                fs::remove_dir_all(&part).map_err(failed)?;
            }
            restore_files(archive, Files::open(&FileLocation::Folder(part.clone()), Arc::clone(rng))?).await?;
            target.begin().map_err(failed)?;
            aside.extend(replace_folder(folder, &part, &ending).map_err(failed)?);
        }
        FileLocation::Bucket { .. } => {
            let files = Files::open(location, Arc::clone(rng))?;
            if !files.is_empty().await? {
                return Err(BackupError::FilesNotEmpty);
            }
            restore_files(archive, files).await?;
            target.begin().map_err(|cause| BackupError::File { file: target.staging_dir(), cause })?;
        }
    }
    aside.extend(target.put(&copy, &ending).await?);
    Ok(Restored { summary: contents.summary, aside })
}

/// Puts the folder aside that is there, and the new one in its target.
fn replace_folder(folder: &Path, part: &Path, ending: &str) -> io::Result<Option<PathBuf>> {
    let aside = folder.with_added_extension(ending);
    let was_there = folder.try_exists()?;
    if was_there {
        fs::rename(folder, &aside)?;
    }
    fs::rename(part, folder)?;
    sync_folder(folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
    Ok(was_there.then_some(aside))
}

/// Writes every file of an archive to where files are.
async fn restore_files(archive: &Path, files: Files) -> Result<(), BackupError> {
    let (archive, runtime) = (archive.to_owned(), Handle::current());
    let put = spawn_blocking(move || {
        reader::read(&archive, &mut io::sink(), |_, bytes| {
            let chunks = stream::iter(std::iter::from_fn(|| next(bytes).transpose()));
            Ok(runtime.block_on(files.put(u64::MAX, chunks))?.record().hash)
        })
    });
    put.await.map_err(|_| BackupError::Store(StoreError::Stopping))?.map(drop)
}

fn next(bytes: &mut dyn Read) -> io::Result<Option<Bytes>> {
    let mut chunk = Vec::new();
    bytes.take(CHUNK as u64).read_to_end(&mut chunk)?;
    Ok((!chunk.is_empty()).then(|| Bytes::from(chunk)))
}
