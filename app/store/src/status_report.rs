//! Status reports: dated lights with their reasons, never changed afterwards.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, PlanScope, ProjectWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{PersonId, ProjectId, StatusReportId},
    plan::{Light, StatusReport},
};
use jiff::Timestamp;

/// Every report of a project that the reader may know of, newest first.
pub async fn list(conn: &mut Conn, scope: PlanScope, project: ProjectId) -> Result<Vec<StatusReport>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select r.id, r.light, r.reason, n.name as reported_by, n.language, r.reported_at
         from status_report r
         join project p on p.id = r.project_id
         join person n on n.id = r.reported_by
         where {} and p.id = $2
         order by r.reported_at desc, r.id desc",
        sight.project()
    ));
    let rows = statement.bind(Value::text(project)).fetch(conn).await?;
    rows.iter()
        .map(|row| {
            Ok(StatusReport {
                id: row.parse("id")?,
                light: row.parse("light")?,
                reason: row.text("reason")?,
                reported_by: row.text("reported_by")?,
                language: row.parse("language")?,
                reported_at: row.time("reported_at")?,
            })
        })
        .collect()
}

/// Keeps a report; false where this id was kept before or the project is not the customer's.
pub async fn insert(change: &mut Change, write: &ProjectWrite, id: StatusReportId, light: Light, reason: &str) -> Result<bool> {
    let row = sqlx::query("select max(reported_at) as newest from status_report where project_id = $1")
        .bind(write.project().to_string())
        .fetch_one(&mut **change)
        .await?;
    let now = change.now_behind(row.maybe_time("newest")?);
    let done = sqlx::query(
        "insert into status_report (id, project_id, light, reason, reported_by, reported_at)
         select $1, p.id, $2, $3, $4, $5 from project p where p.id = $6 and p.customer_id = $7
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(light.as_str())
    .bind(reason)
    .bind(write.person().to_string())
    .bind(now.as_millisecond())
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The project of a report that the reader may know of.
pub async fn find_project(conn: &mut Conn, scope: PlanScope, id: StatusReportId) -> Result<Option<ProjectId>> {
    let sight = Sight::from(scope);
    let sql =
        format!("select p.id from status_report r join project p on p.id = r.project_id where {} and r.id = $2", sight.project());
    sight.ask(sql).bind(Value::text(id)).fetch(conn).await?.first().map(|row| row.parse("id")).transpose()
}

/// A report of the time before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastReport {
    /// Which.
    pub id: StatusReportId,
    /// How the project went.
    pub light: Light,
    /// Why.
    pub reason: String,
    /// Who of the supplier's people said so.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Keeps a report of the time before; false where this id was kept before or the project is not the customer's.
pub async fn insert_past(change: &mut Change, write: &ProjectWrite, report: &PastReport) -> Result<bool> {
    let done = sqlx::query(
        "insert into status_report (id, project_id, light, reason, reported_by, reported_at)
         select $1, p.id, $2, $3, $4, $5 from project p where p.id = $6 and p.customer_id = $7
         on conflict (id) do nothing",
    )
    .bind(report.id.to_string())
    .bind(report.light.as_str())
    .bind(report.reason.as_str())
    .bind(report.by.to_string())
    .bind(report.at.as_millisecond())
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
