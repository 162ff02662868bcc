//! What is said in threads. A reader is given the messages only of threads that it may know of.

mod agreement;
mod revision;

pub use agreement::{Agreement, list_agreements, update_agreement};
pub use revision::{list_before, update_text, update_withdrawn};

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, System, ThreadWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{CustomerId, MessageId, PersonId, ThreadId},
    person::Side,
    thread::Message,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// A statement that selects messages of threads that the reader may know of.
fn messages(sight: &Sight, rest: &str) -> Statement {
    sight.ask(format!(
        "select x.id, x.thread_id, x.author_id, a.name as author_name, a.kind, a.language, x.text, x.sent_at, x.revision, t.title,
           x.edited_at, x.withdrawn_at
         from message x
         join thread t on t.id = x.thread_id
         join person a on a.id = x.author_id
         {} where {} {rest}",
        thread_place(),
        sight.thread()
    ))
}

fn read(row: &AnyRow) -> Result<Message> {
    Ok(Message {
        id: row.parse("id")?,
        author: row.parse("author_id")?,
        author_name: row.text("author_name")?,
        side: if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer },
        text: row.text("text")?,
        language: row.parse("language")?,
        sent_at: row.time("sent_at")?,
        revision: row.int("revision")?,
        edited_at: row.maybe_time("edited_at")?,
        withdrawn_at: row.maybe_time("withdrawn_at")?,
    })
}

/// The last messages of a thread, oldest first, at most this many; those before a message where one is named.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    before: Option<MessageId>,
    limit: i64,
) -> Result<Vec<Message>> {
    // Ids are made when a form is drawn, so they do not tell the order in which messages were sent.
    let rest = "and t.id = $2
           and ($3 = '' or (x.sent_at, x.id) < (select b.sent_at, b.id from message b where b.id = $3 and b.thread_id = $2))
         order by x.sent_at desc, x.id desc limit $4 + 0";
    let statement = messages(&(scope, money).into(), rest)
        .bind(Value::text(thread))
        .bind(before.map_or_else(|| Value::text(""), Value::text))
        .bind(limit.into());
    statement.fetch(conn).await?.iter().rev().map(read).collect()
}

/// The last messages at a customer that were not withdrawn, the latest first, each with its thread and that one's title.
pub async fn list_latest(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    limit: i64,
) -> Result<Vec<(ThreadId, String, Message)>> {
    let rest = "and x.withdrawn_at is null order by x.sent_at desc, x.id desc limit $2 + 0";
    messages(&(scope, money).into(), rest).bind(limit.into()).fetch(conn).await?.iter().map(read_titled).collect()
}

/// The messages at a customer from one moment until before another that were not withdrawn, the latest first, each with its
/// thread and that one's title; at most `limit`.
pub async fn list_between(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    (from, until): (Timestamp, Timestamp),
    limit: i64,
) -> Result<Vec<(ThreadId, String, Message)>> {
    let rest =
        "and x.withdrawn_at is null and x.sent_at >= $2 and x.sent_at < $3 order by x.sent_at desc, x.id desc limit $4 + 0";
    let statement = messages(&(scope, money).into(), rest).bind(Value::time(from)).bind(Value::time(until)).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read_titled).collect()
}

/// A message that the reader may know of, with its thread and that one's title.
pub async fn find_titled(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    id: MessageId,
) -> Result<Option<(ThreadId, String, Message)>> {
    let rows = messages(&(scope, money).into(), "and x.id = $2").bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(read_titled).transpose()
}

fn read_titled(row: &AnyRow) -> Result<(ThreadId, String, Message)> {
    Ok((row.parse("thread_id")?, row.text("title")?, read(row)?))
}

/// How many messages stand in a thread.
pub async fn count(conn: &mut Conn, scope: DiscussionScope, thread: ThreadId) -> Result<i64> {
    let row = sqlx::query(
        "select count(*) as n from message x join thread t on t.id = x.thread_id
         where t.id = $1 and t.customer_id = $2 and x.withdrawn_at is null",
    )
    .bind(thread.to_string())
    .bind(scope.customer().to_string())
    .fetch_one(conn)
    .await?;
    row.int("n")
}

