//! Files as they arrive, before anything of them is read.

use crate::{Error, Portal};
use coplan_domain::format::MAX_BYTES;
use coplan_store::{
    StoreError,
    access::{Actor, StaffWrite},
    import as upload,
};
use jiff::SignedDuration;

/// How many files one person may have waiting.
pub const MOST_FILES: usize = 20;
/// How long a file waits for its confirmation.
const WAITS: SignedDuration = SignedDuration::from_hours(24);
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// More bytes than any file may have.
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

/// Takes files in to be previewed. Gives those that are refused; the others go on.
///
/// # Errors
/// [`Refused::NotFound`] for whoever is not one of the supplier's people.
pub async fn upload(portal: &Portal, actor: &Actor, files: Vec<IncomingFile>) -> Result<Vec<RefusedFile>, Error> {
    // Before anything is written; it is proved again with what is kept.
    actor.staff().ok_or(Error::NotFound)?;
    let (mut incoming, mut written) = (Vec::new(), 0);
    for file in files {
        let name = file_name(&file.name);
        // Bytes first, outside the transaction.
        let taken = if file.size > MAX_BYTES {
            Err(Refusal::TooLarge { bytes: file.size, limit: MAX_BYTES })
        } else if written == MOST_FILES {
            Err(Refusal::TooMany { limit: MOST_FILES })
        } else {
            written += 1;
            Ok(portal.files.put_bytes(file.bytes).await?)
        };
        incoming.push((name, taken));
    }
    let mut change = portal.change_touched().await?;
    // Locked, so that two uploads at once do not both find the same room.
    let write = StaffWrite::prove(&mut change, actor).await?;
    upload::remove_old(&mut change, &write, WAITS).await?;
    let waiting = usize::try_from(upload::count(&mut change, write.staff()).await?).unwrap_or(MOST_FILES);
    let mut room = MOST_FILES.saturating_sub(waiting);
    let mut refused = Vec::new();
    for (name, taken) in incoming {
        match taken {
            Ok(stored) if room > 0 => {
                upload::insert(&mut change, &write, &name, &stored).await?;
                room -= 1;
            }
            Ok(_) => refused.push(RefusedFile { name, why: Refusal::TooMany { limit: MOST_FILES } }),
            Err(why) => refused.push(RefusedFile { name, why }),
        }
    }
    portal.commit(change).await?;
    Ok(refused)
}

/// The bytes of a file that waits.
pub(super) async fn bytes(portal: &Portal, waiting: &upload::Upload) -> Result<Vec<u8>, StoreError> {
    portal.files.read(&waiting.file, MAX_BYTES as u64).await
}

/// The last part of a name, without what cannot be in a header or on a page.
pub(super) fn file_name(sent: &str) -> String {
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
