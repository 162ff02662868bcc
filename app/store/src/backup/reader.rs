//! Reading an archive from its beginning to its end, so that nothing of it is believed that was not looked at.

use super::{BackupError, DATABASE, END, End, FILES, FORMAT, START, Start, Summary};
use crate::{Engine, files::FileHash};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, ErrorKind, Read, Write},
    path::Path,
};

/// How much is read at once.
const CHUNK: usize = 1024 * 1024;
/// More than a beginning or an end has.
const MOST_JSON: u64 = 64 * 1024;

/// What was in an archive.
pub(super) struct Contents {
    /// Which database its copy is of.
    pub(super) engine: Engine,
    /// Its files with their sizes; each is what its hash says.
    pub(super) files: BTreeMap<FileHash, u64>,
    pub(super) summary: Summary,
}

/// Reads an archive to its end. The copy of the database is written to `database`; each file is given to `take`, which must
/// read it to its end and gives the hash of what it has read.
pub(super) fn read(
    path: &Path,
    database: &mut impl Write,
    mut take: impl FnMut(FileHash, &mut dyn Read) -> Result<FileHash, BackupError>,
) -> Result<Contents, BackupError> {
    let file = File::open(path).map_err(|cause| BackupError::File { file: path.to_owned(), cause })?;
    // Whatever cannot be read behind a good beginning was broken off there.
    let broken = |_: io::Error| BackupError::BrokenOff(path.to_owned());
    let mut archive = tar::Archive::new(BufReader::with_capacity(CHUNK, file));
    let mut entries = archive.entries().map_err(broken)?;
    let engine = start(&mut entries, path)?;
    let (mut copied, mut files, mut bytes) = (None, BTreeMap::new(), 0);
    for entry in entries {
        let entry = entry.map_err(broken)?;
        let size = entry.size();
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut entry = Whole { entry, left: size };
        if name == END {
            let end: End = json(&mut entry).map_err(broken)?;
            let summary = Summary { files: files.len() as u64, bytes };
            let found =
                End { database: copied.map(|hash: FileHash| hash.to_string()).unwrap_or_default(), files: summary.files, bytes };
            if found.database != end.database {
                return Err(BackupError::Unsound("it is not the one that was copied".to_owned()));
            }
            return if found == end {
                Ok(Contents { engine, files, summary })
            } else {
                Err(BackupError::BrokenOff(path.to_owned()))
            };
        }
        if name == DATABASE {
            copied = Some(copy(&mut entry, database).map_err(broken)?);
        } else if let Some(hash) = name.strip_prefix(FILES).and_then(|digits| digits.parse().ok()) {
            if take(hash, &mut entry)? != hash {
                return Err(BackupError::DamagedFile(hash));
            }
            files.insert(hash, size);
            bytes += size;
        } else {
            return Err(BackupError::NoBackup(path.to_owned()));
        }
    }
    Err(BackupError::BrokenOff(path.to_owned()))
}

/// What an archive is, from its first entry.
fn start<R: Read>(entries: &mut tar::Entries<'_, R>, path: &Path) -> Result<Engine, BackupError> {
    let none = || BackupError::NoBackup(path.to_owned());
    // An empty file has no entry, and one that is shorter than a block ends too early; neither is known to be a backup.
    let mut first = entries.next().ok_or_else(none)?.map_err(|_| none())?;
    if first.path_bytes() != START.as_bytes() {
        return Err(none());
    }
    let start: Start = json(&mut first).map_err(|_| none())?;
    match Engine::named(&start.engine) {
        Some(engine) if start.format == FORMAT => Ok(engine),
        _ => Err(BackupError::Newer(path.to_owned())),
    }
}

/// An entry that does not end before its end, as one of a tar that was broken off would.
struct Whole<R> {
    entry: R,
    left: u64,
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.entry.read(into)?;
        if read == 0 && self.left > 0 && !into.is_empty() {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

fn json<T: serde::de::DeserializeOwned>(entry: &mut impl Read) -> io::Result<T> {
    let mut text = Vec::new();
    entry.take(MOST_JSON).read_to_end(&mut text)?;
    serde_json::from_slice(&text).map_err(|_| ErrorKind::InvalidData.into())
}

/// Copies to the end, and gives the hash of what was copied.
pub(super) fn copy(from: &mut dyn Read, to: &mut impl Write) -> io::Result<FileHash> {
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        match from.read(&mut chunk)? {
            0 => return Ok(FileHash::new(hasher.finalize())),
            read => {
                hasher.update(&chunk[..read]);
                to.write_all(&chunk[..read])?;
            }
        }
    }
}
