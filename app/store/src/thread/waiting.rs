//! Threads that wait for somebody, the longest wait first.

use super::{columns, joins, read};
use crate::{
    Conn, Result,
    access::{DiscussionScope, MoneyScope, Staff},
    bulk_insert::Value,
    engine::Statement,
    mention::called_in,
    on_duty::{self, MINE},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::PersonId,
    person::Side,
    thread::{Ball, Thread},
};
use jiff::civil::Date;

/// The threads of a customer that the reader may know of and whose ball is there, or in which the reader is called by name
/// and has not looked since; the longest wait first, each with whether the reader is called.
pub async fn list_waiting(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    ball: Ball,
    limit: i64,
) -> Result<Vec<(Thread, bool)>> {
    let sight = Sight::from((scope, money));
    let called = called_in("$4", scope.side());
    let statement = sight.ask(format!(
        "select {}, cast(case when t.id in ({called}) then 1 else 0 end as bigint) as called from thread t {}
         where {} and ((t.ball = $2 and t.resolved_at is null) or t.id in ({called}))
         order by t.ball_since, t.id limit $3 + 0",
        columns(),
        joins(),
        sight.thread()
    ));
    let statement = statement.bind(Value::text(ball)).bind(limit.into()).bind(Value::text(scope.person()));
    statement.fetch(conn).await?.iter().map(|row| Ok((read(row)?, row.int("called")? == 1))).collect()
}

/// A thread that waits for a staff person, at any customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The thread.
    pub thread: Thread,
    /// The customer's name.
    pub customer_name: String,
    /// Who has the matter.
    pub responsible: PersonId,
    /// The name of who has it.
    pub responsible_name: String,
}

/// The threads of all customers whose ball is with the supplier and whose matter this staff person has,
/// or whose responsible person it stands in for on a day; the longest wait first.
pub async fn list_waiting_for_staff(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<Waiting>> {
    // `cross join` makes SQLite begin with the few matters of the person instead of all threads that wait.
    let sql = format!(
        ", {MINE}
         select {}, s.id as responsible, s.name as responsible_name
         from mine cross join thread t {}
         join person s on s.id = mine.staff_id
         where t.customer_id = mine.customer_id and t.ball = 'supplier' and c.ended_at is null and {}
           and mine.matter_id = case when exists
             (select 1 from responsibility h where h.matter_id = p.id)
             then p.id else t.customer_id end
         order by t.ball_since, t.id limit $3 + 0",
        columns(),
        joins(),
        Sight::from(staff).thread()
    );
    let rows = on_duty::list(conn, &sql, staff, today, limit).await?;
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                thread: read(row)?,
                customer_name: row.text("customer_name")?,
                responsible: row.parse("responsible")?,
                responsible_name: row.text("responsible_name")?,
            })
        })
        .collect()
}

/// The threads of all customers in which one of the supplier's people is called by name, also in a note, and has not looked
/// since, with the customer's name; the last that was said first.
pub async fn list_called(conn: &mut Conn, staff: &Staff, limit: i64) -> Result<Vec<(Thread, String)>> {
    let sql = format!(
        "select {} from thread t {} where t.id in ({}) and c.ended_at is null and {}
         order by t.last_message_at desc, t.id limit $2 + 0",
        columns(),
        joins(),
        called_in("$1", Side::Supplier),
        Sight::from(staff).thread()
    );
    let statement = Statement::new(sql).bind(Value::text(staff.entered().person())).bind(limit.into());
    statement.fetch(conn).await?.iter().map(|row| Ok((read(row)?, row.text("customer_name")?))).collect()
}
