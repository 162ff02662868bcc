//! Messages that their authors say otherwise or withdraw; what they said before is kept.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, ThreadWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{id::MessageId, thread::PastText};
use sqlx::any::AnyRow;

/// Says the writer's own message otherwise; false where it is none, was withdrawn, or was changed since this revision.
pub async fn update_text(change: &mut Change, write: &ThreadWrite, id: MessageId, text: &str, revision: i64) -> Result<bool> {
    replace(change, write, id, (text, false), revision).await
}

/// Withdraws the writer's own message; false where it is none, was withdrawn, or was changed since this revision.
pub async fn update_withdrawn(change: &mut Change, write: &ThreadWrite, id: MessageId, revision: i64) -> Result<bool> {
    replace(change, write, id, ("", true), revision).await
}

async fn replace(
    change: &mut Change,
    write: &ThreadWrite,
    id: MessageId,
    (text, withdrawn): (&str, bool),
    revision: i64,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let kept = sqlx::query(
        "insert into message_before (message_id, revision, text, replaced_at)
         select x.id, x.revision, x.text, cast($1 as bigint) from message x
         where x.id = $2 and x.thread_id = $3 and x.author_id = $4 and x.revision = $5 and x.withdrawn_at is null",
    )
    .bind(now)
    .bind(id.to_string())
    .bind(write.thread().to_string())
    .bind(write.person().to_string())
    .bind(revision)
    .execute(write.on(change)?)
    .await?;
    if kept.rows_affected() != 1 {
        return Ok(false);
    }
    sqlx::query("update message set text = $1, revision = revision + 1, edited_at = $2, withdrawn_at = $3 where id = $4")
        .bind(text)
        .bind(now)
        .bind(withdrawn.then_some(now))
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    // Its words are written anew with the event that tells of it.
    sqlx::query("delete from searchable where kind = 'message' and id = $1")
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    change.invalidate(write.customer());
    Ok(true)
}

/// What a message said before, the newest first and at most so many; before this version, where one is given. Where the reader
/// may know of its thread.
pub async fn list_before(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    id: MessageId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<PastText>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select h.revision, h.text, h.replaced_at from message_before h
         join message x on x.id = h.message_id
         join thread t on t.id = x.thread_id
         {} where {} and x.id = $2 and h.revision < $3 order by h.revision desc limit $4 + 0",
        thread_place(),
        sight.thread()
    ));
    let statement = statement.bind(Value::text(id)).bind(before.unwrap_or(i64::MAX).into()).bind(limit.into());
    let read = |row: &AnyRow| {
        Ok(PastText { revision: row.int("revision")?, text: row.text("text")?, replaced_at: row.time("replaced_at")? })
    };
    statement.fetch(conn).await?.iter().map(read).collect()
}
