//! Damage that a database finds in itself, in its pages and indexes.

use super::{Db, Engine};
use crate::{Conn, Result};

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
