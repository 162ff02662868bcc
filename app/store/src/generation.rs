//! The generation: while it is the same, only what was touched by name can have changed.

use crate::{Conn, Result};

/// A generation that never is: what follows it has to be read anew.
pub(crate) const UNKNOWN: i64 = -1;

/// The present generation.
pub(crate) async fn find(conn: &mut Conn) -> Result<i64> {
    Ok(sqlx::query_scalar("select value from era where id = 1").fetch_one(conn).await?)
}

/// Begins a new one, and gives it.
pub(crate) async fn raise(conn: &mut Conn) -> Result<i64> {
    Ok(sqlx::query_scalar("update era set value = value + 1 where id = 1 returning value").fetch_one(conn).await?)
}
