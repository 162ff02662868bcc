//! Uploaded files between their preview and their confirmation, whatever they hold. Only who uploaded one has it.

use crate::{
    Change, Conn, Result,
    access::{Staff, StaffWrite, WriteProof},
    files::{FileRecord, FileReference, StoredFile, record},
    row::Columns,
};
use coplan_domain::{id::UploadId, table_import::TableKind};
use jiff::{SignedDuration, Timestamp};
use sqlx::{AssertSqlSafe, any::AnyRow};

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// What it was called.
    pub file_name: String,
    /// The file.
    pub file: FileRecord,
    /// When it came.
    pub at: Timestamp,
    /// What each row of it is, where it is a table; none for invoices.
    pub table: Option<TableKind>,
}

/// What an upload of invoices is called in its column `kind`.
const INVOICE: &str = "invoice";

fn read(row: &AnyRow) -> Result<Upload> {
    let kind = row.text("kind")?;
    Ok(Upload {
        id: row.parse("id")?,
        file_name: row.text("file_name")?,
        file: record::read(row)?,
        at: row.time("uploaded_at")?,
        table: if kind == INVOICE { None } else { Some(row.parse("kind")?) },
    })
}

/// Keeps a file: of invoices, or a table of this kind.
pub async fn insert(
    change: &mut Change,
    write: &StaffWrite,
    file_name: &str,
    file: &StoredFile,
    table: Option<TableKind>,
) -> Result<UploadId> {
    let (id, now): (UploadId, _) = (change.id(), change.now());
    record::insert(change, write, &[file]).await?;
    sqlx::query(
        "insert into invoice_upload (id, uploaded_by, uploaded_at, file_name, file_hash, kind) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id.to_string())
    .bind(write.staff().entered().person().to_string())
    .bind(now.as_millisecond())
    .bind(file_name)
    .bind(file.record().hash.to_string())
    .bind(table.map_or(INVOICE, TableKind::as_str))
    .execute(write.on(change)?)
    .await?;
    Ok(id)
}

/// A file of this person.
pub async fn find(conn: &mut Conn, by: &Staff, id: UploadId) -> Result<Option<Upload>> {
    let row = sqlx::query(
        "select u.id, u.file_name, u.uploaded_at, u.kind, f.hash, f.size, f.media_type
         from invoice_upload u join file f on f.hash = u.file_hash where u.id = $1 and u.uploaded_by = $2",
    )
    .bind(id.to_string())
    .bind(by.entered().person().to_string())
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Which files of invoices of this person wait, in the order they came. What is in them is found one by one: all at once are more
/// than a small machine holds.
pub async fn list(conn: &mut Conn, by: &Staff) -> Result<Vec<UploadId>> {
    let rows = sqlx::query("select id from invoice_upload where uploaded_by = $1 and kind = 'invoice' order by uploaded_at, id")
        .bind(by.entered().person().to_string())
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// How many files this person has waiting.
pub async fn count(conn: &mut Conn, by: &Staff) -> Result<i64> {
    let row = sqlx::query("select count(*) as n from invoice_upload where uploaded_by = $1")
        .bind(by.entered().person().to_string())
        .fetch_one(conn)
        .await?;
    row.int("n")
}

/// Takes a file of this person away.
pub async fn remove(change: &mut Change, write: &StaffWrite, id: UploadId) -> Result<()> {
    remove_where(change, write, "id = $1 and uploaded_by = $2", &[id.to_string(), write.staff().entered().person().to_string()])
        .await
}

/// Takes all files of invoices of this person away.
pub async fn remove_all(change: &mut Change, write: &StaffWrite) -> Result<()> {
    remove_where(change, write, "uploaded_by = $1 and kind = 'invoice'", &[write.staff().entered().person().to_string()]).await
}

/// Takes files away that have waited for longer than this, whosever they are.
pub async fn remove_old(change: &mut Change, write: &impl WriteProof, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    remove_where(change, write, &format!("uploaded_at < {before}"), &[]).await
}

async fn remove_where(change: &mut Change, write: &impl WriteProof, condition: &str, values: &[String]) -> Result<()> {
    record::release(change, FileReference::InvoiceUpload, condition, values).await?;
    let query = sqlx::query(AssertSqlSafe(format!("delete from invoice_upload where {condition}"))).persistent(false);
    values.iter().fold(query, |query, value| query.bind(value.clone())).execute(write.on(change)?).await?;
    Ok(())
}
