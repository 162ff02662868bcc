//! How often a status is said anew, and the projects where that is due.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, PlanScope, ProjectWrite, Staff, TemplateWrite, WriteProof},
    bulk_insert::Value,
    on_duty::{self, MINE},
    overdue::{COLUMNS, HELD, PROJECTS},
    row::Columns,
    today::{Place, read_place},
    visible::Sight,
};
use coplan_domain::{id::ProjectId, plan::Light, status_rhythm::Reported};
use jiff::{SignedDuration, Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// After how many days; none for no rhythm.
pub async fn find(conn: &mut Conn, _reader: &Staff) -> Result<Option<i64>> {
    let row = sqlx::query("select every_days from status_rhythm where place = 1").fetch_optional(conn).await?;
    row.map_or(Ok(None), |row| row.maybe_int("every_days"))
}

/// Saves the rhythm.
pub async fn update(change: &mut Change, write: &TemplateWrite, every: Option<i64>) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into status_rhythm (place, every_days, set_by, set_at) values (1, $1, $2, $3)
         on conflict (place) do update set every_days = excluded.every_days, set_by = excluded.set_by, set_at = excluded.set_at",
    )
    .bind(every)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// A project whose status is to be said anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldReport {
    /// Which, and who has it.
    pub place: Place,
    /// What was last said, and when; none before.
    pub last: Option<(Light, Timestamp)>,
    /// Since when the customer sees the project.
    pub shared_at: Timestamp,
}

/// Those in the matters that this staff person has, or stands in for today, of which nothing was said for so many days and which
/// are not put off; the oldest first.
pub async fn list_old(
    conn: &mut Conn,
    staff: &Staff,
    (today, now): (Date, Timestamp),
    every: i64,
    limit: i64,
) -> Result<Vec<OldReport>> {
    let sql = format!(
        ", {MINE}
         select {COLUMNS}, r.light, r.reported_at, p.shared_at
         {PROJECTS}
         left join status_report r on r.id = (select l.id from status_report l where l.project_id = p.id
           order by l.reported_at desc, l.id desc limit 1)
         left join status_reminder o on o.project_id = p.id
         where {HELD} and p.shared_at is not null and {}
           and coalesce(r.reported_at, p.shared_at) <= $4 and coalesce(r.light, '') <> 'done'
           and coalesce(o.off_until, '') <= $2
         order by coalesce(r.reported_at, p.shared_at), p.id limit $3 + 0",
        Sight::from(staff).project()
    );
    let before = now - SignedDuration::from_hours(24 * every);
    let statement = on_duty::statement(&sql, staff, today, limit).bind(Value::time(before));
    let read = |row: &AnyRow| {
        let last = row.maybe("light")?.zip(row.maybe_time("reported_at")?);
        Ok(OldReport { place: read_place(row)?, last, shared_at: row.time("shared_at")? })
    };
    statement.fetch(conn).await?.iter().map(read).collect()
}

/// What is known of one project that goes on and that the customer sees; none of others.
pub async fn find_reported(conn: &mut Conn, scope: PlanScope, project: ProjectId, today: Date) -> Result<Option<Reported>> {
    let row = sqlx::query(
        "select p.shared_at, r.light, r.reported_at, o.off_until,
           cast((select count(*) from milestone m join promise s on s.milestone_id = m.id
              and s.promised_at = (select max(l.promised_at) from promise l where l.milestone_id = m.id)
            where m.project_id = p.id and m.reached_on is null and m.removed_at is null and s.promised_on < $3) as bigint) as late
         from project p
         left join status_report r on r.id = (select l.id from status_report l where l.project_id = p.id
           order by l.reported_at desc, l.id desc limit 1)
         left join status_reminder o on o.project_id = p.id
         where p.customer_id = $1 and p.id = $2 and p.ended_at is null and p.shared_at is not null",
    )
    .bind(scope.customer().to_string())
    .bind(project.to_string())
    .bind(today.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        let last = row.maybe("light")?.zip(row.maybe_time("reported_at")?);
        let (shared_at, off_until) = (row.time("shared_at")?, row.maybe("off_until")?);
        Ok(Reported { last, shared_at, has_late_promise: row.int("late")? > 0, off_until })
    })
    .transpose()
}

/// Reminds of a project no more before a day.
pub async fn update_off(change: &mut Change, write: &ProjectWrite, until: Date) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into status_reminder (project_id, off_until, put_off_by, put_off_at)
         select p.id, $1, $2, $3 from project p where p.id = $4 and p.customer_id = $5
         on conflict (project_id) do update set off_until = excluded.off_until, put_off_by = excluded.put_off_by,
           put_off_at = excluded.put_off_at",
    )
    .bind(until.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
