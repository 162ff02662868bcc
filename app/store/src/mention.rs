//! Who is called by name in what was said or noted. Those called in notes are colleagues, reached only with their proof.

use crate::{
    Affected, Change, Conn, Result,
    access::{DiscussionScope, InternalScope, MoneyScope, NoteWrite, System, ThreadWrite, WriteProof},
    bulk_insert::{self, Value},
    row::Columns,
    visible::{Sight, reaches, thread_place},
};
use coplan_domain::{
    id::{CustomerId, MessageId, NoteId, PersonId, ThreadId},
    person::Side,
};
use jiff::Timestamp;

/// Of the supplier's people those who may know of a customer, each with whether it sees sums. For whom a text calls.
pub async fn list_staff(conn: &mut Conn, customer: CustomerId) -> Result<Vec<(PersonId, String, bool)>> {
    let sql = format!(
        "select p.id, p.name, s.sums_hidden_at from person p join staff s on s.person_id = p.id
         where p.ended_at is null and {} order by p.id",
        reaches("p.id", "$1")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(customer.to_string()).fetch_all(conn).await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.text("name")?, row.maybe_int("sums_hidden_at")?.is_none()))).collect()
}

/// Keeps whom a message calls; gives those who were not called in it before.
pub async fn insert(change: &mut Change, write: &ThreadWrite, message: MessageId, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let place = ("message_mention", "message_id");
    put(change, write, place, &message.to_string(), people).await
}

/// Keeps whom a note calls; gives those who were not called in it before.
pub async fn insert_noted(change: &mut Change, write: &NoteWrite, note: NoteId, people: &[PersonId]) -> Result<Vec<PersonId>> {
    put(change, write, ("note_mention", "note_id"), &note.to_string(), people).await
}

async fn put(
    change: &mut Change,
    write: &impl WriteProof,
    (table, whose): (&str, &str),
    home: &str,
    people: &[PersonId],
) -> Result<Vec<PersonId>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("select person_id from {table} where {whose} = $1");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(home).fetch_all(write.on(change)?).await?;
    let known = rows.iter().map(|row| row.parse("person_id")).collect::<Result<Vec<PersonId>>>()?;
    let new = people.iter().copied().filter(|person| !known.contains(person)).collect::<Vec<_>>();
    let now = change.now();
    let rows = new.iter().map(|person| [Value::text(home), Value::text(person), Value::time(now)]).collect();
    bulk_insert::insert(write.on(change)?, table, [whose, "person_id", "at"], rows).await?;
    Ok(new)
}

/// Whom the messages of a thread call that were sent from one moment to another, both included; each with its message.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<(MessageId, String)>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select v.message_id, h.name from message x
         join message_mention v on v.message_id = x.id
         join person h on h.id = v.person_id
         join thread t on t.id = x.thread_id
         {} where {} and t.id = $2 and x.sent_at between $3 and $4 and x.withdrawn_at is null order by h.name, h.id",
        thread_place(),
        sight.thread()
    ));
    let rows = statement.bind(Value::text(thread)).bind(Value::time(from)).bind(Value::time(until)).fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("message_id")?, row.text("name")?))).collect()
}

/// Whether a message calls this person; and whether that has looked since.
pub async fn find(conn: &mut Conn, message: MessageId, person: PersonId) -> Result<Option<Option<Timestamp>>> {
    let row = sqlx::query("select seen_at from message_mention where message_id = $1 and person_id = $2")
        .bind(message.to_string())
        .bind(person.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.maybe_time("seen_at")).transpose()
}

/// The same of a note.
pub async fn find_noted(
    conn: &mut Conn,
    _scope: InternalScope,
    note: NoteId,
    person: PersonId,
) -> Result<Option<Option<Timestamp>>> {
    let row = sqlx::query("select seen_at from note_mention where note_id = $1 and person_id = $2")
        .bind(note.to_string())
        .bind(person.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.maybe_time("seen_at")).transpose()
}

/// The threads in which somebody at this place, as `$1`, is called and has not looked since; of the supplier's people also
/// those in whose notes they are.
pub(crate) fn called_in(person: &str, side: Side) -> String {
    let said = format!(
        "select z.thread_id from message_mention u join message z on z.id = u.message_id
         where u.person_id = {person} and u.seen_at is null and z.withdrawn_at is null"
    );
    match side {
        Side::Customer => said,
        Side::Supplier => format!(
            "{said} union all select z.thread_id from note_mention u join note z on z.id = u.note_id
             where u.person_id = {person} and u.seen_at is null"
        ),
    }
}

/// Whether the reader is called in a thread, or as a colleague in a note on it, and has not looked since.
pub async fn is_called(conn: &mut Conn, scope: DiscussionScope, thread: ThreadId) -> Result<bool> {
    let sql = format!(
        "select t.id from thread t where t.id = $1 and t.customer_id = $2 and t.id in ({})",
        called_in("$3", scope.side())
    );
    let found = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(thread.to_string())
        .bind(scope.customer().to_string())
        .bind(scope.person().to_string())
        .fetch_optional(conn)
        .await?;
    Ok(found.is_some())
}

/// Notes that whoever is called in a thread has looked, also at the notes.
pub async fn update_seen(change: &mut Change, system: &System, scope: DiscussionScope, thread: ThreadId) -> Result<()> {
    let now = change.now().as_millisecond();
    let places = [("message_mention", "message", "message_id"), ("note_mention", "note", "note_id")];
    for (table, home, key) in places {
        let sql = format!(
            "update {table} set seen_at = $1 where person_id = $2 and seen_at is null
               and {key} in (select z.id from {home} z join thread t on t.id = z.thread_id where t.id = $3 and t.customer_id = $4)"
        );
        let done = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(now)
            .bind(scope.person().to_string())
            .bind(thread.to_string())
            .bind(scope.customer().to_string())
            .execute(system.on(change)?)
            .await?;
        if done.rows_affected() > 0 {
            change.invalidate(Affected::Customer(scope.customer()));
        }
    }
    Ok(())
}
