//! The work behind a line of an invoice: which entries are on it, and what closes the difference to its quantity.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, MoneyScope, MoneyWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{InvoiceId, LineId, WorkEntryId},
    work::WorkShown,
};

/// What closes the difference between the work on a line and the quantity that it states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkAdjustment {
    /// Of which line.
    pub line: LineId,
    /// Minutes that are charged beyond the entries; negative where fewer are charged.
    pub minutes: i64,
    /// Why.
    pub reason: String,
}

/// Whether a line `$1` is on an invoice of the customer `$2`.
const OF_CUSTOMER: &str =
    "exists (select 1 from invoice_line l join invoice i on i.id = l.invoice_id where l.id = $1 and i.customer_id = $2)";

/// Puts an approved entry on a line; false where it is on one already, is not approved or not the customer's.
pub async fn assign(change: &mut Change, write: &MoneyWrite, line: LineId, id: WorkEntryId) -> Result<bool> {
    let sql = format!(
        "update work_entry set line_id = $1 where id = $3 and line_id is null and approved_at is not null
           and project_id in (select p.id from project p where p.customer_id = $2) and {OF_CUSTOMER}"
    );
    let done = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(line.to_string())
        .bind(write.customer().to_string())
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes all entries off a line.
pub async fn unassign_all(change: &mut Change, write: &MoneyWrite, line: LineId) -> Result<()> {
    let sql = format!("update work_entry set line_id = null where line_id = $1 and {OF_CUSTOMER}");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(line.to_string())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Says what closes the difference on a line; none takes it away.
pub async fn set_adjustment(change: &mut Change, write: &MoneyWrite, line: LineId, adjusted: Option<(i64, &str)>) -> Result<()> {
    let (id, customer) = (line.to_string(), write.customer().to_string());
    let sql = format!("delete from work_adjustment where line_id = $1 and {OF_CUSTOMER}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(&id).bind(&customer).execute(write.on(change)?).await?;
    if let Some((minutes, reason)) = adjusted {
        let now = change.now().as_millisecond();
        let sql = format!(
            "insert into work_adjustment (line_id, minutes, reason, adjusted_by, adjusted_at)
             select l.id, $3, $4, $5, $6 from invoice_line l where l.id = $1 and {OF_CUSTOMER}"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(&id)
            .bind(&customer)
            .bind(minutes)
            .bind(reason)
            .bind(write.person().to_string())
            .bind(now)
            .execute(write.on(change)?)
            .await?;
    }
    Ok(())
}

/// What closes the differences on the lines of an invoice; none of them for members who are not shown the work.
pub async fn list_adjustments(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Vec<WorkAdjustment>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.line_id, a.minutes, a.reason from work_adjustment a
         join invoice_line l on l.id = a.line_id join invoice i on i.id = l.invoice_id join customer c on c.id = i.customer_id
         where i.id = $2 and {}{}",
        sight.invoice(),
        sight.shown_work()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows
        .iter()
        .map(|row| Ok(WorkAdjustment { line: row.parse("line_id")?, minutes: row.int("minutes")?, reason: row.text("reason")? }));
    read.collect()
}

/// How much of the work the customer's readers of sums see.
pub async fn find_shown(conn: &mut Conn, scope: MoneyScope) -> Result<WorkShown> {
    let statement = Statement::new("select work_shown from customer where id = $1").bind(Value::text(scope.customer()));
    statement.fetch(conn).await?.first().map_or(Ok(WorkShown::Nothing), |row| row.parse("work_shown"))
}

/// Says how much of the work they see.
pub async fn update_shown(change: &mut Change, write: &MoneyWrite, shown: WorkShown) -> Result<()> {
    sqlx::query("update customer set work_shown = $1 where id = $2")
        .bind(shown.as_str())
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
