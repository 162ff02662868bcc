//! A ZIP archive becomes the files in it, each of which is a file of its own from then on. Its bounds keep a small archive from
//! becoming much: how many files, how large each is, how large all of them are, and how much each may grow.

use super::{IncomingFile, Refusal, RefusedFile};
use crate::InternalError;
use coplan_domain::format::{FileKind, MAX_BYTES, detect};
use std::io::{Cursor, Read};
use tokio::task::spawn_blocking;
use zip::ZipArchive;

/// The most files of one archive.
pub const MOST_ENTRIES: usize = 1_000;
/// The most bytes of all its files together.
const MOST_BYTES: u64 = 50 * 1024 * 1024;
/// How many times its packed size a file may have; XML of many equal lines reaches fifty.
const MOST_RATIO: u64 = 200;

/// The files of an archive, or the one file where it is none; and what of the archive is refused.
#[derive(Debug, Default)]
pub struct Unpacked {
    /// In the order of the archive.
    pub files: Vec<IncomingFile>,
    /// What cannot be opened.
    pub refused: Vec<RefusedFile>,
}

/// Opens a file where it is a ZIP archive. An archive in an archive stays closed.
///
/// # Errors
/// [`InternalError`] where the reading was broken off.
pub async fn unpack(file: IncomingFile) -> Result<Unpacked, InternalError> {
    if file.size > MAX_BYTES || detect(&file.bytes) != FileKind::Zip {
        return Ok(Unpacked { files: vec![file], ..Unpacked::default() });
    }
    spawn_blocking(move || open(&file)).await.map_err(|_| InternalError::Reading)
}

fn open(file: &IncomingFile) -> Unpacked {
    let refuse = |name: &str, why| RefusedFile { name: name.to_owned(), why };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(&file.bytes)) else {
        return Unpacked { refused: vec![refuse(&file.name, Refusal::NotOpened)], ..Unpacked::default() };
    };
    if archive.len() > MOST_ENTRIES {
        let why = Refusal::TooMany { limit: MOST_ENTRIES };
        return Unpacked { refused: vec![refuse(&file.name, why)], ..Unpacked::default() };
    }
    let (mut unpacked, mut total) = (Unpacked::default(), 0);
    for place in 0..archive.len() {
        let Ok(entry) = archive.by_index(place) else {
            unpacked.refused.push(refuse(&file.name, Refusal::NotOpened));
            continue;
        };
        let name = entry.name().to_owned();
        if entry.is_dir() || is_hidden(&name) {
            continue;
        }
        // What the archive says of sizes is its writer's word alone: bytes are counted as they come.
        let limit = (MAX_BYTES as u64).min(entry.compressed_size().saturating_mul(MOST_RATIO).saturating_add(1024));
        let mut bytes = Vec::new();
        let Ok(read) = entry.take(limit + 1).read_to_end(&mut bytes) else {
            unpacked.refused.push(refuse(&name, Refusal::NotOpened));
            continue;
        };
        total += read as u64;
        if read as u64 > limit || total > MOST_BYTES {
            unpacked.refused.push(refuse(&name, Refusal::TooLarge { bytes: read, limit: MAX_BYTES }));
            if total > MOST_BYTES {
                return unpacked;
            }
            continue;
        }
        unpacked.files.push(IncomingFile { name, size: bytes.len(), bytes });
    }
    unpacked
}

/// What systems add to archives for themselves.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit(['/', '\\']).next().is_some_and(|last| last.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(files: &[(&str, Vec<u8>)]) -> IncomingFile {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        IncomingFile { name: "all.zip".to_owned(), size: bytes.len(), bytes }
    }

    fn names(unpacked: &Unpacked) -> Vec<&str> {
        unpacked.files.iter().map(|file| file.name.as_str()).collect()
    }

    #[tokio::test]
    async fn an_archive_is_its_files_and_another_file_is_itself() {
        let packed = archive(&[
            ("2026/a.xml", b"<a/>".to_vec()),
            ("__MACOSX/a.xml", vec![0]),
            (".DS_Store", vec![0]),
            ("b.xml", b"<b/>".to_vec()),
        ]);
        let unpacked = unpack(packed).await.unwrap();
        assert_eq!((names(&unpacked), unpacked.refused.len()), (vec!["2026/a.xml", "b.xml"], 0));
        let other = IncomingFile { name: "c.xml".to_owned(), size: 4, bytes: b"<c/>".to_vec() };
        assert_eq!(names(&unpack(other).await.unwrap()), ["c.xml"]);
    }

    #[tokio::test]
    async fn what_grows_beyond_its_bounds_is_refused_and_the_rest_is_read() {
        let packed = archive(&[("bomb.xml", vec![b' '; 8 * 1024 * 1024]), ("b.xml", b"<b/>".to_vec())]);
        let unpacked = unpack(packed).await.unwrap();
        assert_eq!(names(&unpacked), ["b.xml"]);
        assert!(
            matches!(unpacked.refused.as_slice(), [RefusedFile { why: Refusal::TooLarge { .. }, .. }]),
            "{:?}",
            unpacked.refused
        );
        let many: Vec<_> = (0..=MOST_ENTRIES).map(|n| (n.to_string(), Vec::new())).collect();
        let many: Vec<_> = many.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let unpacked = unpack(archive(&many)).await.unwrap();
        assert!(unpacked.files.is_empty() && unpacked.refused.len() == 1);
    }

    #[tokio::test]
    async fn a_broken_archive_is_refused() {
        let mut packed = archive(&[("a.xml", b"<a/>".to_vec())]);
        packed.bytes.truncate(packed.bytes.len() / 2);
        let unpacked = unpack(packed).await.unwrap();
        assert!(unpacked.files.is_empty());
        assert!(matches!(unpacked.refused.as_slice(), [RefusedFile { why: Refusal::NotOpened, .. }]));
    }
}
