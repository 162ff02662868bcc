//! Checklists that the customer tests before it takes something over. Whoever may see the project sees them.

mod write;

pub use write::{NewAcceptance, NewVerdict, decide, insert, insert_version};

use crate::{Conn, Result, StoreError, access::PlanScope, bulk_insert::Value, row::Columns, visible::Sight};
use coplan_domain::{
    acceptance::{Acceptance, AcceptanceVersion, Decided},
    id::{AcceptanceId, ProjectId},
};
use sqlx::any::AnyRow;

async fn select(conn: &mut Conn, scope: PlanScope, rest: &str, id: Value) -> Result<Vec<Acceptance>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.id, a.project_id, p.name as project_name, m.id as milestone_id, m.name as milestone_name, a.title,
           v.version, v.lines, v.note, v.hash, h.name, h.language, v.proposed_at, d.decision, d.works, d.reason,
           d.hash as decided_hash, x.name as decided_by, x.language as decided_language, d.decided_at
         from acceptance a join project p on p.id = a.project_id left join milestone m on m.id = a.milestone_id
         join acceptance_version v on v.acceptance_id = a.id join person h on h.id = v.proposed_by
         left join acceptance_verdict d on d.acceptance_id = v.acceptance_id and d.version = v.version
         left join person x on x.id = d.decided_by
         where {} and {rest} order by a.created_at desc, a.id desc, v.version desc",
        sight.project()
    ));
    let rows = statement.bind(id).fetch(conn).await?;
    let mut found: Vec<Acceptance> = Vec::new();
    for row in &rows {
        let id: AcceptanceId = row.parse("id")?;
        if found.last().is_none_or(|last| last.id != id) {
            found.push(Acceptance {
                id,
                project: row.parse("project_id")?,
                project_name: row.text("project_name")?,
                milestone: row.maybe("milestone_id")?.zip(row.maybe_text("milestone_name")?),
                title: row.text("title")?,
                versions: Vec::new(),
            });
        }
        if let Some(last) = found.last_mut() {
            last.versions.push(read_version(row)?);
        }
    }
    Ok(found)
}

fn read_version(row: &AnyRow) -> Result<AcceptanceVersion> {
    let decided = match row.maybe("decision")? {
        None => None,
        Some(verdict) => Some(Decided {
            verdict,
            works: read_works(&row.text("works")?)?,
            reason: row.text("reason")?,
            hash: row.text("decided_hash")?,
            by: row.text("decided_by")?,
            language: row.parse("decided_language")?,
            at: row.time("decided_at")?,
        }),
    };
    Ok(AcceptanceVersion {
        version: row.int("version")?,
        lines: row.text("lines")?.lines().map(str::to_owned).collect(),
        note: row.text("note")?,
        hash: row.text("hash")?,
        by: row.text("name")?,
        language: row.parse("language")?,
        at: row.time("proposed_at")?,
        decided,
    })
}

fn read_works(kept: &str) -> Result<Vec<usize>> {
    let numbers = kept.split_whitespace().map(|number| number.parse().map_err(|_| StoreError::Corrupt { column: "works" }));
    numbers.collect()
}

/// Those of a project, the newest first.
pub async fn list_of_project(conn: &mut Conn, scope: PlanScope, project: ProjectId) -> Result<Vec<Acceptance>> {
    select(conn, scope, "p.id = $2", Value::text(project)).await
}

/// One of them.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: AcceptanceId) -> Result<Option<Acceptance>> {
    Ok(select(conn, scope, "a.id = $2", Value::text(id)).await?.pop())
}
