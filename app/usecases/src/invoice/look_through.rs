//! The dry run: files are taken in, and what each of them is is told before anything is kept.

use super::read::{FileRead, ReadInvoice, look_at, parse};
use crate::{Error, Portal};
use coplan_domain::{id::UploadId, invoice::ubl::MAX_BYTES};
use coplan_store::{
    access::{Actor, Billing, Staff, StaffWrite},
    invoice::{self, BroughtIn, upload},
};
use jiff::SignedDuration;

/// How many files one person may have waiting.
pub const MOST_FILES: usize = 20;
/// How long a file waits for its confirmation.
const WAITS: SignedDuration = SignedDuration::from_hours(24);
/// How long something kept counts as kept lately.
const LATELY: SignedDuration = SignedDuration::from_hours(1);
/// How many of those are listed at most.
const MOST_LATELY: i64 = 20;
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 120;

/// A file as it arrives.
#[derive(Debug, Clone)]
pub struct IncomingFile {
    /// What it is called.
    pub name: String,
    /// What is in it; may be cut off where it is larger than an invoice may be.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than an invoice may have.
    TooLarge {
        /// How many came.
        bytes: usize,
        /// How many may.
        limit: usize,
    },
    /// As many are waiting as may.
    TooMany {
        /// How many may wait.
        limit: usize,
    },
}

/// Takes files in for a look. Gives those that are refused; the others go on.
pub async fn upload(portal: &Portal, actor: &Actor, files: Vec<IncomingFile>) -> Result<Vec<RefusedFile>, Error> {
    let mut change = portal.change_touched().await?;
    // Locked, so that two uploads at once do not both find the same room.
    let write = StaffWrite::prove(&mut change, actor).await?;
    upload::remove_old(&mut change, &write, WAITS).await?;
    let waiting = usize::try_from(upload::count(&mut change, write.staff()).await?).unwrap_or(MOST_FILES);
    let mut room = MOST_FILES.saturating_sub(waiting);
    let mut refused = Vec::new();
    for file in files {
        let name = file_name(&file.name);
        if file.size > MAX_BYTES {
            refused.push(RefusedFile { name, why: Refusal::TooLarge { bytes: file.size, limit: MAX_BYTES } });
        } else if room == 0 {
            refused.push(RefusedFile { name, why: Refusal::TooMany { limit: MOST_FILES } });
        } else {
            upload::insert(&mut change, &write, &name, &file.bytes).await?;
            room -= 1;
        }
    }
    portal.commit(change).await?;
    Ok(refused)
}

/// The last part of a name, without what cannot stand in a header or on a page.
pub(super) fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if name.trim().is_empty() { "invoice.xml".to_owned() } else { name.trim().to_owned() }
}

/// What waits for this person.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Each file, in the order they came.
    pub uploads: Vec<ReadUpload>,
    /// What the person kept within the last hour, newest first.
    pub recent: Vec<BroughtIn>,
}

/// A file and what it turned out to be.
#[derive(Debug, Clone)]
pub struct ReadUpload {
    /// Which file; its invoice will have the same id.
    pub id: UploadId,
    /// What it is called.
    pub file_name: String,
    /// What it is.
    pub read: FileRead,
    /// What the file before it is called that has the same number of the same seller; only that one can be kept.
    pub twin_of: Option<String>,
}

impl ReadUpload {
    /// What can be kept of it.
    #[must_use]
    pub fn ready(&self) -> Option<&ReadInvoice> {
        match &self.read {
            FileRead::Ready(read) if self.twin_of.is_none() => Some(read),
            FileRead::Ready(_) | FileRead::Duplicate { .. } | FileRead::Unreadable(_) => None,
        }
    }
}

/// Says what each waiting file is, without keeping anything of it.
pub async fn look_through(portal: &Portal, actor: &Actor) -> Result<Preview, Error> {
    let staff: &Staff = actor.staff().ok_or(Error::NotFound)?;
    let by = Billing::from(staff);
    let waiting = upload::list(&mut *portal.db.read().await?, staff).await?;
    let mut uploads = Vec::new();
    for id in waiting {
        // Somebody else may have the connection while a file is parsed.
        let found = upload::find(&mut *portal.db.read().await?, staff, id).await?;
        let Some(waiting) = found else { continue };
        let (_, read) = parse(waiting.bytes).await?;
        let read = look_at(&mut *portal.db.read().await?, by, read).await?;
        let twin_of = twin_of(&uploads, &read);
        uploads.push(ReadUpload { id: waiting.id, file_name: waiting.file_name, read, twin_of });
    }
    let mut conn = portal.db.read().await?;
    let recent = invoice::list_brought_in(&mut conn, by, portal.clock.now() - LATELY, MOST_LATELY).await?;
    Ok(Preview { uploads, recent })
}

/// A seller numbers each document once, so of two files with the same number the later one is a twin of the first.
fn twin_of(before: &[ReadUpload], read: &FileRead) -> Option<String> {
    let FileRead::Ready(read) = read else { return None };
    let is_twin = |first: &ReadInvoice| {
        first.invoice.number == read.invoice.number && first.invoice.seller.is_same_company(&read.invoice.seller)
    };
    before.iter().find(|upload| upload.ready().is_some_and(is_twin)).map(|first| first.file_name.clone())
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
