//! The preview: what each document of the files that wait is, before anything is kept.

use super::{
    document::{Checked, Content, DocumentPreview, Recent},
    file::{bytes, importer},
    invoice_table::TableReading,
    outcome,
};
use crate::{Error, InternalError, Portal};
use coplan_domain::id::UploadId;
use coplan_store::{
    access::{Actor, Billing, System},
    import as upload, invoice,
};
use jiff::SignedDuration;
use tokio::task::spawn_blocking;

/// How long something imported counts as recent.
const RECENT: SignedDuration = SignedDuration::from_hours(1);
/// How many of those are listed at most.
const MOST_RECENT: i64 = 20;

/// What waits for somebody to confirm it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Each file, in the order they came.
    pub files: Vec<FilePreview>,
    /// What the person imported within the last hour, newest first.
    pub recent: Vec<Recent>,
}

/// A file and what is in it.
#[derive(Debug, Clone)]
pub struct FilePreview {
    /// Which file; its first document will have the same id.
    pub id: UploadId,
    /// What it is called.
    pub file_name: String,
    /// Each document, in the order of the file.
    pub documents: Vec<DocumentPreview>,
}

impl Preview {
    /// How many documents can be imported.
    #[must_use]
    pub fn ready(&self) -> usize {
        self.files.iter().flat_map(|file| &file.documents).filter(|document| document.is_ready()).count()
    }
}

/// Says what the files of this person hold, without keeping anything of them.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not one of the supplier's people who see sums.
pub async fn preview(portal: &Portal, actor: &Actor) -> Result<Preview, Error> {
    let staff = importer(actor)?;
    let by = Billing::from(staff);
    let waiting = upload::list(&mut *portal.db.read().await?, staff).await?;
    let reading = TableReading::load(portal, by).await?;
    let mut files = Vec::new();
    for id in waiting {
        // Somebody else may have the connection while a file is read.
        let found = upload::find(&mut *portal.db.read().await?, staff, id).await?;
        let Some(waiting) = found else { continue };
        let outcome = outcome::of(waiting.file.hash, &reading, async || Ok(bytes(portal, &waiting).await?)).await?;
        let mut file = FilePreview { id, file_name: waiting.file_name, documents: Vec::new() };
        for content in outcome.documents.preview(&mut *portal.db.read().await?, by).await? {
            let twin_of = twin_of(files.iter().chain([&file]), &content);
            file.documents.push(DocumentPreview { content, twin_of });
        }
        files.push(file);
    }
    let mut conn = portal.db.read().await?;
    let recent = invoice::list_recent(&mut conn, by, portal.clock.now() - RECENT, MOST_RECENT).await?;
    Ok(Preview { files, recent: recent.into_iter().map(Recent::Invoice).collect() })
}

/// Of two that are the same document the later one is the twin of the first, which alone can be imported.
fn twin_of<'p>(mut before: impl Iterator<Item = &'p FilePreview>, content: &Content) -> Option<String> {
    let is_twin = |document: &DocumentPreview| document.is_ready() && document.content.is_twin(content);
    before.find(|file| file.documents.iter().any(is_twin)).map(|first| first.file_name.clone())
}

/// Says what a file holds, at the console of the machine. Never to be reached from the network.
pub async fn preview_from_console(portal: &Portal, system: &System, bytes: Vec<u8>) -> Result<Vec<Content>, InternalError> {
    let by = Billing::at_console(system);
    let reading = TableReading::load(portal, by).await?;
    let checked = spawn_blocking(move || Checked::read(&bytes, &reading)).await.map_err(|_| InternalError::Reading)?;
    checked.preview(&mut *portal.db.read().await?, by).await
}
