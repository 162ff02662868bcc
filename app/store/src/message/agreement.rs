//! Who agrees to what a message says: to these words, and no more once they are said otherwise.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, ThreadWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::id::{MessageId, PersonId, ThreadId};
use jiff::Timestamp;

/// Somebody's agreement to a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// To which.
    pub message: MessageId,
    /// Whose.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
}

/// Notes that the writer agrees to a message of somebody else as it is now, or no more; false where that is so already,
/// and for what cannot be agreed to.
pub async fn update_agreement(change: &mut Change, write: &ThreadWrite, id: MessageId, agrees: bool) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = if agrees {
        "insert into message_agreement (message_id, person_id, revision, at)
         select x.id, cast($1 as text), x.revision, cast($2 as bigint) from message x
         where x.id = $3 and x.thread_id = $4 and x.author_id <> $1 and x.withdrawn_at is null
         on conflict (message_id, person_id) do update set revision = excluded.revision, at = excluded.at
           where message_agreement.revision <> excluded.revision"
    } else {
        "delete from message_agreement where person_id = $1 and at <= $2 and message_id = $3
           and exists (select 1 from message x where x.id = $3 and x.thread_id = $4)"
    };
    let done = sqlx::query(sql)
        .bind(write.person().to_string())
        .bind(now)
        .bind(id.to_string())
        .bind(write.thread().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The agreements to the messages of a thread that were sent from one moment to another, both included, the first first.
pub async fn list_agreements(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Agreement>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select v.message_id, v.person_id, h.name from message x
         join message_agreement v on v.message_id = x.id and v.revision = x.revision
         join person h on h.id = v.person_id
         join thread t on t.id = x.thread_id
         {} where {} and t.id = $2 and x.sent_at between $3 and $4 order by v.at, v.person_id",
        thread_place(),
        sight.thread()
    ));
    let rows = statement.bind(Value::text(thread)).bind(Value::time(from)).bind(Value::time(until)).fetch(conn).await?;
    let read = |row: &sqlx::any::AnyRow| {
        Ok(Agreement { message: row.parse("message_id")?, person: row.parse("person_id")?, name: row.text("name")? })
    };
    rows.iter().map(read).collect()
}
