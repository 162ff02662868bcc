//! Internal notes on threads: a table of their own, reached only with the proof of the supplier's people.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, InternalScope, NoteWrite, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, NoteId, ThreadId},
    thread::Note,
};
use sqlx::any::AnyRow;

const NOTES: &str = "select n.id, n.thread_id, n.author_id, a.name as author_name, a.language, n.text, n.written_at
     from note n
     join thread t on t.id = n.thread_id
     join person a on a.id = n.author_id
     where t.customer_id = $1";

fn read(row: &AnyRow) -> Result<Note> {
    Ok(Note {
        id: row.parse("id")?,
        author: row.parse("author_id")?,
        author_name: row.text("author_name")?,
        text: row.text("text")?,
        language: row.parse("language")?,
        written_at: row.time("written_at")?,
    })
}

/// The notes on a thread, oldest first.
pub async fn list(conn: &mut Conn, scope: InternalScope, thread: ThreadId) -> Result<Vec<Note>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{NOTES} and t.id = $2 order by n.written_at, n.id")))
        .bind(scope.customer().to_string())
        .bind(thread.to_string())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A note on one of the customer's threads, with the thread.
pub async fn find(conn: &mut Conn, scope: InternalScope, id: NoteId) -> Result<Option<(ThreadId, Note)>> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!("{NOTES} and n.id = $2")))
        .bind(scope.customer().to_string())
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok((row.parse("thread_id")?, read(&row)?))).transpose()
}

/// Under which customer a note stands. For mails.
pub async fn find_customer(conn: &mut Conn, id: NoteId) -> Result<Option<CustomerId>> {
    let row = sqlx::query("select t.customer_id from note n join thread t on t.id = n.thread_id where n.id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("customer_id")).transpose()
}

/// Keeps a note; false where this id was kept before or the thread is not the customer's.
pub async fn insert(change: &mut Change, write: &NoteWrite, id: NoteId, text: &str) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "insert into note (id, thread_id, author_id, text, written_at)
         select $1, t.id, $2, $3, $4 from thread t where t.id = $5 and t.customer_id = $6
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.person().to_string())
    .bind(text)
    .bind(now.as_millisecond())
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
