//! What was paid of an invoice, and what was given back.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, MoneyScope, MoneyWrite, WriteProof},
    row::Columns,
};
use coplan_domain::id::{BankTransactionId, InvoiceId, PaymentId};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// A payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentRow {
    /// Which.
    pub id: PaymentId,
    /// Minor units of the invoice's currency; positive where the customer paid, negative where it was given back.
    pub amount: i64,
    /// The day it was paid.
    pub paid_on: Date,
    /// The payment of the bank's that it is a part of; none where it was recorded by hand.
    pub bank_transaction: Option<BankTransactionId>,
}

/// Keeps a payment of an invoice of this customer; false where this id was kept before or there is no such invoice.
pub async fn insert(change: &mut Change, write: &MoneyWrite, invoice: InvoiceId, payment: PaymentRow) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "insert into payment (id, invoice_id, amount, paid_on, recorded_by, recorded_at, bank_transaction_id)
         select $1, i.id, $2, $3, $4, $5, $8 from invoice i where i.id = $6 and i.customer_id = $7
         on conflict (id) do nothing",
    )
    .bind(payment.id.to_string())
    .bind(payment.amount)
    .bind(payment.paid_on.to_string())
    .bind(write.person().to_string())
    .bind(now.as_millisecond())
    .bind(invoice.to_string())
    .bind(write.customer().to_string())
    .bind(payment.bank_transaction.map(|id| id.to_string()))
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The payments of an invoice of this customer, oldest first.
pub async fn list(conn: &mut Conn, scope: MoneyScope, invoice: InvoiceId) -> Result<Vec<PaymentRow>> {
    let rows = sqlx::query(
        "select y.id, y.amount, y.paid_on, y.bank_transaction_id from payment y join invoice i on i.id = y.invoice_id
         where i.id = $1 and i.customer_id = $2 order by y.paid_on, y.id",
    )
    .bind(invoice.to_string())
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    let one = |row: &AnyRow| {
        Ok(PaymentRow {
            id: row.parse("id")?,
            amount: row.int("amount")?,
            paid_on: row.parse("paid_on")?,
            bank_transaction: row.maybe("bank_transaction_id")?,
        })
    };
    rows.iter().map(one).collect()
}

/// Takes a payment of an invoice of this customer back; false where there is none.
pub async fn remove(change: &mut Change, write: &MoneyWrite, invoice: InvoiceId, id: PaymentId) -> Result<bool> {
    let done = sqlx::query(
        "delete from payment where id = $1 and invoice_id in (select i.id from invoice i where i.id = $2 and i.customer_id = $3)",
    )
    .bind(id.to_string())
    .bind(invoice.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
