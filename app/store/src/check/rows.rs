//! Reads every row of every table to its end.

use crate::Conn;
use futures_util::TryStreamExt;
use sqlx::AssertSqlSafe;

/// The first table whose rows cannot all be read, with what the database says. In a transaction nothing can be read
/// after it.
pub(super) async fn find_unreadable(conn: &mut Conn, tables: impl Iterator<Item = &str>) -> Option<String> {
    for table in tables {
        // Not remembered: a table is read once.
        let sql = AssertSqlSafe(format!("select * from {table}"));
        let mut rows = sqlx::query(sql).persistent(false).fetch(&mut *conn);
        loop {
            match rows.try_next().await {
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(error) => return Some(format!("the table {table} cannot be read to its end: {error}")),
            }
        }
    }
    None
}
