//! Giving a file to whoever may read what it stands beside.

use crate::{Error, Portal, portal::access_to, security_log};
use coplan_domain::id::{AttachmentId, CustomerId, ThreadId};
use coplan_store::{
    access::Actor,
    attachment,
    files::{FileRecord, FileStream},
};

/// Which form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// All of it.
    Whole,
    /// A picture as large as it is shown.
    Shown,
}

/// A file on its way to a reader.
pub struct OpenedFile {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub file: FileRecord,
    /// Its bytes.
    pub bytes: FileStream,
}

/// Gives a file beside a message, or for the supplier's people beside an internal note.
pub async fn open(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    thread: ThreadId,
    (id, size): (AttachmentId, Size),
) -> Result<OpenedFile, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let scope = access.discussion.ok_or(Error::NotFound)?;
    let mut found = attachment::find(&mut conn, scope, access.money, thread, id).await?;
    if let (None, Some(internal)) = (&found, access.internal) {
        found = attachment::find_noted(&mut conn, internal, thread, id).await?;
    }
    // A slow download must not occupy a connection.
    drop(conn);
    let found = found.ok_or(Error::NotFound)?;
    let file = match size {
        Size::Whole => found.file,
        Size::Shown => found.preview.ok_or(Error::NotFound)?.file,
    };
    let bytes = portal.files.get(&file).await?;
    if size == Size::Whole {
        security_log::try_note_export(portal, actor).await;
    }
    Ok(OpenedFile { name: found.name, file, bytes })
}
