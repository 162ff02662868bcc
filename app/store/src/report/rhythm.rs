//! How often each customer gets a report, and the drafts that come by it.

use crate::{
    Affected, Change, Conn, Result,
    access::{CustomerWrite, PlanScope, PlanWrite, System, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, ReportId},
    report::{ReportRhythm, ReportSpan},
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<ReportRhythm> {
    let day = i8::try_from(row.int("day_of_month")?).map_err(|_| crate::StoreError::Corrupt { column: "day_of_month" })?;
    Ok(ReportRhythm { period: row.parse("period")?, day, since: row.parse("since")? })
}

/// How often the customer gets a report; none where nobody has said so.
pub async fn find_rhythm(conn: &mut Conn, scope: PlanScope) -> Result<Option<ReportRhythm>> {
    let statement = Statement::new("select y.period, y.day_of_month, y.since from report_rhythm y where y.customer_id = $1");
    statement.bind(Value::text(scope.customer())).fetch(conn).await?.first().map(read).transpose()
}

/// Says how often the customer gets a report from now on.
pub async fn update_rhythm(change: &mut Change, write: &PlanWrite, rhythm: ReportRhythm) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into report_rhythm (customer_id, period, day_of_month, since, last_span, set_by, set_at)
         values ($1, $2, $3, $4, '', $5, $6)
         on conflict (customer_id) do update set period = excluded.period, day_of_month = excluded.day_of_month,
           since = excluded.since, set_by = excluded.set_by, set_at = excluded.set_at",
    )
    .bind(write.customer().to_string())
    .bind(rhythm.period.as_str())
    .bind(i64::from(rhythm.day))
    .bind(rhythm.since.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Says that reports come as somebody makes them.
pub async fn remove_rhythm(change: &mut Change, write: &PlanWrite) -> Result<()> {
    sqlx::query("delete from report_rhythm where customer_id = $1")
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// How often one of the customers gets a report. For the worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRhythm {
    /// Which customer.
    pub customer: CustomerId,
    /// How often.
    pub rhythm: ReportRhythm,
    /// The spelling of the last days that were drafted by it; may be empty.
    pub last_span: String,
}

/// Of every customer with whom one works together.
pub async fn list_rhythms(conn: &mut Conn, _: &System) -> Result<Vec<DueRhythm>> {
    let sql = "select y.customer_id, y.period, y.day_of_month, y.since, y.last_span
               from report_rhythm y join customer c on c.id = y.customer_id where c.ended_at is null order by y.customer_id";
    let rows = sqlx::query(sql).fetch_all(conn).await?;
    let read = |row: &AnyRow| {
        Ok(DueRhythm { customer: row.parse("customer_id")?, rhythm: read(row)?, last_span: row.text("last_span")? })
    };
    rows.iter().map(read).collect()
}

/// Drafts the report of these days, to be published by a day, in the name of whoever has the customer; false where that was done
/// before. Where somebody has drafted one already, that one is to be published by then.
pub async fn insert_due(
    change: &mut Change,
    system: &System,
    (id, customer): (ReportId, CustomerId),
    (span, by): (ReportSpan, Date),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query("update report_rhythm set last_span = $2 where customer_id = $1 and last_span <> $2")
        .bind(customer.to_string())
        .bind(span.to_string())
        .execute(system.on_affecting(change, [Affected::Customer(customer)])?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "insert into report (id, customer_id, span, first_day, last_day, words, version, drafted_by, drafted_at, due_on)
         select $1, y.customer_id, $3, $4, $5, '', 1,
           coalesce((select h.staff_id from responsibility h where h.matter_id = y.customer_id order by h.since desc limit 1), y.set_by),
           $6, $7
         from report_rhythm y where y.customer_id = $2
         on conflict (customer_id, span) do update set due_on = excluded.due_on where report.published_at is null",
    )
    .bind(id.to_string())
    .bind(customer.to_string())
    .bind(span.to_string())
    .bind(span.first.to_string())
    .bind(span.last.to_string())
    .bind(now)
    .bind(by.to_string())
    .execute(system.on(change)?)
    .await?;
    Ok(true)
}
