//! Many rows in few statements: a statement costs more than the row that it keeps.

use crate::{Conn, Result};
use jiff::Timestamp;
use sqlx::{Any, AssertSqlSafe, any::AnyArguments, query::Query};
use std::fmt::Display;

/// How many values go into a statement. More would hardly be quicker, because one of the databases looks each
/// placeholder up among all those before it; both take far more.
const VALUES: usize = 500;

/// What a column holds, or what stands in the place of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Option<String>),
    Int(Option<i64>),
}

impl Value {
    pub fn text(value: impl Display) -> Self {
        Self::Text(Some(value.to_string()))
    }

    pub fn maybe(value: Option<impl Display>) -> Self {
        Self::Text(value.map(|value| value.to_string()))
    }

    pub fn time(at: Timestamp) -> Self {
        Self::Int(Some(at.as_millisecond()))
    }

    pub fn maybe_time(at: Option<Timestamp>) -> Self {
        Self::Int(at.map(Timestamp::as_millisecond))
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

pub(crate) fn bind(query: Query<'_, Any, AnyArguments>, value: Value) -> Query<'_, Any, AnyArguments> {
    match value {
        Value::Text(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
    }
}

/// Inserts the rows in their order.
pub(crate) async fn insert<const N: usize>(
    conn: &mut Conn,
    table: &str,
    columns: [&str; N],
    rows: Vec<[Value; N]>,
) -> Result<()> {
    insert_or(conn, table, columns, rows, "").await
}

/// The same, with what is to be done where a row is there already.
pub(crate) async fn insert_or<const N: usize>(
    conn: &mut Conn,
    table: &str,
    columns: [&str; N],
    rows: Vec<[Value; N]>,
    otherwise: &str,
) -> Result<()> {
    let mut rows = rows.into_iter();
    loop {
        let some: Vec<_> = rows.by_ref().take((VALUES / N).max(1)).collect();
        if some.is_empty() {
            return Ok(());
        }
        let sql = format!("{} {otherwise}", statement(table, &columns, some.len()));
        // Each number of rows is another statement: kept prepared, they would push out those that are needed all the time.
        let query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
        some.into_iter().flatten().fold(query, bind).execute(&mut *conn).await?;
    }
}

fn statement(table: &str, columns: &[&str], rows: usize) -> String {
    let row = |at: usize| {
        let places: Vec<_> = (1..=columns.len()).map(|place| format!("${}", at * columns.len() + place)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    format!("insert into {table} ({}) values {}", columns.join(", "), rows.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_place_of_its_own() {
        let sql = statement("thing", &["id", "at"], 2);
        assert_eq!(sql, "insert into thing (id, at) values ($1, $2), ($3, $4)");
    }
}
