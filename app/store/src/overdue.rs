//! What the supplier promised or has to do and whose day has passed, for whoever has the matter.

use crate::{
    Conn, Result,
    access::Staff,
    covered::{self, COVERED},
    row::Columns,
};
use coplan_domain::id::{CustomerId, PersonId, ProjectId};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// Something whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// In which project.
    pub project: ProjectId,
    /// The project's name.
    pub project_name: String,
    /// What the milestone or the task is called.
    pub name: String,
    /// The day.
    pub day: Date,
    /// Who has the matter.
    pub responsible: PersonId,
    /// The name of who has the matter.
    pub responsible_name: String,
}

/// Who has the project: its own person, or else the customer's.
const HOLDER: &str = "join person w on w.id = coalesce(
       (select r.staff_id from responsibility r where r.matter_id = p.id and r.since <= $3 order by r.since desc limit 1),
       (select r.staff_id from responsibility r where r.matter_id = c.id and r.since <= $3 order by r.since desc limit 1))
     where w.id in (select staff_id from covered) and c.ended_at is null and p.ended_at is null";

const COLUMNS: &str =
    "c.id as customer_id, c.name as customer_name, p.id as project_id, p.name as project_name, w.id, w.name as holder";

/// Milestones whose promised day has passed, in projects that this staff person has at a moment or whose responsible
/// person it stands in for on a day; the oldest day first.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn list_promises(conn: &mut Conn, staff: &Staff, now: Timestamp, today: Date, limit: i64) -> Result<Vec<Overdue>> {
    // The summary's index leads to the few customers to whom anything is overdue.
    let sql = format!(
        "{COVERED}
         select {COLUMNS}, m.name as name, s.promised_on as day
         from customer_summary y
         join customer c on c.id = y.customer_id and coalesce(y.next_promise, '9999-12-31') < $2
         join project p on p.customer_id = c.id
         join milestone m on m.project_id = p.id and m.reached_on is null and m.removed_at is null
         join promise s on s.milestone_id = m.id and s.promised_on < $2
           and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
         {HOLDER}
         order by s.promised_on, m.id limit $4 + 0"
    );
    covered::list(conn, sql, staff, now, today, limit).await?.iter().map(read).collect()
}

/// The supplier's tasks whose day has passed, in the same projects; the oldest day first.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn list_tasks(conn: &mut Conn, staff: &Staff, now: Timestamp, today: Date, limit: i64) -> Result<Vec<Overdue>> {
    let sql = format!(
        "{COVERED}
         select {COLUMNS}, t.name as name, t.due_on as day
         from task t
         join project p on p.id = t.project_id
         join customer c on c.id = p.customer_id
         {HOLDER} and t.side = 'supplier' and t.due_on < $2 and t.state <> 'done' and t.removed_at is null
         order by t.due_on, t.id limit $4 + 0"
    );
    covered::list(conn, sql, staff, now, today, limit).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Overdue> {
    Ok(Overdue {
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        project: row.parse("project_id")?,
        project_name: row.text("project_name")?,
        name: row.text("name")?,
        day: row.parse("day")?,
        responsible: row.parse("id")?,
        responsible_name: row.text("holder")?,
    })
}
