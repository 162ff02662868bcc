//! A file with all its versions, and the next one.

use super::{NewVersionForm, ReplyForm, reader, reply_with, writes};
use crate::{
    Error, Portal,
    attachment::ReceivedFile,
    customer_layout::{self, CustomerLayoutView},
    form::Parse,
};
use coplan_domain::{
    attachment::{FileDecision, FileState, decider},
    id::{AttachmentId, CustomerId, MessageId, ThreadId},
    person::Side,
};
use coplan_store::{
    access::Actor,
    attachment::{self, FileVersion},
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A file with its versions, as one reader may see it.
#[derive(Debug, Clone)]
pub struct FilePage {
    /// What is around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// In which discussion.
    pub thread: ThreadId,
    /// What that is called.
    pub title: String,
    /// Whether the other side sees it too.
    pub is_shared: bool,
    /// The versions, the newest first; at least one.
    pub versions: Vec<FileVersionView>,
    /// Whether the reader may bring the next version, ask and decide.
    pub may_write: bool,
    /// The reader's side.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVersionView {
    /// The file.
    pub id: AttachmentId,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its SHA-256.
    pub hash: String,
    /// Which version it is.
    pub version: i64,
    /// Beside which message.
    pub message: MessageId,
    /// Who brought it.
    pub author: String,
    /// That one's side.
    pub side: Side,
    /// When.
    pub sent_at: Timestamp,
    /// How far its approval is.
    pub state: FileState,
    /// Who asked for its approval, and when.
    pub asked: Option<(String, Timestamp)>,
    /// What was decided of it.
    pub decided: Option<FileDecision>,
}

impl From<FileVersion> for FileVersionView {
    fn from(version: FileVersion) -> Self {
        let file = version.file;
        Self {
            id: file.id,
            name: file.name,
            size: file.file.size,
            hash: file.file.hash.to_string(),
            version: file.version,
            message: version.message,
            author: version.author,
            side: version.side,
            sent_at: version.sent_at,
            state: file.state,
            asked: version.asked,
            decided: version.decided,
        }
    }
}

impl FilePage {
    /// The version that holds, where the reader may decide of it now.
    #[must_use]
    pub fn to_decide(&self) -> Option<&FileVersionView> {
        let may = |it: &&FileVersionView| self.may_write && !it.state.is_decided() && decider(it.side) == self.side;
        self.versions.first().filter(may)
    }

    /// The version that holds, where the reader may ask the other side to approve it.
    #[must_use]
    pub fn to_ask(&self) -> Option<&FileVersionView> {
        let may = |it: &&FileVersionView| {
            self.may_write && self.is_shared && it.state == FileState::Free && decider(it.side) != self.side
        };
        self.versions.first().filter(may)
    }
}

/// Shows a file by any of its versions.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show_file(portal: &Portal, actor: &Actor, customer: CustomerId, id: AttachmentId) -> Result<FilePage, Error> {
    let mut conn = portal.db.read().await?;
    let reader = reader(&mut conn, actor, customer).await?;
    let versions = attachment::list_versions(&mut conn, reader.scope, reader.access.money, id).await?;
    let home = versions.first().ok_or(Error::NotFound)?.thread;
    let found = reader.find(&mut conn, home).await?;
    let may_write = writes(portal, &mut conn, actor, &reader, found.subject.project).await?;
    Ok(FilePage {
        layout: customer_layout::find(portal, &mut conn, actor, &reader.access).await?,
        thread: home,
        title: found.title,
        is_shared: found.subject.shared && !found.subject.inside,
        versions: versions.into_iter().map(FileVersionView::from).collect(),
        may_write,
        side: reader.scope.side(),
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}

/// Whether what goes with a next version can be taken.
///
/// # Errors
/// [`Error::Invalid`].
pub fn check_version(form: &NewVersionForm) -> Result<(), Error> {
    form.parse()?;
    Ok(())
}

/// Keeps the next version of a file, which is a message in its discussion; sent twice, it is kept once.
///
/// # Errors
/// [`Error`].
pub async fn add_version(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: AttachmentId,
    (form, file): (&NewVersionForm, ReceivedFile),
) -> Result<(ThreadId, MessageId), Error> {
    let text = form.parse()?.text.map(String::from).unwrap_or_default();
    let thread = show_file(portal, actor, customer, id).await?.thread;
    let file = file.as_version_of(id);
    let file = if form.asks_approval { file.asking_approval() } else { file };
    let reply = ReplyForm { message: form.message, text };
    let said = reply_with(portal, actor, customer, thread, &reply, &[file]).await?;
    Ok((thread, said))
}
