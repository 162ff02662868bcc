//! Customers that go over to a colleague on a day, as somebody planned it.

mod customer;

pub use customer::{ChosenCustomer, GoingProject, list_chosen, list_words};

use crate::{
    Change, Conn, Result,
    access::{HandOverWrite, Staff, System, WriteProof},
    bulk_insert::{self, Value},
    engine::Statement,
    name_order,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    hand_over::HandOverOutcome,
    id::{CustomerId, HandOverId, PersonId},
    person::{Language, StaffRole},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// One that is to be planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHandOver {
    /// Its id.
    pub id: HandOverId,
    /// Who gets the customers.
    pub heir: PersonId,
    /// From which day.
    pub on_day: Date,
    /// When that day begins where the supplier works.
    pub due_at: Timestamp,
    /// For the heir, read by colleagues alone.
    pub note: String,
    /// For the customers.
    pub word: String,
    /// The language of both.
    pub language: Language,
    /// The customers, each with who has it now.
    pub customers: Vec<(CustomerId, PersonId)>,
}

/// One that was planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Its id.
    pub id: HandOverId,
    /// Who planned it, with the name.
    pub planned_by: (PersonId, String),
    /// When.
    pub planned_at: Timestamp,
    /// Who gets the customers, with the name.
    pub heir: (PersonId, String),
    /// From which day.
    pub on_day: Date,
    /// When that day begins.
    pub due_at: Timestamp,
    /// For the heir.
    pub note: String,
    /// For the customers.
    pub word: String,
    /// The language of both.
    pub language: Language,
    /// When it was withdrawn, and by whom.
    pub withdrawn: Option<(Timestamp, String)>,
    /// Its customers that the reader sees, by name.
    pub customers: Vec<HandOverCustomer>,
}

/// A customer of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverCustomer {
    /// Which.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// The name of who had it when it was planned.
    pub holder: String,
    /// What became of it; none before.
    pub outcome: Option<HandOverOutcome>,
}

/// Plans it; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &HandOverWrite, planned: &NewHandOver) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into hand_over (id, planned_by, planned_at, heir_id, on_day, due_at, note, word, language)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing",
    )
    .bind(planned.id.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .bind(planned.heir.to_string())
    .bind(planned.on_day.to_string())
    .bind(planned.due_at.as_millisecond())
    .bind(planned.note.as_str())
    .bind(planned.word.as_str())
    .bind(planned.language.as_str())
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    let row = |(customer, holder): &(CustomerId, PersonId)| [planned.id.0, customer.0, holder.0].map(Value::text);
    let rows = planned.customers.iter().map(row).collect();
    let columns = ["hand_over_id", "customer_id", "holder_id"];
    bulk_insert::insert(write.on(change)?, "hand_over_customer", columns, rows).await?;
    Ok(true)
}

/// Those that the reader planned, gets customers by or, as an admin, may withdraw: planned or settled since a moment, the latest
/// day first, at most this many.
pub async fn list(conn: &mut Conn, reader: &Staff, since: Timestamp, limit: i64) -> Result<Vec<HandOver>> {
    let whose = if reader.role() == StaffRole::Admin { "1 = 1" } else { "(h.planned_by = $1 or h.heir_id = $1)" };
    let sql = format!(
        "where $1 <> '' and {whose} and (h.due_at >= $2 or h.planned_at >= $2) order by h.due_at desc, h.id desc limit $3 + 0"
    );
    let person = Value::text(reader.entered().person());
    read_all(conn, reader, sql, vec![person, Value::time(since), limit.into()]).await
}

/// One that the reader planned, gets customers by or, as an admin, may withdraw.
pub async fn find(conn: &mut Conn, reader: &Staff, id: HandOverId) -> Result<Option<HandOver>> {
    let whose = if reader.role() == StaffRole::Admin { "$1 <> ''" } else { "(h.planned_by = $1 or h.heir_id = $1)" };
    let person = Value::text(reader.entered().person());
    Ok(read_all(conn, reader, format!("where {whose} and h.id = $2"), vec![person, Value::text(id)]).await?.pop())
}

