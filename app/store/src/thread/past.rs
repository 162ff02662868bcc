//! Discussions of the time before: over, with the dates of then, and nobody waits in them.

use super::ms;
use crate::{
    Change, Result,
    access::{CustomerWrite, ThreadOpening, ThreadWrite, WriteProof},
    search,
};
use coplan_domain::id::{MessageId, PersonId, ThreadId};
use jiff::Timestamp;

/// A message of the time before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMessage {
    /// Which.
    pub id: MessageId,
    /// Who wrote it.
    pub author: PersonId,
    /// What it says.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// Begins a discussion of the time before, without a message yet, and gives the right to write in it; none where this id was
/// kept before. What came of it is said in one line.
pub async fn insert_past(
    change: &mut Change,
    write: &ThreadOpening,
    (id, title, outcome): (ThreadId, &str, &str),
    first: &PastMessage,
) -> Result<Option<ThreadWrite>> {
    let done = sqlx::query(
        "insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since,
           last_message_at, messages, resolved_at, resolved_by, outcome, version)
         values ($1, $2, $3, $4, $5, $6, $7, 'nobody', $7, $7, 0, $7, $6, $8, 1) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.subject().about.kind.as_str())
    .bind(write.subject().about.id.to_string())
    .bind(title)
    .bind(first.author.to_string())
    .bind(ms(first.at))
    .bind(outcome)
    .execute(write.on(change)?)
    .await?;
    Ok((done.rows_affected() == 1).then(|| write.opened(id)))
}

/// Keeps a message of the time before; false where this id was kept before. A discussion that is over is over with its last
/// message; in one that goes on nothing else changes.
pub async fn insert_past_message(change: &mut Change, write: &ThreadWrite, message: &PastMessage) -> Result<bool> {
    let (thread, customer) = (write.thread().to_string(), write.customer().to_string());
    let done = sqlx::query(
        "insert into message (id, thread_id, author_id, text, sent_at)
         select $1, t.id, $2, $3, $4 from thread t where t.id = $5 and t.customer_id = $6
         on conflict (id) do nothing",
    )
    .bind(message.id.to_string())
    .bind(message.author.to_string())
    .bind(message.text.as_str())
    .bind(ms(message.at))
    .bind(&thread)
    .bind(&customer)
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    follow(change, write).await?;
    search::refresh_thread(change, &thread).await?;
    Ok(true)
}

/// Writes what a thread says of its first and its last message.
pub(crate) async fn follow(change: &mut Change, write: &ThreadWrite) -> Result<()> {
    let newest = "(select x.id from message x where x.thread_id = thread.id order by x.sent_at desc, x.id desc limit 1)";
    let first = "(select x.id from message x where x.thread_id = thread.id order by x.sent_at, x.id limit 1)";
    let sql = format!(
        "update thread set messages = (select count(*) from message x where x.thread_id = thread.id), last_message_id = {newest},
           last_message_at = coalesce((select x.sent_at from message x where x.id = {newest}), last_message_at),
           opened_at = coalesce((select x.sent_at from message x where x.id = {first}), opened_at),
           opened_by = coalesce((select x.author_id from message x where x.id = {first}), opened_by),
           ball_since = case when ball = 'nobody' then coalesce((select x.sent_at from message x where x.id = {newest}), ball_since)
             else ball_since end,
           resolved_at = case when resolved_at is null then null
             else coalesce((select x.sent_at from message x where x.id = {newest}), resolved_at) end,
           resolved_by = case when resolved_at is null then null
             else coalesce((select x.author_id from message x where x.id = {newest}), resolved_by) end
         where id = $1 and customer_id = $2"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(write.thread().to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
