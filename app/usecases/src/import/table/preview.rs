//! What a waiting table holds, row by row, before anything is written; and what was imported lately.

use super::{
    MOST_ROWS, TableImport, columns,
    columns::TableColumn,
    kinds,
    known::Known,
    plan::{Ground, Planned, RowFate, RowPreview, plan},
};
use crate::{
    Error, InternalError, Portal,
    import::{document::PLACES, file::bytes},
};
use coplan_domain::{
    format::csv::{self, CsvError, Row, Table},
    id::UploadId,
    table_import::{TableField, TableKind},
};
use coplan_store::{
    access::Actor,
    import::{self as upload, Upload},
    table_import,
};
use tokio::task::spawn_blocking;

/// How many imports are listed.
const RECENT: i64 = 12;

/// A table that waits, or was imported.
#[derive(Debug, Clone)]
pub struct TablePreview {
    /// Which.
    pub id: UploadId,
    /// What its rows are.
    pub kind: TableKind,
    /// What the file is called.
    pub file_name: String,
    /// What is in it; none once all of it is imported and the file is gone.
    pub content: Option<Result<TableContent, CsvError>>,
    /// What was imported of it.
    pub imported: Option<TableImport>,
}

/// What is in a table.
#[derive(Debug, Clone)]
pub struct TableContent {
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// What no column says and every row needs; then no row is looked at.
    pub missing: Vec<TableField>,
    /// Each row.
    pub rows: Vec<RowPreview>,
}

impl TableContent {
    /// How many rows there are of which this is so.
    #[must_use]
    pub fn count(&self, is: impl Fn(&RowFate) -> bool) -> usize {
        self.rows.iter().filter(|row| is(&row.fate)).count()
    }
}

/// A waiting table of this person, with what its rows are.
pub(super) async fn find(portal: &Portal, actor: &Actor, id: UploadId) -> Result<(Upload, TableKind), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let found = upload::find(&mut *portal.db.read().await?, staff, id).await?.ok_or(Error::NotFound)?;
    let kind = found.table.filter(|kind| kinds(staff).contains(kind)).ok_or(Error::NotFound)?;
    Ok((found, kind))
}

/// Reads a table away from the threads that answer requests.
pub(super) async fn read(portal: &Portal, upload: &Upload) -> Result<Result<Table, CsvError>, InternalError> {
    let bytes = bytes(portal, upload).await?;
    let place = PLACES.acquire().await.map_err(|_| InternalError::Reading)?;
    let read = spawn_blocking(move || {
        let table = csv::read(&bytes);
        // Who hangs up meanwhile makes no room for one more.
        drop(place);
        table
    });
    let table = read.await.map_err(|_| InternalError::Reading)?;
    let first_too_many = table.as_ref().ok().and_then(|table| table.rows().nth(MOST_ROWS).map(Row::number));
    Ok(first_too_many.map_or(table, |row| Err(CsvError::TooManyRows { row, limit: MOST_ROWS })))
}

/// The columns of a table, what is missing among them, and what each row would bring.
pub(super) async fn look(
    portal: &Portal,
    actor: &Actor,
    (upload, kind): (UploadId, TableKind),
    table: &Table,
) -> Result<(Vec<TableColumn>, Vec<TableField>, Vec<Planned>), Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let mut conn = portal.db.read().await?;
    let columns = columns::of(&mut conn, staff, kind, table).await?;
    let missing = kind.missing(&columns.iter().filter_map(|column| column.field).collect::<Vec<_>>());
    if !missing.is_empty() {
        return Ok((columns, missing, Vec::new()));
    }
    let known = Known::load(&mut conn, staff).await?;
    let mut ground = Ground { portal, actor, staff, conn: &mut conn, known, order: None };
    let planned = plan(&mut ground, kind, upload, (table, &columns)).await?;
    Ok((columns, missing, planned))
}

/// Says what a table of this person holds and what was imported of it, without keeping anything.
///
/// # Errors
/// [`Error::NotFound`] where this person has no such table and has imported none.
pub async fn preview(portal: &Portal, actor: &Actor, id: UploadId) -> Result<TablePreview, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    let imported = table_import::find(&mut *portal.db.read().await?, staff, id).await?;
    let (upload, kind) = match (find(portal, actor, id).await, &imported) {
        (Ok(found), _) => found,
        (Err(Error::NotFound), Some(import)) => {
            let (kind, file_name) = (import.kind, import.file_name.clone());
            return Ok(TablePreview { id, kind, file_name, content: None, imported });
        }
        (Err(error), _) => return Err(error),
    };
    let content = match read(portal, &upload).await? {
        Err(why) => Err(why),
        Ok(table) => {
            let (columns, missing, planned) = look(portal, actor, (id, kind), &table).await?;
            Ok(TableContent { columns, missing, rows: planned.into_iter().map(|planned| planned.row).collect() })
        }
    };
    Ok(TablePreview { id, kind, file_name: upload.file_name, content: Some(content), imported })
}

/// What this person imported lately, newest first.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not one of the supplier's people.
pub async fn recent(portal: &Portal, actor: &Actor) -> Result<Vec<TableImport>, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    Ok(table_import::list(&mut *portal.db.read().await?, staff, RECENT).await?)
}
