//! The supplier's tasks of a staff person's day.

use super::{Place, read_place};
use crate::{
    Conn, Result,
    access::Staff,
    bulk_insert::Value,
    engine::Statement,
    on_duty::{self, MINE},
    overdue::{COLUMNS, HELD, PROJECTS},
    row::Columns,
    task::OWNER,
    visible::Sight,
};
use coplan_domain::{
    id::{PersonId, TaskId},
    plan::TaskState,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// A task that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTask {
    /// Where it is.
    pub place: Place,
    /// Which.
    pub task: TaskId,
    /// What is to be done.
    pub name: String,
    /// By when.
    pub due_on: Option<Date>,
    /// How far it is, and since when.
    pub state: (TaskState, Timestamp),
    /// Who it is on, and the name.
    pub owner: Option<(PersonId, String)>,
}

const TASK: &str = "k.id as task_id, k.name as name, k.due_on, k.state, k.state_since, y.id as owner_id, y.name as owner_name";

/// The tasks that are on this staff person, at any customer; what is due first comes first, what is due on no day last.
pub async fn list_own(conn: &mut Conn, staff: &Staff, limit: i64) -> Result<Vec<DueTask>> {
    let sql = format!(
        "select c.id as customer_id, c.name as customer_name, p.id as project_id, p.name as project_name,
           cast(null as text) as id, cast(null as text) as holder, {TASK}
         from task k join project p on p.id = k.project_id and p.ended_at is null
         join customer c on c.id = p.customer_id and c.ended_at is null
         join person y on y.id = k.taken_by
         where k.taken_by = $1 and k.side = 'supplier' and k.state <> 'done' and k.removed_at is null and {}
         order by coalesce(k.due_on, '9'), k.id limit $2 + 0",
        Sight::from(staff).task()
    );
    let statement = Statement::new(sql).bind(Value::text(staff.entered().person())).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// Those that are due up to a day in the matters that this staff person has, or stands in for today, and are on somebody
/// else or on nobody; the oldest day first.
pub async fn list_of_matters(conn: &mut Conn, staff: &Staff, today: Date, until: Date, limit: i64) -> Result<Vec<DueTask>> {
    let sql = format!(
        ", {MINE}
         select {COLUMNS}, {TASK}
         {PROJECTS}
         cross join task k
         {OWNER}
         where k.project_id = p.id and k.side = 'supplier' and k.due_on <= $4 and k.state <> 'done' and k.removed_at is null
           and {HELD} and (k.taken_by is null or k.taken_by <> $1) and {}
         order by k.due_on, k.id limit $3 + 0",
        Sight::from(staff).task()
    );
    let statement = on_duty::statement(&sql, staff, today, limit).bind(Value::text(until));
    statement.fetch(conn).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<DueTask> {
    Ok(DueTask {
        place: read_place(row)?,
        task: row.parse("task_id")?,
        name: row.text("name")?,
        due_on: row.maybe("due_on")?,
        state: (row.parse("state")?, row.time("state_since")?),
        owner: row.maybe("owner_id")?.zip(row.maybe_text("owner_name")?),
    })
}