async fn read_all(conn: &mut Conn, reader: &Staff, end: String, values: Vec<Value>) -> Result<Vec<HandOver>> {
    let sql = format!(
        "select h.id, h.planned_by, b.name as planner, h.planned_at, h.heir_id, p.name as heir, h.on_day, h.due_at, h.note, h.word,
           h.language, h.withdrawn_at, w.name as withdrawer
         from hand_over h join person b on b.id = h.planned_by join person p on p.id = h.heir_id
         left join person w on w.id = h.withdrawn_by {end}"
    );
    let rows = values.into_iter().fold(Statement::new(sql), Statement::bind).fetch(&mut *conn).await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    if found.is_empty() {
        return Ok(found);
    }
    let places = (1..=found.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "select o.hand_over_id, o.customer_id, c.name, p.name as holder, o.outcome from hand_over_customer o
         join customer c on c.id = o.customer_id join person p on p.id = o.holder_id
         where o.hand_over_id in ({places}) and {} order by o.hand_over_id, o.customer_id",
        within(reader, "o.customer_id")
    );
    let ids = found.iter().map(|one| Value::text(one.id));
    for row in &ids.fold(Statement::new(sql), Statement::bind).fetch(conn).await? {
        let id: HandOverId = row.parse("hand_over_id")?;
        let Some(of) = found.iter_mut().find(|one| one.id == id) else { continue };
        of.customers.push(HandOverCustomer {
            customer: row.parse("customer_id")?,
            name: row.text("name")?,
            holder: row.text("holder")?,
            outcome: row.maybe("outcome")?,
        });
    }
    // Of customers that the reader does not see it does not see either what was said of them.
    found.retain(|one| !one.customers.is_empty());
    for one in &mut found {
        name_order::sort(&mut one.customers, |of| &of.name);
    }
    Ok(found)
}

fn read(row: &AnyRow) -> Result<HandOver> {
    Ok(HandOver {
        id: row.parse("id")?,
        planned_by: (row.parse("planned_by")?, row.text("planner")?),
        planned_at: row.time("planned_at")?,
        heir: (row.parse("heir_id")?, row.text("heir")?),
        on_day: row.parse("on_day")?,
        due_at: row.time("due_at")?,
        note: row.text("note")?,
        word: row.text("word")?,
        language: row.parse("language")?,
        withdrawn: row.maybe_time("withdrawn_at")?.zip(row.maybe_text("withdrawer")?),
        customers: Vec::new(),
    })
}

/// Withdraws one whose day has not begun; false where it has, or where it was withdrawn before.
pub async fn update_withdrawn(change: &mut Change, write: &HandOverWrite, id: HandOverId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update hand_over set withdrawn_at = $1, withdrawn_by = $2 where id = $3 and withdrawn_at is null and due_at > $1",
    )
    .bind(now)
    .bind(write.person().to_string())
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A customer that is to go over now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCustomer {
    /// By which hand-over.
    pub hand_over: HandOverId,
    /// Who planned it.
    pub planned_by: PersonId,
    /// Who gets it.
    pub heir: PersonId,
    /// Which customer.
    pub customer: CustomerId,
    /// Who had it when it was planned.
    pub holder: PersonId,
}

/// Those whose day has begun and of which nothing has become yet; at most this many.
pub async fn list_due(conn: &mut Conn, _system: &System, now: Timestamp, limit: i64) -> Result<Vec<DueCustomer>> {
    let rows = sqlx::query(
        "select h.id, h.planned_by, h.heir_id, o.customer_id, o.holder_id
         from hand_over h join hand_over_customer o on o.hand_over_id = h.id and o.outcome is null
         where h.due_at <= $1 and h.withdrawn_at is null order by h.due_at, h.id, o.customer_id limit $2 + 0",
    )
    .bind(now.as_millisecond())
    .bind(limit)
    .fetch_all(conn)
    .await?;
    let read = |row: &AnyRow| {
        Ok(DueCustomer {
            hand_over: row.parse("id")?,
            planned_by: row.parse("planned_by")?,
            heir: row.parse("heir_id")?,
            customer: row.parse("customer_id")?,
            holder: row.parse("holder_id")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Keeps what became of a customer; false where that is known already, or where it was withdrawn.
pub async fn update_outcome(change: &mut Change, system: &System, due: &DueCustomer, outcome: HandOverOutcome) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update hand_over_customer set outcome = $1, settled_at = $2
         where hand_over_id = $3 and customer_id = $4 and outcome is null
           and exists (select 1 from hand_over h where h.id = $3 and h.withdrawn_at is null)",
    )
    .bind(outcome.as_str())
    .bind(now)
    .bind(due.hand_over.to_string())
    .bind(due.customer.to_string())
    .execute(system.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
