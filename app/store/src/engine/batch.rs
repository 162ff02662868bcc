//! Questions that are asked together.
//!
//! A journey to SQLite's own thread and back costs more than most of the questions asked on it; it takes several
//! statements at once. PostgreSQL takes one at a time.

use crate::{
    Conn, Result,
    bulk_insert::{Value, bind},
};
use futures_util::{Stream, TryStreamExt};
use sqlx::{AssertSqlSafe, Either, Executor, any::AnyRow};
use std::borrow::Cow;

/// A statement that reads, with what stands in its places `$1`, `$2` and so on.
#[derive(Debug)]
pub(crate) struct Statement {
    sql: Cow<'static, str>,
    values: Vec<Value>,
}

impl Statement {
    /// A statement without the values of its places.
    pub fn new(sql: impl Into<Cow<'static, str>>) -> Self {
        Self { sql: sql.into(), values: Vec::new() }
    }

    /// The value of its next place.
    pub fn bind(mut self, value: Value) -> Self {
        self.values.push(value);
        self
    }

    /// Its rows.
    pub async fn fetch(self, conn: &mut Conn) -> Result<Vec<AnyRow>> {
        let query = sqlx::query(AssertSqlSafe(self.sql.into_owned()));
        Ok(self.values.into_iter().fold(query, bind).fetch_all(conn).await?)
    }
}

/// The rows of each question, in their order.
pub(crate) async fn fetch_each(conn: &mut Conn, statements: Vec<Statement>) -> Result<Vec<Vec<AnyRow>>> {
    if conn.backend_name() == "SQLite" {
        let count = statements.len();
        let statement = joined(statements);
        let query = sqlx::query(AssertSqlSafe(statement.sql.into_owned()));
        let query = statement.values.into_iter().fold(query, bind);
        return parted(conn.fetch_many(query), count).await;
    }
    let mut answers = Vec::with_capacity(statements.len());
    for statement in statements {
        answers.push(statement.fetch(conn).await?);
    }
    Ok(answers)
}

/// All statements in one, whose places are counted on.
fn joined(statements: Vec<Statement>) -> Statement {
    let mut all = Statement::new(String::with_capacity(statements.iter().map(|statement| statement.sql.len() + 16).sum()));
    for Statement { sql, values } in statements {
        let before = all.values.len();
        let text = all.sql.to_mut();
        // Our statements have no other dollars.
        let mut parts = sql.split('$');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let place = part[..digits].parse::<usize>().unwrap_or_default();
            text.push('$');
            text.push_str(&(before + place).to_string());
            text.push_str(&part[digits..]);
        }
        text.push(';');
        all.values.extend(values);
    }
    all
}

/// The rows by the statement that gave them: the end of each is told.
async fn parted<D>(answers: impl Stream<Item = sqlx::Result<Either<D, AnyRow>>>, count: usize) -> Result<Vec<Vec<AnyRow>>> {
    let mut answers = std::pin::pin!(answers);
    let mut parts = Vec::with_capacity(count);
    let mut rows = Vec::new();
    while let Some(told) = answers.try_next().await? {
        match told {
            Either::Right(row) => rows.push(row),
            Either::Left(_) => parts.push(std::mem::take(&mut rows)),
        }
    }
    if parts.len() == count {
        Ok(parts)
    } else {
        Err(sqlx::Error::Protocol("not every statement was answered".to_owned()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, row::Columns, testing};

    fn statement(sql: &'static str, values: &[i64]) -> Statement {
        values.iter().fold(Statement::new(sql), |statement, value| statement.bind((*value).into()))
    }

    #[test]
    fn the_places_of_statements_are_counted_on() {
        let all = joined(vec![statement("select $2, $1", &[1, 2]), statement("select 3", &[]), statement("select $1 + 0", &[4])]);
        assert_eq!(all.sql, "select $2, $1;select 3;select $3 + 0;");
        assert_eq!(all.values, [1.into(), 2.into(), 4.into()]);
    }

    /// Each kind of database.
    async fn databases() -> Vec<testing::TestDb> {
        let mut there = Vec::new();
        for engine in [Engine::Sqlite, Engine::Postgres] {
            there.extend(testing::fresh(engine).await);
        }
        there
    }

    #[tokio::test]
    async fn each_question_has_its_own_answer() {
        for db in databases().await {
            let statements = vec![
                statement("select cast($1 as bigint) as n union all select cast($2 as bigint) order by n", &[1, 2]),
                statement("select cast($1 as bigint) as m where $1 > 5", &[3]),
                statement("select cast($1 as bigint) as n", &[4]),
            ];
            let mut conn = db.db.read().await.unwrap();
            let answers = fetch_each(&mut conn, statements).await.unwrap();
            let numbers = answers.iter().map(|rows| rows.iter().map(|row| row.int("n").unwrap()).collect::<Vec<_>>());
            assert_eq!(numbers.collect::<Vec<_>>(), [vec![1, 2], vec![], vec![4]]);
        }
    }

    #[tokio::test]
    async fn a_wrong_question_among_others_is_an_error_and_the_connection_goes_on() {
        for db in databases().await {
            let statements = vec![statement("select cast($1 as bigint) as n", &[1]), Statement::new("select n from nowhere")];
            let mut conn = db.db.read().await.unwrap();
            assert!(fetch_each(&mut conn, statements).await.is_err());
            assert_eq!(statement("select cast($1 as bigint) as n", &[5]).fetch(&mut conn).await.unwrap().len(), 1);
        }
    }
}
