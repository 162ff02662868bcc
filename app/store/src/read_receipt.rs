//! How far somebody has read a discussion.

use crate::{
    Change, Conn, Result,
    access::{DiscussionScope, MoneyScope, System, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{PersonId, ThreadId},
    person::Side,
};
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

/// Who of the other side has read a thread to the message that was sent then, by name. The customer's people are told of those
/// of the supplier's who said something in it, and of whoever has the matter.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    (sent, has_it): (Timestamp, PersonId),
) -> Result<Vec<String>> {
    let others = match scope.side() {
        Side::Supplier => {
            "exists (select 1 from membership n where n.person_id = h.id and n.customer_id = t.customer_id and h.id <> $4)"
        }
        Side::Customer => {
            "exists (select 1 from staff s where s.person_id = h.id)
             and (h.id = $4 or exists (select 1 from message x where x.thread_id = t.id and x.author_id = h.id))"
        }
    };
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select h.name from reading r
         join person h on h.id = r.person_id
         join thread t on t.id = r.thread_id
         {} where {} and t.id = $2 and r.read_to >= $3 and {others} order by h.name, h.id",
        thread_place(),
        sight.thread()
    ));
    let statement = statement.bind(Value::text(thread)).bind(Value::time(sent)).bind(Value::text(has_it));
    statement.fetch(conn).await?.iter().map(|row| row.text("name")).collect()
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