/// A message that the reader may know of, with its thread.
pub async fn find(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    id: MessageId,
) -> Result<Option<(ThreadId, Message)>> {
    let rows = messages(&(scope, money).into(), "and x.id = $2").bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| Ok((row.parse("thread_id")?, read(row)?))).transpose()
}

/// Keeps what the holder of the right says; false where this id was kept before or the thread is not the customer's.
pub async fn insert(change: &mut Change, write: &ThreadWrite, id: MessageId, text: &str) -> Result<bool> {
    let row = sqlx::query("select max(sent_at) as newest from message where thread_id = $1")
        .bind(write.thread().to_string())
        .fetch_one(&mut **change)
        .await?;
    let now = change.now_behind(row.maybe_time("newest")?);
    let done = sqlx::query(
        "insert into message (id, thread_id, author_id, text, sent_at)
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
    let is_new = done.rows_affected() == 1;
    if is_new {
        sqlx::query("update thread set messages = messages + 1, last_message_id = $1 where id = $2")
            .bind(id.to_string())
            .bind(write.thread().to_string())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(is_new)
}

/// Who said the last that was not withdrawn in the writer's thread, and when; none where nothing is left.
pub async fn find_last_word(change: &mut Change, write: &ThreadWrite) -> Result<Option<(Side, Timestamp)>> {
    let row = sqlx::query(
        "select a.kind, x.sent_at from message x join person a on a.id = x.author_id
         where x.thread_id = $1 and x.withdrawn_at is null order by x.sent_at desc, x.id desc limit 1",
    )
    .bind(write.thread().to_string())
    .fetch_optional(write.on(change)?)
    .await?;
    let read = |row: &AnyRow| {
        let side = if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer };
        Ok((side, row.time("sent_at")?))
    };
    row.as_ref().map(read).transpose()
}

/// The last messages of threads, of those that were said since a moment, the first first: at a member's customers, at all where
/// it is one of the supplier's people. For digests, which read each with its reader's own proofs.
pub async fn list_newest_since(
    conn: &mut Conn,
    _system: &System,
    reader: PersonId,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<MessageId>> {
    let rows = sqlx::query(
        "select x.id from thread t join message x on x.id = t.last_message_id
         where t.last_message_at >= $1 and x.sent_at >= $1 and x.withdrawn_at is null and x.author_id <> $2
           and (exists (select 1 from staff s where s.person_id = $2)
             or t.customer_id in (select m.customer_id from membership m where m.person_id = $2 and m.ended_at is null))
         order by x.sent_at, x.id limit $3 + 0",
    )
    .bind(since.as_millisecond())
    .bind(reader.to_string())
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// Where a message stands, without a word of it: for whoever finds out who is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessagePlace {
    /// Under which customer.
    pub customer: CustomerId,
    /// In which thread.
    pub thread: ThreadId,
    /// Who said it.
    pub author: PersonId,
    /// When.
    pub sent_at: Timestamp,
    /// Whether nothing that was not withdrawn was said after it in its thread.
    pub is_newest: bool,
    /// Who has the thread's matter.
    pub responsible: PersonId,
}

/// Where a message stands, and who has its matter. For mails.
pub async fn find_place(conn: &mut Conn, id: MessageId) -> Result<Option<MessagePlace>> {
    let sql = format!(
        "select t.customer_id, x.thread_id, x.author_id, x.sent_at,
           (select y.id from message y where y.thread_id = x.thread_id and y.withdrawn_at is null order by y.sent_at desc, y.id desc limit 1) as newest,
           coalesce(
             (select h.staff_id from responsibility h where h.matter_id = p.id
              order by h.since desc limit 1),
             (select h.staff_id from responsibility h where h.matter_id = t.customer_id
              order by h.since desc limit 1)) as responsible
         from message x join thread t on t.id = x.thread_id {} where x.id = $1",
        thread_place()
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_optional(conn).await?;
    row.map(|row| {
        Ok(MessagePlace {
            customer: row.parse("customer_id")?,
            thread: row.parse("thread_id")?,
            author: row.parse("author_id")?,
            sent_at: row.time("sent_at")?,
            is_newest: row.maybe::<MessageId>("newest")? == Some(id),
            responsible: row.parse("responsible")?,
        })
    })
    .transpose()
}
