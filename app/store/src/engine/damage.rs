//! Damage that a database finds in itself: pages, indexes, and rows that name others that are not there.

use super::{Db, Engine};
use crate::{Conn, Result, row::Columns};
use std::collections::BTreeMap;

/// What a database found in itself.
#[derive(Debug)]
pub(crate) struct Damage {
    /// Each as a sentence.
    pub findings: Vec<String>,
    /// Whether indexes were compared with the rows that they lead to.
    pub indexes_verified: bool,
}

impl Db {
    /// Lets the database look through itself.
    pub(crate) async fn find_damage(&self) -> Result<Damage> {
        let mut conn = self.read().await?;
        match self.engine {
            Engine::Sqlite => {
                let mut findings: Vec<String> = sqlx::query_scalar("pragma integrity_check").fetch_all(&mut *conn).await?;
                findings.retain(|told| told != "ok");
                findings.extend(list_orphans(&mut conn).await?);
                Ok(Damage { findings, indexes_verified: true })
            }
            Engine::Postgres => find_in_indexes(&mut conn).await,
        }
    }

    /// A transaction that sees the database as it is at its first statement, whatever others write meanwhile.
    pub(crate) async fn begin_snapshot(&self) -> Result<sqlx::Transaction<'static, sqlx::Any>> {
        Ok(match self.engine {
            Engine::Sqlite => self.pool.begin_with("BEGIN").await?,
            Engine::Postgres => self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
        })
    }
}

/// How many rows of SQLite's name one that is not there, by table.
async fn list_orphans(conn: &mut Conn) -> Result<Vec<String>> {
    let mut orphans: BTreeMap<(String, String), usize> = BTreeMap::new();
    let rows = sqlx::query("select \"table\" as here, parent as there from pragma_foreign_key_check").fetch_all(conn).await?;
    for row in &rows {
        *orphans.entry((row.text("here")?, row.text("there")?)).or_default() += 1;
    }
    let told = |((table, named), n)| format!("{n} rows of {table} refer to rows of {named} that are not there");
    Ok(orphans.into_iter().map(told).collect())
}

/// What amcheck finds in the B-trees of PostgreSQL, where that extension is installed in the database.
async fn find_in_indexes(conn: &mut Conn) -> Result<Damage> {
    let known = sqlx::query("select 1 from pg_extension where extname = 'amcheck'").fetch_optional(&mut *conn).await?;
    if known.is_none() {
        return Ok(Damage { findings: Vec::new(), indexes_verified: false });
    }
    let names: Vec<String> = sqlx::query_scalar(
        "select cast(cast(c.oid as regclass) as text) from pg_index i join pg_class c on c.oid = i.indexrelid
         join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = current_schema() and a.amname = 'btree' and i.indisvalid order by 1",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut findings = Vec::new();
    for name in names {
        let checked = sqlx::query("select bt_index_check(cast($1 as regclass), true)").bind(name.as_str());
        if let Err(error) = checked.execute(&mut *conn).await {
            findings.push(format!("the index {name} is damaged: {error}"));
        }
    }
    Ok(Damage { findings, indexes_verified: true })
}
