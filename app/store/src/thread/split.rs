//! A thread goes on as two: what was said from one message on becomes a thread of its own, with the same readers.

use super::{columns, joins, past::follow, read};
use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, ThreadWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{MessageId, ThreadId},
    thread::Thread,
};

/// How a thread would go on as two from a message on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// How many messages would be in the new one.
    pub messages: i64,
    /// Whether a file from before the message has a version from after it.
    pub parts_a_file: bool,
}

/// What a cut before this message would be; none where it is not one of the thread's that the reader may know of, or its first.
pub async fn find_cut(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    id: ThreadId,
    from: MessageId,
) -> Result<Option<Cut>> {
    let sight = Sight::from((scope, money));
    let sql = format!(
        "select (select count(*) from message y where y.thread_id = x.thread_id and (y.sent_at, y.id) >= (x.sent_at, x.id)) as messages,
           (select count(*) from attachment f join message fx on fx.id = f.message_id and fx.thread_id = x.thread_id
              join attachment v on v.version_of = f.version_of join message vx on vx.id = v.message_id
            where (fx.sent_at, fx.id) < (x.sent_at, x.id) and (vx.sent_at, vx.id) >= (x.sent_at, x.id)) as parted
         from message x join thread t on t.id = x.thread_id {} where {} and x.id = $2 and t.id = $3
           and exists (select 1 from message b where b.thread_id = t.id and (b.sent_at, b.id) < (x.sent_at, x.id))",
        joins(),
        sight.thread()
    );
    let rows = sight.ask(sql).bind(Value::text(from)).bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| Ok(Cut { messages: row.int("messages")?, parts_a_file: row.int("parted")? > 0 })).transpose()
}

/// Begins a thread with a message of another one and all that was said, noted and read since. What was said before stays,
/// the ball is where it was in either. None where this id was kept before, or the other thread is resolved.
pub async fn insert_split(
    change: &mut Change,
    write: &ThreadWrite,
    (id, title): (ThreadId, &str),
    from: MessageId,
) -> Result<Option<ThreadWrite>> {
    let (old, new) = (write.thread().to_string(), id.to_string());
    let row = sqlx::query("select sent_at from message where id = $1 and thread_id = $2")
        .bind(from.to_string())
        .bind(&old)
        .fetch_one(write.on(change)?)
        .await?;
    let since = row.int("sent_at")?;
    let done = sqlx::query(
        "insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since, last_message_at,
           inside_since, money_since, messages, version, split_from)
         select $1, t.customer_id, t.about_kind, t.about_id, $2, t.opened_by, t.opened_at, t.ball, t.ball_since, t.last_message_at,
           t.inside_since, t.money_since, 0, 1, t.id from thread t where t.id = $3 and t.customer_id = $4 and t.resolved_at is null
         on conflict (id) do nothing",
    )
    .bind(&new)
    .bind(title)
    .bind(&old)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(None);
    }
    sqlx::query("update message set thread_id = $1 where thread_id = $2 and (sent_at, id) >= ($3, $4)")
        .bind(&new)
        .bind(&old)
        .bind(since)
        .bind(from.to_string())
        .execute(write.on(change)?)
        .await?;
    for moved in [
        "update note set thread_id = $1 where thread_id = $2 and written_at >= $3",
        "update past_outcome set thread_id = $1 where thread_id = $2 and resolved_at >= $3",
        "insert into reading (person_id, thread_id, read_to)
         select person_id, $1, read_to from reading where thread_id = $2 and read_to >= $3",
    ] {
        sqlx::query(moved).bind(&new).bind(&old).bind(since).execute(write.on(change)?).await?;
    }
    let begun = write.beside(id);
    follow(change, write).await?;
    follow(change, &begun).await?;
    Ok(Some(begun))
}

/// The thread that this one was a part of, and those that were parts of this one; of what the reader may know.
pub async fn list_split(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    id: ThreadId,
) -> Result<(Option<Thread>, Vec<Thread>)> {
    let sight = Sight::from((scope, money));
    let sql = format!(
        "select {}, cast(case when t.split_from = $2 then 1 else 0 end as bigint) as is_part from thread t {} where {}
           and (t.split_from = $2 or t.id = (select s.split_from from thread s where s.id = $2)) order by t.opened_at, t.id",
        columns(),
        joins(),
        sight.thread()
    );
    let (mut whole, mut parts) = (None, Vec::new());
    for row in &sight.ask(sql).bind(Value::text(id)).fetch(conn).await? {
        if row.int("is_part")? == 1 {
            parts.push(read(row)?);
        } else {
            whole = Some(read(row)?);
        }
    }
    Ok((whole, parts))
}
