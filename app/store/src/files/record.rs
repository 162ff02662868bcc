//! The rows of files: what is known of each, and which rows name it.

use super::{FileError, FileHash, StoredFile};
use crate::{
    Change, Conn, Result, StoreError,
    access::WriteProof,
    bulk_insert::{self, Value},
    row::Columns,
};
use sqlx::{AssertSqlSafe, any::AnyRow};
use std::collections::BTreeMap;

/// What a row says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Its name.
    pub hash: FileHash,
    /// How many bytes it has.
    pub size: u64,
    /// What it is, as far as its first bytes tell.
    pub media_type: String,
}

/// A column whose rows name files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileReference {
    /// The file that an invoice was read from.
    InvoiceOriginal,
    /// A file that waits for its confirmation.
    InvoiceUpload,
    /// A file beside a message.
    Attachment,
    /// A picture beside a message, as it is shown.
    AttachmentPreview,
    /// An email that came.
    IncomingMail,
    /// An email that came as the answer to an invitation.
    MeetingMail,
    /// A file beside an internal note.
    NoteAttachment,
    /// A picture beside an internal note, as it is shown.
    NoteAttachmentPreview,
}

impl FileReference {
    /// All there are. What is not named by a row of these is swept.
    pub const ALL: [Self; 8] = [
        Self::IncomingMail,
        Self::MeetingMail,
        Self::InvoiceOriginal,
        Self::InvoiceUpload,
        Self::Attachment,
        Self::AttachmentPreview,
        Self::NoteAttachment,
        Self::NoteAttachmentPreview,
    ];

    /// The table.
    #[must_use]
    pub fn table(self) -> &'static str {
        match self {
            Self::InvoiceOriginal => "invoice_original",
            Self::InvoiceUpload => "invoice_upload",
            Self::IncomingMail => "incoming_mail",
            Self::MeetingMail => "meeting_mail",
            Self::Attachment | Self::AttachmentPreview => "attachment",
            Self::NoteAttachment | Self::NoteAttachmentPreview => "note_attachment",
        }
    }

    /// The column of that table.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::AttachmentPreview | Self::NoteAttachmentPreview => "preview_hash",
            Self::InvoiceOriginal
            | Self::InvoiceUpload
            | Self::IncomingMail
            | Self::MeetingMail
            | Self::Attachment
            | Self::NoteAttachment => "file_hash",
        }
    }
}

/// Inserts or renews the rows of files; to be called before rows that name them are inserted.
///
/// The sweep may have removed their bytes since they were written. It locks the same row while it does so; once this has the
/// lock, the answer whether they are there stays true until the change is over.
///
/// # Errors
/// [`FileError::Missing`] where one is not; [`StoreError`] where the database cannot be written or the files cannot be read.
pub async fn insert(change: &mut Change, write: &impl WriteProof, stored: &[&StoredFile]) -> Result<()> {
    let now = Value::time(change.now());
    // One statement must not name the same row twice.
    let each: BTreeMap<_, _> = stored.iter().map(|file| (file.record.hash, *file)).collect();
    let row = |FileRecord { hash, size, media_type }: &FileRecord| {
        let size = i64::try_from(*size).unwrap_or(i64::MAX);
        [Value::text(hash), size.into(), Value::text(media_type), now.clone(), now.clone()]
    };
    let rows = each.values().map(|file| row(&file.record)).collect();
    let columns = ["hash", "size", "media_type", "created_at", "referenced_at"];
    let known = "on conflict (hash) do update set referenced_at = excluded.referenced_at";
    bulk_insert::insert_or(write.on(change)?, "file", columns, rows, known).await?;
    for file in each.values() {
        if !file.files.exists(&file.record).await? {
            return Err(FileError::Missing(file.record.hash).into());
        }
    }
    Ok(())
}

/// Notes that rows cease to name their files, from when on the grace counts before these are swept; to be called before
/// the rows go. They are those of a table for which the condition holds, whose values begin at `$1`.
pub(crate) async fn release(change: &mut Change, by: FileReference, condition: &str, values: &[String]) -> Result<()> {
    let (now, table, column) = (change.now().as_millisecond(), by.table(), by.column());
    let sql = format!("update file set referenced_at = {now} where hash in (select {column} from {table} where {condition})");
    // The moment makes each statement another one.
    let query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    values.iter().fold(query, |query, value| query.bind(value.clone())).execute(&mut **change).await?;
    Ok(())
}

/// Reads a record from a row with the columns `hash`, `size` and `media_type`.
pub(crate) fn read(row: &AnyRow) -> Result<FileRecord> {
    let size = u64::try_from(row.int("size")?).map_err(|_| StoreError::Corrupt { column: "size" })?;
    Ok(FileRecord { hash: row.parse("hash")?, size, media_type: row.text("media_type")? })
}

/// Files that are named by rows, in the order of their hashes, at most so many behind this one.
pub async fn list_referenced(conn: &mut Conn, behind: Option<FileHash>, most: i64) -> Result<Vec<FileRecord>> {
    list_referenced_by(conn, &FileReference::ALL, behind, most).await
}

/// Those that are named by rows of these.
pub(crate) async fn list_referenced_by(
    conn: &mut Conn,
    by: &[FileReference],
    behind: Option<FileHash>,
    most: i64,
) -> Result<Vec<FileRecord>> {
    let named: Vec<_> =
        by.iter().map(|by| format!("exists (select 1 from {} x where x.{} = f.hash)", by.table(), by.column())).collect();
    let sql = format!(
        "select f.hash, f.size, f.media_type from file f where f.hash > $1 and ({}) order by f.hash limit $2 + 0",
        named.join(" or ")
    );
    let behind = behind.map(|hash| hash.to_string()).unwrap_or_default();
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(behind).bind(most).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}
