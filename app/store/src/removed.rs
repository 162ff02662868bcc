//! What was taken off a project and can be brought back: only its keepers read it.

use crate::{
    Change, Conn, Result,
    access::{InternalScope, ProjectWrite, WriteProof},
    row::Columns,
};
use coplan_domain::{
    event::ObjectKind,
    id::{MilestoneId, ProjectId, TaskId},
};
use jiff::Timestamp;
use ulid::Ulid;

/// A milestone or task that was taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Which of the two.
    pub kind: ObjectKind,
    /// Which one.
    pub id: Ulid,
    /// What it was called.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// The name of who did it; none where nobody in person did.
    pub by: Option<String>,
}

/// What was taken off a project of this customer, last first.
pub async fn list_of_project(conn: &mut Conn, scope: InternalScope, project: ProjectId) -> Result<Vec<Removed>> {
    // Whoever did it is who is named in the event of the same change.
    let rows = sqlx::query(
        "select r.kind, r.id, r.name, r.removed_at, a.name as removed_by
         from project p
         join (select 'milestone' as kind, id, project_id, name, removed_at from milestone
               where project_id = $1 and removed_at is not null
               union all
               select 'task' as kind, id, project_id, name, removed_at from task
               where project_id = $1 and removed_at is not null) r
           on r.project_id = p.id
         left join event e on e.customer_id = p.customer_id and e.at = r.removed_at and e.object_id = r.id
           and e.kind in ('milestone_removed', 'task_removed')
         left join person a on a.id = e.actor_id
         where p.id = $1 and p.customer_id = $2
         order by r.removed_at desc, r.id desc",
    )
    .bind(project.to_string())
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let (kind, id, name) = (row.parse("kind")?, row.parse("id")?, row.text("name")?);
            Ok(Removed { kind, id, name, at: row.time("removed_at")?, by: row.maybe_text("removed_by")? })
        })
        .collect()
}

/// What can be taken off a project and brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A milestone, with every day that was promised for it.
    Milestone(MilestoneId),
    /// A task.
    Task(TaskId),
}

impl Part {
    fn table(self) -> &'static str {
        match self {
            Self::Milestone(_) => "milestone",
            Self::Task(_) => "task",
        }
    }

    fn id(self) -> String {
        match self {
            Self::Milestone(id) => id.to_string(),
            Self::Task(id) => id.to_string(),
        }
    }
}

/// The project of something of this customer, also where it was taken away.
pub async fn find_project(conn: &mut Conn, scope: InternalScope, part: Part) -> Result<Option<ProjectId>> {
    let table = part.table();
    let sql = format!("select p.id from {table} r join project p on p.id = r.project_id where r.id = $1 and p.customer_id = $2");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(part.id()).bind(scope.customer().to_string());
    query.fetch_optional(conn).await?.map(|row| row.parse("id")).transpose()
}

/// Takes it away; gives its name, or none where it was away already.
pub async fn remove(change: &mut Change, write: &ProjectWrite, part: Part) -> Result<Option<String>> {
    let now = change.now();
    update(change, write, part, Some(now)).await
}

/// Brings it back; gives its name, or none where it is there already.
pub async fn restore(change: &mut Change, write: &ProjectWrite, part: Part) -> Result<Option<String>> {
    update(change, write, part, None).await
}

async fn update(change: &mut Change, write: &ProjectWrite, part: Part, removed_at: Option<Timestamp>) -> Result<Option<String>> {
    let (table, before) = (part.table(), if removed_at.is_some() { "is null" } else { "is not null" });
    let sql = format!(
        "update {table} set removed_at = $1, version = version + 1
         where id = $2 and removed_at {before} and project_id = $3 returning name"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(removed_at.map(Timestamp::as_millisecond))
        .bind(part.id())
        .bind(write.project().to_string())
        .fetch_optional(write.on(change)?)
        .await?;
    row.map(|row| row.text("name")).transpose()
}
