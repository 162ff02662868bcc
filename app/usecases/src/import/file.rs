//! Files as they arrive, before anything of them is read.

use super::{invoice_table::TableReading, outcome};
use crate::{
    Error, InternalError, Portal,
    scan::{self, ScanRefusal},
};
use bytes::Bytes;
use coplan_domain::format::MAX_BYTES;
use coplan_store::{
    StoreError,
    access::{Actor, Staff, StaffWrite, System},
    files::StoredFile,
    import as upload,
};
use futures_util::stream;
use jiff::SignedDuration;

/// How many files one person may have waiting.
pub const MOST_FILES: usize = 20;
/// How long a file waits for its confirmation.
pub(super) const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 120;

/// A file as it arrives.
#[derive(Debug, Clone)]
pub struct IncomingFile {
    /// What it is called.
    pub name: String,
    /// What is in it; may be cut off where it is larger than a file may be.
    pub bytes: Vec<u8>,
    /// How many bytes came.
    pub size: usize,
}

/// A file that is not taken in at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFile {
    /// What it is called.
    pub name: String,
    /// Why.
    pub why: Refusal,
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than any file may have.
    TooLarge {
        /// How many came.
        bytes: usize,
        /// How many may.
        limit: usize,
    },
    /// An archive, or a file in one, that cannot be opened.
    NotOpened,
    /// More than may wait, or than an archive may hold.
    TooMany {
        /// How many may.
        limit: usize,
    },
    /// The virus scanner found something in it.
    Infected {
        /// What, by the scanner's name for it.
        found: String,
    },
    /// The virus scanner does not answer.
    NotScanned,
}

/// Asks the virus scanner about a file, where there is one.
pub(super) async fn scanned(portal: &Portal, actor: &Actor, bytes: &[u8]) -> Result<Result<(), Refusal>, InternalError> {
    let whole = async { Ok(stream::iter([Ok(Bytes::copy_from_slice(bytes))])) };
    Ok(scan::check(portal, actor, whole).await?.map_err(|refused| match refused {
        ScanRefusal::Found(found) => Refusal::Infected { found },
        ScanRefusal::Away => Refusal::NotScanned,
    }))
}

/// A file whose bytes are written and that nobody names yet; or why it is refused.
#[derive(Debug)]
pub struct TakenFile {
    name: String,
    taken: Result<StoredFile, Refusal>,
}

impl TakenFile {
    /// Whether it counts among those that may come at once.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.taken.is_ok()
    }
}

/// Writes the bytes of a file that comes with `before` others, outside any transaction, and reads it: what it holds is
/// known when it is looked at.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn take(portal: &Portal, actor: &Actor, file: IncomingFile, before: usize) -> Result<TakenFile, Error> {
    // Before anything is written; it is proved again with what is kept.
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let name = file_name(&file.name);
    if file.size > MAX_BYTES {
        return Ok(TakenFile { name, taken: Err(Refusal::TooLarge { bytes: file.size, limit: MAX_BYTES }) });
    }
    if before >= MOST_FILES {
        return Ok(TakenFile { name, taken: Err(Refusal::TooMany { limit: MOST_FILES }) });
    }
    if let Err(why) = scanned(portal, actor, &file.bytes).await? {
        return Ok(TakenFile { name, taken: Err(why) });
    }
    let stored = portal.files.put_bytes(file.bytes.clone()).await?;
    let reading = TableReading::load(portal, staff.into()).await?;
    outcome::of(stored.record().hash, &reading, async || Ok(file.bytes)).await?;
    Ok(TakenFile { name, taken: Ok(stored) })
}

/// Keeps files to be previewed. Gives those that are refused; the others go on.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn insert(portal: &Portal, actor: &Actor, files: Vec<TakenFile>) -> Result<Vec<RefusedFile>, Error> {
    let mut change = portal.change_touched().await?;
    // Locked, so that two uploads at once do not both find the same room.
    let write = StaffWrite::prove(&mut change, actor).await?;
    upload::remove_old(&mut change, &write, WAITS).await?;
    let waiting = usize::try_from(upload::count(&mut change, write.staff()).await?).unwrap_or(MOST_FILES);
    let mut room = MOST_FILES.saturating_sub(waiting);
    let mut refused = Vec::new();
    for TakenFile { name, taken } in files {
        match taken {
            Ok(stored) if room > 0 => {
                upload::insert(&mut change, &write, &name, &stored, None).await?;
                room -= 1;
            }
            Ok(_) => refused.push(RefusedFile { name, why: Refusal::TooMany { limit: MOST_FILES } }),
            Err(why) => refused.push(RefusedFile { name, why }),
        }
    }
    portal.commit(change).await?;
    Ok(refused)
}

/// Forgets files that have waited for longer than a day, whosever they are. For the worker, now and then.
///
/// # Errors
/// [`InternalError`] where the database cannot be written.
pub async fn forget_old(portal: &Portal, system: &System) -> Result<(), InternalError> {
    let mut change = portal.change_touched().await?;
    upload::remove_old(&mut change, system, WAITS).await?;
    portal.commit(change).await
}

/// The staff person who imports invoices: one who sees sums.
pub(super) fn importer(actor: &Actor) -> Result<&Staff, Error> {
    actor.staff().filter(|staff| staff.sees_sums()).ok_or(Error::NotFound)
}

/// The bytes of a file that waits.
pub(super) async fn bytes(portal: &Portal, waiting: &upload::Upload) -> Result<Vec<u8>, StoreError> {
    portal.files.read(&waiting.file, MAX_BYTES as u64).await
}

/// The last part of a name, without what cannot be in a header or on a page.
pub(crate) fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if name.trim().is_empty() { "invoice.xml".to_owned() } else { name.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_the_last_part_of_its_name() {
        assert_eq!(file_name("C:\\invoices\\1057.xml"), "1057.xml");
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("a\r\nb.xml"), "ab.xml");
        assert_eq!(file_name(" / "), "invoice.xml");
    }
}
