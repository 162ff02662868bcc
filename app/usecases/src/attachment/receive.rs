//! Files as they arrive with a message: streamed to where files are, judged by what is in them.

use super::picture::{self, Rewritten};
use crate::{
    Error, InternalError, Portal,
    portal::access_to,
    scan::{self, ScanRefusal},
};
use bytes::Bytes;
use coplan_domain::id::{AttachmentId, CustomerId};
use coplan_store::{
    StoreError,
    access::Actor,
    attachment::{NewAttachment, sum_of_bytes},
    files::{FileError, StoredFile},
};
use futures_util::{Stream, TryStreamExt};
use std::io;

/// The most bytes of one file: a photograph, a drawing, a report with pictures.
pub const MAX_BYTES: u64 = 20 * 1024 * 1024;
/// The most files beside one message.
pub const MOST_FILES: usize = 10;
/// The most bytes of all files in one customer's discussions.
pub const QUOTA: u64 = 5 * 1024 * 1024 * 1024;
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 120;

/// What programs are: nobody sends them in a discussion.
const PROGRAMS: [&str; 6] = [
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-mach-binary",
    "application/java",
    "application/vnd.android.dex",
    "application/llvm",
];

/// A file whose bytes are written and that nothing names yet.
#[derive(Debug, Clone)]
pub struct ReceivedFile(NewAttachment);

impl ReceivedFile {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    pub(super) fn kept(&self) -> &NewAttachment {
        &self.0
    }

    /// The same as a new version of this file; which one it is, is proved when it is kept.
    #[must_use]
    pub fn as_version_of(self, file: AttachmentId) -> Self {
        Self(NewAttachment { version_of: Some(file), ..self.0 })
    }

    /// The same, and the other side is asked to approve it.
    #[must_use]
    pub fn asking_approval(self) -> Self {
        Self(NewAttachment { asks_approval: true, ..self.0 })
    }
}

/// A file that is not taken in.
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
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// More than [`MOST_FILES`].
    TooMany,
    /// Something that a computer would run.
    Program,
    /// A picture that cannot be read, or one with more dots than any camera's.
    Unreadable,
    /// Other pictures of the same person are being read still.
    Busy,
    /// All files of the customer would be more than [`QUOTA`].
    Full,
    /// The virus scanner found something in it.
    Infected {
        /// What, by the scanner's name for it.
        found: String,
    },
    /// The virus scanner does not answer.
    NotScanned,
}

/// Takes in the files of one message.
#[derive(Debug)]
pub struct Receiver {
    /// Whose files they are.
    actor: Actor,
    /// Bytes that are left of the quota.
    room: u64,
    taken: usize,
}

/// Begins to take in files for a customer's discussions, before a byte of them is written. What they are kept beside is
/// proved again then.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<Receiver, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let used = sum_of_bytes(&mut conn, access.discussion.ok_or(Error::NotFound)?).await?;
    Ok(Receiver { actor: actor.clone(), room: QUOTA.saturating_sub(used), taken: 0 })
}

impl Receiver {
    /// Writes one file, or says why not. Pictures are written anew.
    ///
    /// # Errors
    /// [`Error::Internal`] where it breaks off or cannot be written.
    pub async fn take(
        &mut self,
        portal: &Portal,
        name: &str,
        bytes: impl Stream<Item = io::Result<Bytes>>,
    ) -> Result<Result<ReceivedFile, RefusedFile>, Error> {
        let name = file_name(name);
        let refused = |why| Ok(Err(RefusedFile { name: name.clone(), why }));
        if self.taken >= MOST_FILES {
            return refused(Refusal::TooMany);
        }
        let stored = match portal.files.put(MAX_BYTES, bytes).await {
            Err(StoreError::Files(FileError::TooLarge(_))) => return refused(Refusal::TooLarge),
            stored => stored?,
        };
        let record = stored.record();
        if record.size > self.room {
            return refused(Refusal::Full);
        }
        if PROGRAMS.contains(&record.media_type.as_str()) {
            return refused(Refusal::Program);
        }
        let whole = async { Ok(portal.files.get(record).await?.map_err(io::Error::other)) };
        match scan::check(portal, &self.actor, whole).await? {
            Ok(()) => {}
            Err(ScanRefusal::Found(found)) => return refused(Refusal::Infected { found }),
            Err(ScanRefusal::Away) => return refused(Refusal::NotScanned),
        }
        let received = match picture::format_of(&record.media_type) {
            None => NewAttachment { name, file: stored, preview: None, version_of: None, asks_approval: false },
            // What came is named by nothing, and so is swept, with all that a camera noted in it.
            Some(format) => {
                match picture::rewrite(self.actor.person(), portal.files.read(record, MAX_BYTES).await?, format).await? {
                    Err(why) => return refused(why),
                    Ok(picture) => kept(portal, &name, picture).await?,
                }
            }
        };
        self.room -= received.file.record().size.min(self.room);
        self.taken += 1;
        Ok(Ok(ReceivedFile(received)))
    }
}

async fn kept(portal: &Portal, name: &str, picture: Rewritten) -> Result<NewAttachment, InternalError> {
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    let name = picture.named(name);
    let file = portal.files.put_bytes(picture.whole).await?;
    let preview: StoredFile = portal.files.put_bytes(picture.preview).await?;
    let preview = Some((preview, width, height));
    Ok(NewAttachment { name, file, preview, version_of: None, asks_approval: false })
}

/// The last part of a name, without what cannot be in a header or on a page.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_plain =
        |c: &char| !c.is_control() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: Vec<char> = last.chars().filter(is_plain).collect();
    // The end says what it is.
    let name: String = name[name.len().saturating_sub(LONGEST_NAME)..].iter().collect();
    if name.trim().is_empty() { "file".to_owned() } else { name.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_the_last_part_of_its_name_and_keeps_its_end() {
        assert_eq!(file_name("C:\\photos\\gate 2.jpg"), "gate 2.jpg");
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("gate\u{202e}gpj.exe"), "gategpj.exe", "letters that turn the others around are dropped");
        assert_eq!(file_name(" / "), "file");
        assert!(file_name(&format!("{}.pdf", "a".repeat(300))).ends_with("aaa.pdf"));
    }
}
