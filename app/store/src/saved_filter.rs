//! Selections of the portfolio that one of the supplier's people keeps by name.

use crate::{
    Change, Conn, Result,
    access::{OwnAccount, Staff, WriteProof},
    name_order,
    row::Columns,
};
use coplan_domain::id::SavedFilterId;
use sqlx::any::AnyRow;

/// A selection that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its id.
    pub id: SavedFilterId,
    /// What its keeper calls it.
    pub name: String,
    /// What it asks of the portfolio, as an address does.
    pub asked: String,
}

/// What the reader keeps, by name.
pub async fn list(conn: &mut Conn, reader: &Staff) -> Result<Vec<SavedFilter>> {
    let rows = sqlx::query("select id, name, asked from saved_filter where person_id = $1 order by id")
        .bind(reader.entered().person().to_string())
        .fetch_all(conn)
        .await?;
    let read = |row: &AnyRow| Ok(SavedFilter { id: row.parse("id")?, name: row.text("name")?, asked: row.text("asked")? });
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut found, |filter| &filter.name);
    Ok(found)
}

/// Keeps a selection; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &OwnAccount, filter: &SavedFilter) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into saved_filter (id, person_id, name, asked, saved_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing",
    )
    .bind(filter.id.to_string())
    .bind(write.person().to_string())
    .bind(filter.name.as_str())
    .bind(filter.asked.as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps one of the writer's own no longer.
pub async fn remove(change: &mut Change, write: &OwnAccount, id: SavedFilterId) -> Result<()> {
    sqlx::query("delete from saved_filter where id = $1 and person_id = $2")
        .bind(id.to_string())
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
