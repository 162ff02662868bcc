//! The customers of a hand-over: what goes over with each, and what its people are told.

use crate::{
    Conn, Result,
    access::{PlanScope, Staff},
    bulk_insert::Value,
    engine::Statement,
    name_order,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    person::Language,
};
use jiff::{Timestamp, civil::Date};

/// A customer that goes on, with what goes over with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenCustomer {
    /// Which.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// Who has it, with the name.
    pub holder: (PersonId, String),
    /// Its projects that go on and that the same person has: those that have somebody of their own say so.
    pub projects: Vec<GoingProject>,
    /// How many things wait for the supplier.
    pub waiting: i64,
    /// The next day that was promised and is not reached.
    pub next_promise: Option<Date>,
}

/// A project that goes over with its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoingProject {
    /// Which.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
    /// Whether somebody was made responsible for it in particular.
    pub is_own: bool,
}

/// Those of the customers that the reader sees and that go on, by name.
pub async fn list_chosen(conn: &mut Conn, reader: &Staff, customers: &[CustomerId]) -> Result<Vec<ChosenCustomer>> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let places = (1..=customers.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let of = |sql: String| customers.iter().map(Value::text).fold(Statement::new(sql), Statement::bind);
    let sql = format!(
        "select s.customer_id, c.name, p.id as holder_id, p.name as holder, s.waiting, s.next_promise
         from customer_summary s join customer c on c.id = s.customer_id and c.ended_at is null
         join person p on p.id = s.responsible_id
         where s.customer_id in ({places}) and {} order by s.customer_id",
        within(reader, "s.customer_id")
    );
    let mut found = Vec::new();
    for row in &of(sql).fetch(&mut *conn).await? {
        found.push(ChosenCustomer {
            customer: row.parse("customer_id")?,
            name: row.text("name")?,
            holder: (row.parse("holder_id")?, row.text("holder")?),
            projects: Vec::new(),
            waiting: row.int("waiting")?,
            next_promise: row.maybe("next_promise")?,
        });
    }
    let sql = format!(
        "select p.customer_id, p.id, p.name,
           (select r.staff_id from responsibility r where r.matter_id = p.id order by r.since desc limit 1) as own_id
         from project p where p.customer_id in ({places}) and p.ended_at is null order by p.customer_id, p.id"
    );
    for row in &of(sql).fetch(conn).await? {
        let customer: CustomerId = row.parse("customer_id")?;
        let Some(of) = found.iter_mut().find(|one| one.customer == customer) else { continue };
        let own: Option<PersonId> = row.maybe("own_id")?;
        if own.is_none_or(|own| own == of.holder.0) {
            of.projects.push(GoingProject { id: row.parse("id")?, name: row.text("name")?, is_own: own.is_some() });
        }
    }
    name_order::sort(&mut found, |one| &one.name);
    Ok(found)
}

/// What was told with those hand-overs of a customer that happened from one moment to another, where anything was.
pub async fn list_words(
    conn: &mut Conn,
    scope: PlanScope,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<(Timestamp, Language, String)>> {
    let rows = sqlx::query(
        "select o.settled_at, h.language, h.word from hand_over_customer o join hand_over h on h.id = o.hand_over_id
         where o.customer_id = $1 and o.outcome = 'done' and o.settled_at >= $2 and o.settled_at <= $3 and h.word <> ''
         order by o.settled_at",
    )
    .bind(scope.customer().to_string())
    .bind(from.as_millisecond())
    .bind(until.as_millisecond())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.time("settled_at")?, row.parse("language")?, row.text("word")?))).collect()
}
