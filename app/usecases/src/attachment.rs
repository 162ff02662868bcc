//! Files in discussions: taken in and looked at before anything names them, kept beside a message or an internal note, and
//! given to whoever may read the words.

mod open;
mod picture;
mod receive;

pub use open::{OpenedFile, Size, open};
pub use receive::{MAX_BYTES, MOST_FILES, QUOTA, ReceivedFile, Receiver, Refusal, RefusedFile, begin};

use coplan_domain::{attachment::FileState, id::AttachmentId, thread::Subject};
use coplan_store::{
    Change, StoreError,
    access::ThreadWrite,
    attachment::{self, Attachment, NewAttachment},
};
use std::collections::BTreeMap;

/// A file beside a message or a note, as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileView {
    /// Which.
    pub id: AttachmentId,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// The width and height in pixels at which it is shown, where it is a picture.
    pub picture: Option<(i64, i64)>,
    /// Which version it is, counted from 1.
    pub version: i64,
    /// Whether no later one is in its discussion.
    pub is_newest: bool,
    /// How far its approval is.
    pub state: FileState,
}

impl From<Attachment> for FileView {
    fn from(attachment: Attachment) -> Self {
        let picture = attachment.preview.map(|preview| (preview.width, preview.height));
        Self {
            id: attachment.id,
            name: attachment.name,
            size: attachment.file.size,
            picture,
            version: attachment.version,
            is_newest: attachment.is_newest,
            state: attachment.state,
        }
    }
}

/// The files of each message or note.
pub(crate) fn by_home<H: Ord>(files: Vec<(H, Attachment)>) -> BTreeMap<H, Vec<FileView>> {
    let mut by_home = BTreeMap::<H, Vec<FileView>>::new();
    for (home, file) in files {
        by_home.entry(home).or_default().push(file.into());
    }
    by_home
}

/// What is written beside these files: where nothing is, what they are called.
pub(crate) fn words_with(typed: &str, files: &[ReceivedFile]) -> String {
    if files.is_empty() || !typed.trim().is_empty() {
        return typed.to_owned();
    }
    files.iter().map(ReceivedFile::name).collect::<Vec<_>>().join(", ")
}

/// What tells a form that is sent twice from another one: its words, and the files beside them.
pub(crate) fn marks(words: &[&str], files: &[ReceivedFile]) -> Vec<String> {
    let files = files.iter().map(|file| format!("{} {}", file.name(), file.kept().file.record().hash));
    words.iter().map(|word| (*word).to_owned()).chain(files).collect()
}

/// Whether these files were kept.
pub(crate) fn are_kept(kept: &[Attachment], files: &[ReceivedFile]) -> bool {
    let same =
        |(kept, file): (&Attachment, &ReceivedFile)| kept.name == file.name() && kept.file.hash == file.kept().file.record().hash;
    kept.len() == files.len() && kept.iter().zip(files).all(same)
}

/// The files as the store keeps them. Where the other side does not see them, it is not asked to approve them.
pub(crate) fn to_keep(files: &[ReceivedFile], subject: &Subject) -> Vec<NewAttachment> {
    let is_seen = subject.shared && !subject.inside;
    let kept = |file: &ReceivedFile| {
        let kept = file.kept().clone();
        NewAttachment { asks_approval: kept.asks_approval && is_seen, ..kept }
    };
    files.iter().map(kept).collect()
}

/// Whether the files that new versions were made of are in the writer's thread.
pub(crate) async fn has_earlier(change: &mut Change, write: &ThreadWrite, files: &[ReceivedFile]) -> Result<bool, StoreError> {
    for of in files.iter().filter_map(|file| file.kept().version_of) {
        if attachment::find(change, write.scope(), write.money(), write.thread(), of).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}
