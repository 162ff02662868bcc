//! What came of threads, also of those that were opened again since. A reader is given only those of threads that it may
//! know of.

use crate::{
    Change, Conn, Result,
    access::{Access, CustomerWrite, DiscussionScope, MoneyScope},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{PastOutcomeId, ThreadId},
    thread::Resolution,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<Resolution> {
    Ok(Resolution {
        at: row.time("resolved_at")?,
        by: row.text("resolved_by")?,
        outcome: row.text("outcome")?,
        language: row.parse("language")?,
    })
}

/// What came of a thread before it was opened again: the latest ones, oldest first, at most this many.
pub async fn list_past(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    limit: i64,
) -> Result<Vec<Resolution>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select o.resolved_at, r.name as resolved_by, o.outcome, r.language
         from past_outcome o
         join thread t on t.id = o.thread_id
         join person r on r.id = o.resolved_by
         {} where {} and t.id = $2 order by o.resolved_at desc, o.id desc limit $3 + 0",
        thread_place(),
        sight.thread()
    ));
    let rows = statement.bind(Value::text(thread)).bind(limit.into()).fetch(conn).await?;
    rows.iter().rev().map(read).collect()
}

/// What came of the customer's threads from one moment to another, both included; each with its thread.
pub async fn list_outcomes(
    conn: &mut Conn,
    access: &Access,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<(ThreadId, Resolution)>> {
    let sight = Sight::from(access);
    let (place, known) = (thread_place(), sight.thread());
    let statement = sight.ask(format!(
        "select t.id as thread_id, t.resolved_at, r.name as resolved_by, t.outcome, r.language
         from thread t join person r on r.id = t.resolved_by {place}
         where {known} and t.resolved_at between $2 and $3
         union all
         select t.id as thread_id, o.resolved_at, r.name as resolved_by, o.outcome, r.language
         from thread t join past_outcome o on o.thread_id = t.id join person r on r.id = o.resolved_by {place}
         where {known} and o.resolved_at between $2 and $3"
    ));
    let rows = statement.bind(Value::time(from)).bind(Value::time(until)).fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("thread_id")?, read(row)?))).collect()
}

/// Notes what came of a thread that is about to be opened again; nothing where it is open.
pub(super) async fn insert_past(change: &mut Change, write: &impl CustomerWrite, thread: ThreadId) -> Result<()> {
    let id = change.id::<PastOutcomeId>();
    sqlx::query(
        "insert into past_outcome (id, thread_id, outcome, resolved_at, resolved_by)
         select $1, t.id, t.outcome, t.resolved_at, t.resolved_by from thread t
         where t.id = $2 and t.customer_id = $3 and t.resolved_at is not null",
    )
    .bind(id.to_string())
    .bind(thread.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
