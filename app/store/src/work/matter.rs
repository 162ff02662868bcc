//! What a staff person's work can be for: what it worked on last, and what it is responsible for.

use crate::{
    Conn, Result,
    access::Staff,
    bulk_insert::Value,
    engine::Statement,
    on_duty::{self, MINE},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{id::ProjectId, work::Matter};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// What work can be for, with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedMatter {
    /// What it is.
    pub matter: Matter,
    /// The customer's name.
    pub customer_name: String,
    /// The project's name.
    pub project_name: String,
    /// The task's name, where it is one.
    pub task_name: Option<String>,
}

const COLUMNS: &str = "c.id as customer_id, c.name as customer_name, p.id as project_id, p.name as project_name, k.id as task_id, k.name as task_name";

/// Of a project that goes on, at a customer that does.
const GOES_ON: &str = "p.ended_at is null and c.ended_at is null";

fn read(row: &AnyRow) -> Result<NamedMatter> {
    let (customer, project) = (row.parse("customer_id")?, row.parse("project_id")?);
    Ok(NamedMatter {
        matter: Matter { customer, project, task: row.maybe("task_id")? },
        customer_name: row.text("customer_name")?,
        project_name: row.text("project_name")?,
        task_name: row.maybe_text("task_name")?,
    })
}

async fn list(conn: &mut Conn, statement: Statement) -> Result<Vec<NamedMatter>> {
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// One matter; none where there is no such project or task.
pub async fn find_matter(conn: &mut Conn, staff: &Staff, matter: Matter) -> Result<Option<NamedMatter>> {
    let statement = Statement::new(format!(
        "select {COLUMNS} from project p join customer c on c.id = p.customer_id
         left join task k on k.id = $3 and k.project_id = p.id and k.removed_at is null
         where c.id = $1 and p.id = $2 and {}",
        Sight::from(staff).project()
    ));
    let task = matter.task.map(|task| task.to_string()).unwrap_or_default();
    let statement = statement.bind(Value::text(matter.customer)).bind(Value::text(matter.project)).bind(Value::text(task));
    let found = list(conn, statement).await?.into_iter().next();
    Ok(found.filter(|found| found.matter == matter))
}

/// What the staff person's work was for last, the latest first; at most `limit`.
pub async fn list_recent_matters(conn: &mut Conn, staff: &Staff, limit: i64) -> Result<Vec<NamedMatter>> {
    let statement = Statement::new(format!(
        "select {COLUMNS}
         from (select w.project_id, w.task_id, max(w.recorded_at) as last from work_entry w where w.person_id = $1
               group by w.project_id, w.task_id) r
         join project p on p.id = r.project_id
         join customer c on c.id = p.customer_id
         left join task k on k.id = r.task_id and k.removed_at is null
         where {} and {GOES_ON} and (r.task_id is null or k.state <> 'done')
         order by r.last desc, p.id limit $2 + 0",
        Sight::from(staff).project()
    ));
    list(conn, statement.bind(Value::text(staff.entered().person())).bind(Value::Int(Some(limit)))).await
}

/// One project and its tasks that are not done.
pub async fn list_matters_of_project(conn: &mut Conn, staff: &Staff, project: ProjectId) -> Result<Vec<NamedMatter>> {
    let statement = Statement::new(format!(
        "select {COLUMNS} from project p join customer c on c.id = p.customer_id
         left join (select t.id, t.name, t.project_id from task t where t.project_id = $1 and t.removed_at is null and t.state <> 'done'
                    union all select null, null, $1) k on k.project_id = p.id
         where p.id = $1 and {}
         order by case when k.id is null then 0 else 1 end, k.id",
        Sight::from(staff).project()
    ));
    list(conn, statement.bind(Value::text(project))).await
}

/// The projects that the staff person is responsible for or stands in for, by customer and name; at most `limit`.
pub async fn list_own_matters(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<NamedMatter>> {
    let sql = format!(
        ", {MINE}
         select distinct c.id as customer_id, c.name as customer_name, p.id as project_id, p.name as project_name,
           cast(null as text) as task_id, cast(null as text) as task_name
         from mine join project p on p.customer_id = mine.customer_id and mine.matter_id in (p.id, p.customer_id)
         join customer c on c.id = p.customer_id
         where {} and {GOES_ON}
         order by c.name, p.name limit $3 + 0",
        Sight::from(staff).project()
    );
    on_duty::list(conn, &sql, staff, today, limit).await?.iter().map(read).collect()
}
