//! How far somebody has read a discussion.

use crate::{
    Change, Conn, Result,
    access::{DiscussionScope, System, WriteProof},
    row::Columns,
};
use coplan_domain::id::ThreadId;
use jiff::Timestamp;

/// When the last message that the reader was shown was sent; none where it has not read the thread.
pub async fn find(conn: &mut Conn, scope: DiscussionScope, thread: ThreadId) -> Result<Option<Timestamp>> {
    let row = sqlx::query("select read_to from reading where person_id = $1 and thread_id = $2")
        .bind(scope.person().to_string())
        .bind(thread.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.time("read_to")).transpose()
}

/// Notes that the reader has read to the message that was sent then. Whoever has read further stays there.
pub async fn update(change: &mut Change, system: &System, scope: DiscussionScope, thread: ThreadId, to: Timestamp) -> Result<()> {
    sqlx::query(
        "insert into reading (person_id, thread_id, read_to)
         select $1, t.id, $2 from thread t where t.id = $3 and t.customer_id = $4
         on conflict (person_id, thread_id) do update set read_to = excluded.read_to where reading.read_to < excluded.read_to",
    )
    .bind(scope.person().to_string())
    .bind(to.as_millisecond())
    .bind(thread.to_string())
    .bind(scope.customer().to_string())
    .execute(system.on(change)?)
    .await?;
    Ok(())
}
