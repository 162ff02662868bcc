//! When what was approved is taken into use, and who is ready for it. Whoever may see the project sees it.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, PlanScope, ProjectWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::AcceptanceId,
    launch::{Launch, Said},
    person::Side,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// The last launch of what a checklist is about; none where none was planned.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: AcceptanceId) -> Result<Option<Launch>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select l.of_version, l.day, l.note, l.version, b.name as planned_by, b.language, l.planned_at, s.name as supplier_by,
           l.supplier_ready_at, u.name as customer_by, l.customer_ready_at, d.name as launched_by, l.launched_at
         from launch l join acceptance a on a.id = l.acceptance_id join project p on p.id = a.project_id
         join person b on b.id = l.planned_by
         left join person s on s.id = l.supplier_ready_by
         left join person u on u.id = l.customer_ready_by
         left join person d on d.id = l.launched_by
         where {} and a.id = $2 order by l.of_version desc limit 1 + 0",
        sight.project()
    ));
    statement.bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

fn read(row: &AnyRow) -> Result<Launch> {
    let said = |by: &'static str, at: &'static str| -> Result<Option<Said>> {
        Ok(row.maybe_text(by)?.zip(row.maybe_time(at)?).map(|(by, at)| Said { by, at }))
    };
    Ok(Launch {
        of_version: row.int("of_version")?,
        day: row.parse("day")?,
        note: row.text("note")?,
        language: row.parse("language")?,
        planned: Said { by: row.text("planned_by")?, at: row.time("planned_at")? },
        supplier: said("supplier_by", "supplier_ready_at")?,
        customer: said("customer_by", "customer_ready_at")?,
        launched: said("launched_by", "launched_at")?,
        version: row.int("version")?,
    })
}

/// Plans it for a day, for the version of the checklist that holds; another day asks both sides anew whether they are ready. False
/// where somebody else planned it since this version, which is 0 where none is planned, and where it is done.
pub async fn plan(
    change: &mut Change,
    write: &ProjectWrite,
    id: AcceptanceId,
    (day, note): (Date, &str),
    version: i64,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into launch (acceptance_id, of_version, day, note, planned_by, planned_at, version)
         select a.id, a.version, $2, $3, $4, $5, 1 from acceptance a where a.id = $1 and a.project_id = $6
         on conflict (acceptance_id, of_version) do update set note = $3, planned_by = $4, planned_at = $5,
           supplier_ready_by = case when launch.day = $2 then launch.supplier_ready_by end,
           supplier_ready_at = case when launch.day = $2 then launch.supplier_ready_at end,
           customer_ready_by = case when launch.day = $2 then launch.customer_ready_by end,
           customer_ready_at = case when launch.day = $2 then launch.customer_ready_at end,
           day = $2, version = launch.version + 1
         where launch.version = $7 and launch.launched_at is null",
    )
    .bind(id.to_string())
    .bind(day.to_string())
    .bind(note)
    .bind(write.person().to_string())
    .bind(now)
    .bind(write.project().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps that a side is ready for this version, or is not any more; false where it is another version by now, or done.
pub async fn update_ready(
    change: &mut Change,
    write: &impl CustomerWrite,
    (id, version): (AcceptanceId, i64),
    (side, ready): (Side, bool),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let sql = match side {
        Side::Supplier => {
            "update launch set supplier_ready_by = $2, supplier_ready_at = $3
             where acceptance_id = $1 and of_version = (select a.version from acceptance a where a.id = $1)
               and version = $4 and launched_at is null"
        }
        Side::Customer => {
            "update launch set customer_ready_by = $2, customer_ready_at = $3
             where acceptance_id = $1 and of_version = (select a.version from acceptance a where a.id = $1)
               and version = $4 and launched_at is null"
        }
    };
    let done = sqlx::query(sql)
        .bind(id.to_string())
        .bind(ready.then(|| write.person().to_string()))
        .bind(ready.then_some(now))
        .bind(version)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps that it is done; false where not both sides are ready, or where it was done.
pub async fn update_launched(change: &mut Change, write: &impl CustomerWrite, id: AcceptanceId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update launch set launched_by = $2, launched_at = $3
         where acceptance_id = $1 and of_version = (select a.version from acceptance a where a.id = $1)
           and launched_at is null and supplier_ready_at is not null and customer_ready_at is not null",
    )
    .bind(id.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
