//! What the supplier promised or has to do and whose day has passed, for whoever has the matter.

use crate::{
    Conn, Result,
    access::Staff,
    on_duty::{self, MINE},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    plan::TaskState,
};
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
    /// Since when a task waits or is worked on; none for a milestone.
    pub since: Option<(TaskState, Timestamp)>,
    /// Who has put its own name on it.
    pub taken_by: Option<PersonId>,
    /// Who has the matter.
    pub responsible: PersonId,
    /// The name of who has the matter.
    pub responsible_name: String,
}

/// The projects of which the matter is one of these: the project where somebody has it for itself, or else the customer.
/// `cross join` makes SQLite begin with the few matters of a person instead of all that is overdue anywhere.
pub(crate) const PROJECTS: &str = "from mine cross join project p
     join customer c on c.id = p.customer_id and c.ended_at is null
     join person w on w.id = mine.staff_id";

/// What holds of a row of [`PROJECTS`].
pub(crate) const HELD: &str = "p.customer_id = mine.customer_id and p.ended_at is null
     and mine.matter_id = case when exists
       (select 1 from responsibility h where h.matter_id = p.id) then p.id else p.customer_id end";

pub(crate) const COLUMNS: &str =
    "c.id as customer_id, c.name as customer_name, p.id as project_id, p.name as project_name, w.id, w.name as holder";

/// Milestones whose promised day has passed, in projects that this staff person has or whose responsible
/// person it stands in for on a day; the oldest day first.
pub async fn list_promises(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<Overdue>> {
    let sql = format!(
        ", {MINE}
         select {COLUMNS}, m.name as name, s.promised_on as day, cast(null as text) as state,
           cast(null as bigint) as state_since, cast(null as text) as taken_by
         {PROJECTS}
         join milestone m on m.project_id = p.id and m.reached_on is null and m.removed_at is null
         join promise s on s.milestone_id = m.id and s.promised_on < $2
           and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
         where {HELD} and {}
         order by s.promised_on, m.id limit $3 + 0",
        Sight::from(staff).project()
    );
    on_duty::list(conn, &sql, staff, today, limit).await?.iter().map(read).collect()
}

/// The supplier's tasks whose day has passed, in the same projects; the oldest day first.
pub async fn list_tasks(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<Overdue>> {
    let sql = format!(
        ", {MINE}
         select {COLUMNS}, k.name as name, k.due_on as day, k.state, k.state_since, k.taken_by
         {PROJECTS}
         join task k on k.project_id = p.id and k.side = 'supplier' and k.due_on < $2 and k.state <> 'done'
           and k.removed_at is null
         where {HELD} and {}
         order by k.due_on, k.id limit $3 + 0",
        Sight::from(staff).task()
    );
    on_duty::list(conn, &sql, staff, today, limit).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Overdue> {
    Ok(Overdue {
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        project: row.parse("project_id")?,
        project_name: row.text("project_name")?,
        name: row.text("name")?,
        day: row.parse("day")?,
        since: row.maybe("state")?.zip(row.maybe_time("state_since")?),
        taken_by: row.maybe("taken_by")?,
        responsible: row.parse("id")?,
        responsible_name: row.text("holder")?,
    })
}
