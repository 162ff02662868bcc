//! Invoices that are due soon, of which the customer's people are reminded once.

use super::{DUE, PAID};
use crate::{
    Change, Conn, Result,
    access::{System, WriteProof},
    row::Columns,
};
use coplan_domain::id::{CustomerId, InvoiceId};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// An invoice that is due soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueInvoice {
    /// Of which customer.
    pub customer: CustomerId,
    /// Which.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
}

/// Those due from one day to another of which something is to be paid, to which nobody of the customer objects and of which
/// nobody was reminded; at most this many.
pub async fn list_due(conn: &mut Conn, _system: &System, (from, to): (Date, Date), limit: i64) -> Result<Vec<DueInvoice>> {
    let sql = format!(
        "select i.id, i.customer_id, i.number from invoice i
         join customer c on c.id = i.customer_id and c.ended_at is null
         where i.due_on >= $1 and i.due_on <= $2 and i.due_told_at is null
         and {DUE} - {PAID} > 0
         and coalesce((select a.decision from invoice_approval a where a.invoice_id = i.id order by a.decided_at desc, a.id desc limit 1), '')
           <> 'objected'
         order by i.due_on, i.id limit $3 + 0"
    );
    let rows =
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(from.to_string()).bind(to.to_string()).bind(limit).fetch_all(conn).await?;
    let read = |row: &AnyRow| {
        Ok(DueInvoice { customer: row.parse("customer_id")?, invoice: row.parse("id")?, number: row.text("number")? })
    };
    rows.iter().map(read).collect()
}

/// Notes that people are reminded of it; false where they were before.
pub async fn update_due_told(change: &mut Change, system: &System, invoice: InvoiceId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query("update invoice set due_told_at = $1 where id = $2 and due_told_at is null")
        .bind(now)
        .bind(invoice.to_string())
        .execute(system.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}
