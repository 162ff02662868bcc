//! Files between their dry run and their confirmation. Only who uploaded one has it.

use super::original::decode;
use crate::{
    Change, Conn, Result,
    access::{Staff, StaffWrite, WriteProof},
    row::Columns,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use coplan_domain::id::UploadId;
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// What it was called.
    pub file_name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When it came.
    pub at: Timestamp,
}

fn read(row: &AnyRow) -> Result<Upload> {
    Ok(Upload {
        id: row.parse("id")?,
        file_name: row.text("file_name")?,
        bytes: decode(&row.text("content_base64")?)?,
        at: row.time("uploaded_at")?,
    })
}

/// Keeps a file.
pub async fn insert(change: &mut Change, write: &StaffWrite, file_name: &str, bytes: &[u8]) -> Result<UploadId> {
    let (id, now): (UploadId, _) = (change.id(), change.now());
    sqlx::query(
        "insert into invoice_upload (id, uploaded_by, uploaded_at, file_name, content_base64) values ($1, $2, $3, $4, $5)",
    )
    .bind(id.to_string())
    .bind(write.staff().entered().person().to_string())
    .bind(now.as_millisecond())
    .bind(file_name)
    .bind(STANDARD.encode(bytes))
    .execute(write.on(change)?)
    .await?;
    Ok(id)
}

/// A file of this person.
pub async fn find(conn: &mut Conn, by: &Staff, id: UploadId) -> Result<Option<Upload>> {
    let row =
        sqlx::query("select id, file_name, content_base64, uploaded_at from invoice_upload where id = $1 and uploaded_by = $2")
            .bind(id.to_string())
            .bind(by.entered().person().to_string())
            .fetch_optional(conn)
            .await?;
    row.as_ref().map(read).transpose()
}

/// Which files of this person wait, in the order they came. What is in them is found one by one: all at once are more
/// than a small machine holds.
pub async fn list(conn: &mut Conn, by: &Staff) -> Result<Vec<UploadId>> {
    let rows = sqlx::query("select id from invoice_upload where uploaded_by = $1 order by uploaded_at, id")
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
    sqlx::query("delete from invoice_upload where id = $1 and uploaded_by = $2")
        .bind(id.to_string())
        .bind(write.staff().entered().person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Takes all files of this person away.
pub async fn remove_all(change: &mut Change, write: &StaffWrite) -> Result<()> {
    sqlx::query("delete from invoice_upload where uploaded_by = $1")
        .bind(write.staff().entered().person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Takes files away that have waited for longer than this, whosever they are.
pub async fn remove_old(change: &mut Change, write: &StaffWrite, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    sqlx::query("delete from invoice_upload where uploaded_at < $1").bind(before).execute(write.on(change)?).await?;
    Ok(())
}
