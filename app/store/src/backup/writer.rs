//! Writing an archive, piece by piece, without overwriting anything.

use super::{BackupError, DATABASE, END, End, FILES, FORMAT, START, Start, Summary};
use crate::{
    Db, StoreError,
    files::{FileHash, FileRecord, Files},
};
use bytes::Bytes;
use futures_util::{Stream, TryStreamExt, stream};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    pin::pin,
};
use tokio::{
    fs::File,
    io::{AsyncReadExt, AsyncWriteExt, BufWriter},
};

/// The block of a tar.
const BLOCK: usize = 512;
/// How much of the database's copy is read at once.
const CHUNK: usize = 1024 * 1024;

/// Writes an archive of the database, which was opened with this address, and its files to a file that is not there yet,
/// also while others write. Until it is whole it is called `FILE.part`; where it fails nothing is left behind.
///
/// # Errors
/// [`BackupError`].
pub async fn write(db: &Db, files: &Files, url: &str, file: &Path) -> Result<Summary, BackupError> {
    let failed = |cause| BackupError::File { file: file.to_owned(), cause };
    if file.try_exists().map_err(failed)? {
        return Err(BackupError::Taken(file.to_owned()));
    }
    let (part, copy) = (file.with_added_extension("part"), file.with_added_extension("database.part"));
    let mut archive = Archive::create(&part, file)?;
    let written = async {
        fs::File::create(&copy).map_err(|cause| BackupError::File { file: copy.clone(), cause })?;
        let written = fill(&mut archive, db, files, url, &copy).await?;
        archive.finish().await?;
        publish(&part, file)?;
        Ok(written)
    };
    let written = written.await;
    // What remains must not be taken for a backup; an error says more than a file that stays.
    fs::remove_file(&copy).ok();
    fs::remove_file(&part).ok();
    written
}

async fn fill(archive: &mut Archive, db: &Db, files: &Files, url: &str, copy: &Path) -> Result<Summary, BackupError> {
    let copied = db.copy_to(url, copy).await?;
    let start = Start { format: FORMAT, engine: db.engine().name().to_owned() };
    archive.json(START, &start).await?;
    let database = archive.file(DATABASE, copy).await?;
    let mut summary = Summary { files: 0, bytes: 0 };
    for (hash, size) in copied.list_files().await? {
        let record = FileRecord { hash, size, media_type: String::new() };
        let bytes = files.get(&record).await?;
        archive.entry(&format!("{FILES}{hash}"), size, bytes).await?;
        summary.files += 1;
        summary.bytes += size;
    }
    let end = End { database: database.to_string(), files: summary.files, bytes: summary.bytes };
    archive.json(END, &end).await?;
    Ok(summary)
}

/// Gives the whole archive its name, unless somebody else has taken that meanwhile.
fn publish(part: &Path, file: &Path) -> Result<(), BackupError> {
    let failed = |cause: io::Error| match cause.kind() {
        ErrorKind::AlreadyExists => BackupError::Taken(file.to_owned()),
        _ => BackupError::File { file: file.to_owned(), cause },
    };
    match fs::hard_link(part, file) {
        // Some file systems know no second name for a file.
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists && !file.try_exists().map_err(failed)? => {
            fs::rename(part, file).map_err(failed)?;
        }
        linked => linked.map_err(failed)?,
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    crate::engine::sync_folder(folder).map_err(failed)
}

/// A tar that is being written.
struct Archive {
    path: PathBuf,
    out: BufWriter<File>,
}

impl Archive {
    /// Begins one in a file that is held meanwhile. What an earlier run has left there is written over.
    fn create(path: &Path, whole: &Path) -> Result<Self, BackupError> {
        let failed = |cause| BackupError::Unmade { file: whole.to_owned(), cause };
        let file = fs::File::options().create(true).write(true).truncate(false).open(path).map_err(failed)?;
        if file.try_lock().is_err() {
            return Err(BackupError::UnderWay(whole.to_owned()));
        }
        file.set_len(0).map_err(failed)?;
        Ok(Self { path: path.to_owned(), out: BufWriter::with_capacity(CHUNK, File::from_std(file)) })
    }

    fn failed(&self, cause: io::Error) -> BackupError {
        BackupError::File { file: self.path.clone(), cause }
    }

    async fn bytes(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        let written = self.out.write_all(bytes).await;
        written.map_err(|cause| self.failed(cause))
    }

    async fn json(&mut self, name: &str, value: &impl serde::Serialize) -> Result<(), BackupError> {
        let text = serde_json::to_vec(value).map_err(|error| self.failed(error.into()))?;
        let size = text.len() as u64;
        self.entry(name, size, stream::iter([Ok(Bytes::from(text))])).await.map(drop)
    }

    /// A file of this machine; gives its hash.
    async fn file(&mut self, name: &str, path: &Path) -> Result<FileHash, BackupError> {
        let failed = |cause| BackupError::File { file: path.to_owned(), cause };
        let file = File::open(path).await.map_err(failed)?;
        let size = file.metadata().await.map_err(failed)?.len();
        let chunks = stream::try_unfold(file, |mut file| async move {
            let mut chunk = Vec::with_capacity(CHUNK);
            let read = (&mut file).take(CHUNK as u64).read_to_end(&mut chunk).await;
            read.map_err(|cause| StoreError::from(crate::files::FileError::Source(cause)))?;
            Ok((!chunk.is_empty()).then_some((Bytes::from(chunk), file)))
        });
        self.entry(name, size, chunks).await
    }

    /// An entry of exactly so many bytes; gives their hash.
    async fn entry(
        &mut self,
        name: &str,
        size: u64,
        bytes: impl Stream<Item = Result<Bytes, StoreError>>,
    ) -> Result<FileHash, BackupError> {
        let mut header = tar::Header::new_gnu();
        header.set_path(name).map_err(|cause| self.failed(cause))?;
        header.set_size(size);
        header.set_mode(0o600);
        header.set_cksum();
        self.bytes(header.as_bytes()).await?;
        let (mut hasher, mut written) = (Sha256::new(), 0);
        let mut bytes = pin!(bytes);
        while let Some(chunk) = bytes.try_next().await? {
            hasher.update(&chunk);
            written += chunk.len() as u64;
            self.bytes(&chunk).await?;
        }
        if written != size {
            return Err(self.failed(ErrorKind::UnexpectedEof.into()));
        }
        let over = usize::try_from(size % BLOCK as u64).unwrap_or_default();
        if over > 0 {
            self.bytes(&[0; BLOCK][over..]).await?;
        }
        Ok(FileHash::new(hasher.finalize()))
    }

    /// Two empty blocks end a tar. Afterwards all of it is on the disk.
    async fn finish(&mut self) -> Result<(), BackupError> {
        self.bytes(&[0; 2 * BLOCK]).await?;
        let synced = async {
            self.out.flush().await?;
            self.out.get_ref().sync_all().await
        };
        let synced = synced.await;
        synced.map_err(|cause| self.failed(cause))
    }
}
