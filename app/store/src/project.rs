//! Projects of a customer. Members are given only those that are shared: the others are not even selected.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, PlanScope, PlanWrite, ProjectWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::ProjectId,
    plan::{Project, StatusReport},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// A project with the light that holds now; none where nobody has reported yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectNow {
    /// The project.
    pub project: Project,
    /// Its newest status report.
    pub status: Option<StatusReport>,
}

fn read(row: &AnyRow) -> Result<Project> {
    Ok(Project {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        name: row.text("name")?,
        about: row.text("about")?,
        shared_at: row.maybe_time("shared_at")?,
        ended_at: row.maybe_time("ended_at")?,
        version: row.int("version")?,
    })
}

fn read_status(row: &AnyRow) -> Result<Option<StatusReport>> {
    let Some(id) = row.maybe("report_id")? else { return Ok(None) };
    Ok(Some(StatusReport {
        id,
        light: row.parse("light")?,
        reason: row.text("reason")?,
        reported_by: row.text("reported_by")?,
        language: row.parse("language")?,
        reported_at: row.time("reported_at")?,
    }))
}

/// For the projects that the reader may know of, oldest first, each with its present light; ended ones too.
pub(crate) fn ask_all(scope: PlanScope) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select p.id, p.customer_id, p.name, p.about, p.shared_at, p.ended_at, p.version,
           r.id as report_id, r.light, r.reason, n.name as reported_by, n.language, r.reported_at
         from project p
         left join status_report r on r.id =
           (select l.id from status_report l where l.project_id = p.id order by l.reported_at desc, l.id desc limit 1)
         left join person n on n.id = r.reported_by
         where {} order by p.created_at, p.id",
        sight.project()
    ))
}

pub(crate) fn read_all(rows: &[AnyRow]) -> Result<Vec<ProjectNow>> {
    rows.iter().map(|row| Ok(ProjectNow { project: read(row)?, status: read_status(row)? })).collect()
}

/// All projects that the reader may know of, oldest first, each with its present light.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<ProjectNow>> {
    read_all(&ask_all(scope).fetch(conn).await?)
}

/// A project that the reader may know of.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: ProjectId) -> Result<Option<Project>> {
    let sight = Sight::from(scope);
    let columns = "p.id, p.customer_id, p.name, p.about, p.shared_at, p.ended_at, p.version";
    let statement = sight.ask(format!("select {columns} from project p where {} and p.id = $2", sight.project()));
    statement.bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// Whether a project was ever shown to the customer, now or before.
pub async fn was_shared(conn: &mut Conn, scope: PlanScope, id: ProjectId) -> Result<bool> {
    let row = sqlx::query("select id from event where customer_id = $1 and object_id = $2 and kind = 'project_shared' limit 1")
        .bind(scope.customer().to_string())
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// Keeps a new project; false where this id was kept before.
pub async fn insert(
    change: &mut Change,
    write: &PlanWrite,
    id: ProjectId,
    name: &str,
    about: &str,
    shared: bool,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into project (id, customer_id, name, about, created_at, shared_at, version)
         values ($1, $2, $3, $4, $5, $6, 1) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(name)
    .bind(about)
    .bind(now)
    .bind(shared.then_some(now))
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes a project's words; false where somebody else did since this version.
pub async fn update_words(change: &mut Change, write: &ProjectWrite, version: i64, name: &str, about: &str) -> Result<bool> {
    let done = sqlx::query(
        "update project set name = $1, about = $2, version = version + 1
         where id = $3 and customer_id = $4 and version = $5",
    )
    .bind(name)
    .bind(about)
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Shows a project to the customer from a moment on, or takes it from view.
pub async fn update_shared(change: &mut Change, write: &ProjectWrite, shared_at: Option<Timestamp>) -> Result<()> {
    sqlx::query("update project set shared_at = $1 where id = $2 and customer_id = $3")
        .bind(shared_at.map(Timestamp::as_millisecond))
        .bind(write.project().to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Ends a project at a moment, or lets it go on.
pub async fn update_ended(change: &mut Change, write: &ProjectWrite, ended_at: Option<Timestamp>) -> Result<()> {
    sqlx::query("update project set ended_at = $1 where id = $2 and customer_id = $3")
        .bind(ended_at.map(Timestamp::as_millisecond))
        .bind(write.project().to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
