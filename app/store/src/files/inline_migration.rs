//! Moves the files that an earlier version kept as text in the database to where files are now.
//!
//! Run after the tables were brought to this version, before anything is served. It goes on where it was broken off, row by
//! row, and does nothing where nothing is left. A migration that drops the emptied tables must refuse to run while a row
//! is left in them: an upgrade that skips this version would lose it. In SQL for both databases that is a table with
//! `check (left_over = 0)` into which the count is inserted.

use super::{FileHash, FileRecord, Files, StoredFile};
use crate::{Conn, Db, Result, row::Columns};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, any::AnyRow};

/// How much text goes into one transaction: with it decoded, the most that is in memory.
const BATCH: i64 = 8 * 1024 * 1024;
/// How many rows are looked at for a batch.
const ROWS: i64 = 200;

/// A table that an earlier version kept files in.
#[derive(Debug, Clone, Copy)]
enum Inline {
    Original,
    Upload,
}

impl Inline {
    const fn table(self) -> &'static str {
        match self {
            Self::Original => "invoice_original_inline",
            Self::Upload => "invoice_upload_inline",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Original => "invoice_id",
            Self::Upload => "id",
        }
    }

    /// Inserts the row, `$1`, with the hash of its file, `$2`, into today's table.
    const fn insert(self) -> &'static str {
        match self {
            Self::Original => {
                "insert into invoice_original (invoice_id, file_name, file_hash)
                 select invoice_id, file_name, $2 from invoice_original_inline where invoice_id = $1
                 on conflict (invoice_id) do nothing"
            }
            Self::Upload => {
                "insert into invoice_upload (id, uploaded_by, uploaded_at, file_name, file_hash)
                 select id, uploaded_by, uploaded_at, file_name, $2 from invoice_upload_inline where id = $1
                 on conflict (id) do nothing"
            }
        }
    }

    /// Which rows are still to be moved. One that is damaged stays, besides what it has become.
    const fn is_left(self) -> &'static str {
        match self {
            Self::Original => {
                "not exists (select 1 from invoice_original o where o.invoice_id = invoice_original_inline.invoice_id)"
            }
            Self::Upload => "not exists (select 1 from invoice_upload o where o.id = invoice_upload_inline.id)",
        }
    }
}

/// Moves whatever is left, and gives how many files that were.
///
/// # Errors
/// [`crate::StoreError`] where the database or the files cannot be read or written.
pub async fn run(db: &Db, files: &Files, now: Timestamp) -> Result<u64> {
    let mut moved = 0;
    for table in [Inline::Original, Inline::Upload] {
        loop {
            let batch = list(&mut *db.read().await?, table).await?;
            if batch.is_empty() {
                break;
            }
            moved += batch.len() as u64;
            move_all(db, files, table, &batch, now).await?;
        }
    }
    Ok(moved)
}

/// How many files still lie in the database, the damaged ones among them.
pub async fn count_left(conn: &mut Conn) -> Result<i64> {
    let sql = "select (select count(*) from invoice_original_inline) + (select count(*) from invoice_upload_inline) as n";
    sqlx::query(sql).fetch_one(conn).await?.int("n")
}

/// The next rows, as many as fit into a batch; at least one where any is left.
async fn list(conn: &mut Conn, table: Inline) -> Result<Vec<String>> {
    let sql = format!(
        "select {key} as id, cast(length(content_base64) as bigint) as size from {name} where {left} order by {key} limit $1 + 0",
        key = table.key(),
        name = table.table(),
        left = table.is_left()
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(ROWS).fetch_all(conn).await?;
    let mut batch = Vec::new();
    let mut size = 0;
    for row in &rows {
        size += row.int("size")?;
        if size > BATCH && !batch.is_empty() {
            break;
        }
        batch.push(row.text("id")?);
    }
    Ok(batch)
}

async fn move_all(db: &Db, files: &Files, table: Inline, batch: &[String], now: Timestamp) -> Result<()> {
    let mut put = Vec::new();
    for id in batch {
        let sql = format!("select * from {} where {} = $1", table.table(), table.key());
        let row = sqlx::query(AssertSqlSafe(sql)).bind(id).fetch_optional(&mut *db.read().await?).await?;
        // Another process may be quicker.
        if let Some(row) = row {
            put.push((id, store(files, table, id, &row).await?));
        }
    }
    let permit = db.write_permit().await?;
    let mut tx = db.begin().await?;
    for (id, stored) in &put {
        keep(&mut tx, table, id, stored, now).await?;
    }
    tx.commit().await?;
    drop(permit);
    Ok(())
}

/// What has become of a file.
enum Moved {
    /// Its bytes are there.
    Whole(StoredFile),
    /// They are not what they should be, and stay where they were.
    Damaged(Option<FileRecord>),
}

async fn store(files: &Files, table: Inline, id: &str, row: &AnyRow) -> Result<Moved> {
    let bytes = STANDARD.decode(row.text("content_base64")?);
    let expected = match table {
        Inline::Original => Some(row.parse::<FileHash>("sha256")?),
        Inline::Upload => None,
    };
    let size = bytes.as_ref().map_or(0, Vec::len) as u64;
    if let Ok(bytes) = bytes {
        let stored = files.put_bytes(bytes).await?;
        if expected.is_none_or(|hash| hash == stored.record.hash) {
            return Ok(Moved::Whole(stored));
        }
    }
    tracing::error!("the file of {} {id} is damaged and stays in the database", table.table());
    Ok(Moved::Damaged(expected.map(|hash| FileRecord { hash, size, media_type: "application/octet-stream".to_owned() })))
}

async fn keep(tx: &mut Conn, table: Inline, id: &str, moved: &Moved, now: Timestamp) -> Result<()> {
    let remove = format!("delete from {} where {} = $1", table.table(), table.key());
    let record = match moved {
        Moved::Whole(stored) => Some(stored.record()),
        // An invoice is shown without its file, which `coplan check` names; an upload is gone within a day anyway.
        Moved::Damaged(record) => record.as_ref(),
    };
    if let Some(record) = record {
        sqlx::query(
            "insert into file (hash, size, media_type, created_at, referenced_at) values ($1, $2, $3, $4, $4)
             on conflict (hash) do update set referenced_at = excluded.referenced_at",
        )
        .bind(record.hash.to_string())
        .bind(i64::try_from(record.size).unwrap_or(i64::MAX))
        .bind(&record.media_type)
        .bind(now.as_millisecond())
        .execute(&mut *tx)
        .await?;
        sqlx::query(table.insert()).bind(id).bind(record.hash.to_string()).execute(&mut *tx).await?;
    }
    if matches!(moved, Moved::Whole(_)) || record.is_none() {
        sqlx::query(AssertSqlSafe(remove)).bind(id).execute(&mut *tx).await?;
    }
    Ok(())
}
