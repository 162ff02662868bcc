//! What was taken off a project and can be brought back: only its keepers read it.

use crate::{Conn, Result, access::InternalScope, row::Columns};
use coplan_domain::{event::ObjectKind, id::ProjectId};
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
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
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
