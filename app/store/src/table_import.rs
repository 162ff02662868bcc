//! Imports of tables: what their headings were said to mean, and what each import has made.

mod undo;

pub use undo::{
    remove_customer, remove_invoice, remove_member, remove_message, remove_milestone, remove_project, remove_report, remove_task,
    remove_thread, remove_work,
};

use crate::{
    Change, Conn, Result,
    access::{Billing, Staff, StaffWrite, WriteProof},
    bulk_insert::{self, Value},
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, UploadId},
    table_import::{ItemKind, TableField, TableKind},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// What headings of a kind of table were said to mean, each as it is compared; none for a column that is left out.
pub async fn list_headings(conn: &mut Conn, _reader: Billing, kind: TableKind) -> Result<BTreeMap<String, Option<TableField>>> {
    let rows =
        sqlx::query("select heading, field from import_heading where kind = $1").bind(kind.as_str()).fetch_all(conn).await?;
    // A field of another version says nothing any more.
    let read = |row: &AnyRow| Ok((row.text("heading")?, row.text("field")?.parse().ok()));
    rows.iter().map(read).collect()
}

/// Remembers what a heading means, for everybody who imports such a table.
pub async fn update_heading(
    change: &mut Change,
    write: &StaffWrite,
    kind: TableKind,
    heading: &str,
    field: Option<TableField>,
) -> Result<()> {
    sqlx::query(
        "insert into import_heading (kind, heading, field) values ($1, $2, $3)
         on conflict (kind, heading) do update set field = excluded.field",
    )
    .bind(kind.as_str())
    .bind(heading)
    .bind(field.map_or("", TableField::as_str))
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Something that an import makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The row of the table, as a spreadsheet counts.
    pub row: usize,
    /// What it is.
    pub kind: ItemKind,
    /// Its id; of a member, the address.
    pub object: String,
    /// Under which customer; a customer itself.
    pub customer: CustomerId,
    /// What it is called.
    pub label: String,
}

/// An import of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableImport {
    /// Which; the id of its file.
    pub id: UploadId,
    /// What its rows are.
    pub kind: TableKind,
    /// What the file was called.
    pub file_name: String,
    /// When it was imported first.
    pub at: Timestamp,
    /// How many rows brought something new.
    pub added: usize,
    /// How many rows were here before.
    pub present: usize,
    /// How many rows were not imported.
    pub refused: usize,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

const IMPORTS: &str = "select i.id, i.kind, i.file_name, i.imported_at, i.present, i.refused, i.undone_at,
       (select count(distinct t.row_number) from table_import_item t where t.import_id = i.id) as added
     from table_import i where i.imported_by = $1";

fn read(row: &AnyRow) -> Result<TableImport> {
    let count = |column| Ok::<_, crate::StoreError>(usize::try_from(row.int(column)?).unwrap_or(0));
    Ok(TableImport {
        id: row.parse("id")?,
        kind: row.parse("kind")?,
        file_name: row.text("file_name")?,
        at: row.time("imported_at")?,
        added: count("added")?,
        present: count("present")?,
        refused: count("refused")?,
        undone_at: row.maybe_time("undone_at")?,
    })
}

/// An import of this person.
pub async fn find(conn: &mut Conn, by: &Staff, id: UploadId) -> Result<Option<TableImport>> {
    let sql = sqlx::AssertSqlSafe(format!("{IMPORTS} and i.id = $2"));
    let row = sqlx::query(sql).bind(by.entered().person().to_string()).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The newest imports of this person, at most so many.
pub async fn list(conn: &mut Conn, by: &Staff, limit: i64) -> Result<Vec<TableImport>> {
    let sql = sqlx::AssertSqlSafe(format!("{IMPORTS} order by i.imported_at desc, i.id desc limit $2 + 0"));
    let rows = sqlx::query(sql).bind(by.entered().person().to_string()).bind(limit).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// What an import of this person has made, in the order of its rows.
pub async fn list_items(conn: &mut Conn, by: &Staff, id: UploadId) -> Result<Vec<Item>> {
    let rows = sqlx::query(
        "select t.row_number, t.object_kind, t.object_id, t.customer_id, t.label
         from table_import_item t join table_import i on i.id = t.import_id
         where i.id = $1 and i.imported_by = $2 order by t.row_number, t.object_kind, t.object_id",
    )
    .bind(id.to_string())
    .bind(by.entered().person().to_string())
    .fetch_all(conn)
    .await?;
    let read = |row: &AnyRow| {
        Ok(Item {
            row: usize::try_from(row.int("row_number")?).unwrap_or(0),
            kind: row.parse("object_kind")?,
            object: row.text("object_id")?,
            customer: row.parse("customer_id")?,
            label: row.text("label")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Keeps an import before its rows are imported, with what they will make; what it set out to make before stays.
pub async fn insert(
    change: &mut Change,
    write: &StaffWrite,
    id: UploadId,
    kind: TableKind,
    file_name: &str,
    items: &[Item],
) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into table_import (id, kind, file_name, imported_by, imported_at, present, refused)
         values ($1, $2, $3, $4, $5, 0, 0) on conflict (id) do update set undone_at = null",
    )
    .bind(id.to_string())
    .bind(kind.as_str())
    .bind(file_name)
    .bind(write.staff().entered().person().to_string())
    .bind(now.as_millisecond())
    .execute(write.on(change)?)
    .await?;
    let columns = ["import_id", "row_number", "object_kind", "object_id", "customer_id", "label"];
    let rows = items.iter().map(|item| {
        let row = Value::from(i64::try_from(item.row).unwrap_or(i64::MAX));
        let object = [Value::text(item.kind), Value::text(&item.object), Value::text(item.customer), Value::text(&item.label)];
        let [kind, object, customer, label] = object;
        [Value::text(id), row, kind, object, customer, label]
    });
    bulk_insert::insert_or(write.on(change)?, "table_import_item", columns, rows.collect(), "on conflict do nothing").await
}

/// Says what became of the rows; what these rows were to make is not counted as made.
pub async fn update(
    change: &mut Change,
    write: &StaffWrite,
    id: UploadId,
    not_made: &[usize],
    (present, refused): (usize, usize),
) -> Result<()> {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    for row in not_made {
        sqlx::query("delete from table_import_item where import_id = $1 and row_number = $2")
            .bind(id.to_string())
            .bind(number(*row))
            .execute(write.on(change)?)
            .await?;
    }
    sqlx::query("update table_import set present = $1, refused = $2 where id = $3 and imported_by = $4")
        .bind(number(present))
        .bind(number(refused))
        .bind(id.to_string())
        .bind(write.staff().entered().person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Says that something that an import made is gone, and, with the last of it, that the import is undone.
pub async fn remove_item(change: &mut Change, write: &impl WriteProof, id: UploadId, item: &Item) -> Result<()> {
    sqlx::query(
        "delete from table_import_item where import_id = $1 and object_kind = $2 and object_id = $3 and customer_id = $4",
    )
    .bind(id.to_string())
    .bind(item.kind.as_str())
    .bind(item.object.as_str())
    .bind(item.customer.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Says that an import of this person was undone as far as it could be.
pub async fn update_undone(change: &mut Change, write: &StaffWrite, id: UploadId) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("update table_import set undone_at = $1 where id = $2 and imported_by = $3")
        .bind(now)
        .bind(id.to_string())
        .bind(write.staff().entered().person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
