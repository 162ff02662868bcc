//! Rows that name rows of other tables, and those whose named row is not there.

use crate::{Conn, Result, engine::Reference, row::Columns};
use sqlx::AssertSqlSafe;

/// How many rows name one that is not there, by table. A database refuses such rows; a file that was changed by other
/// means, or a constraint that was dropped, lets them in.
pub(super) async fn list_orphans(conn: &mut Conn, references: &[Reference]) -> Result<Vec<String>> {
    let mut orphans = Vec::new();
    for Reference { table, named, columns } in references {
        let set = columns.iter().map(|(here, _)| format!("c.{here} is not null")).collect::<Vec<_>>().join(" and ");
        let same = columns.iter().map(|(here, there)| format!("p.{there} = c.{here}")).collect::<Vec<_>>().join(" and ");
        let sql =
            format!("select count(*) as n from {table} c where {set} and not exists (select 1 from {named} p where {same})");
        let n = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut *conn).await?.int("n")?;
        if n > 0 {
            let columns = columns.iter().map(|(here, _)| here.as_str()).collect::<Vec<_>>().join(", ");
            orphans.push(format!("{n} rows of {table} refer by {columns} to rows of {named} that are not there"));
        }
    }
    Ok(orphans)
}
