//! How much work a project may take, and how much it took day by day.

use crate::{
    Change, Conn, Result,
    access::{BudgetWrite, CustomerWrite, MoneyScope, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{id::ProjectId, work::Charge};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// The work of a day of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfWork {
    /// The day.
    pub day: Date,
    /// Whether it is charged.
    pub charge: Charge,
    /// How long it took.
    pub minutes: i64,
}

/// The minutes that a project may take; none where that is not said, and for members who are not shown the work.
pub async fn find(conn: &mut Conn, scope: MoneyScope, project: ProjectId) -> Result<Option<i64>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select b.minutes from project_budget b join project p on p.id = b.project_id join customer c on c.id = p.customer_id
         where {} and p.id = $2{}",
        sight.project(),
        sight.shown_work()
    ));
    statement.bind(Value::text(project)).fetch(conn).await?.first().map(|row| row.int("minutes")).transpose()
}

/// What the reader sees of a project's work, day by day, the oldest first.
pub async fn list_days(conn: &mut Conn, scope: MoneyScope, project: ProjectId) -> Result<Vec<DayOfWork>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select w.day, w.charge, cast(sum(w.minutes) as bigint) as minutes
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         where {} and p.id = $2 group by w.day, w.charge order by w.day, w.charge",
        sight.work()
    ));
    let read =
        |row: &AnyRow| Ok(DayOfWork { day: row.parse("day")?, charge: row.parse("charge")?, minutes: row.int("minutes")? });
    statement.bind(Value::text(project)).fetch(conn).await?.iter().map(read).collect()
}

/// Says how many minutes a project may take; none where that is open.
pub async fn update(change: &mut Change, write: &BudgetWrite, minutes: Option<i64>) -> Result<()> {
    let project = write.project().to_string();
    match minutes {
        None => {
            sqlx::query("delete from project_budget where project_id = $1").bind(project).execute(write.on(change)?).await?;
        }
        Some(minutes) => {
            let now = change.now().as_millisecond();
            sqlx::query(
                "insert into project_budget (project_id, minutes, set_by, set_at) values ($1, $2, $3, $4)
                 on conflict (project_id) do update set minutes = excluded.minutes, set_by = excluded.set_by, set_at = excluded.set_at",
            )
            .bind(project)
            .bind(minutes)
            .bind(write.person().to_string())
            .bind(now)
            .execute(write.on(change)?)
            .await?;
        }
    }
    Ok(())
}
