//! Taking an invoice from the customer it was wrongly kept for: nothing of another company's papers stays there.

use crate::{
    Change, Conn, Result,
    access::{InternalScope, MoneyScope},
    files::{FileReference, record},
    row::Columns,
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::InvoiceId,
};

/// How many discussions there are about the invoice and its lines.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn count_threads(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<i64> {
    sqlx::query("select count(*) as n from thread where customer_id = $1 and invoice_id = $2")
        .bind(scope.customer().to_string())
        .bind(id.to_string())
        .fetch_one(conn)
        .await?
        .int("n")
}

/// Whether an invoice with this id was here and was taken back.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn was_taken_back(conn: &mut Conn, scope: InternalScope, id: InvoiceId) -> Result<bool> {
    let row = sqlx::query("select 1 as there from event where customer_id = $1 and kind = $2 and object_id = $3 limit 1")
        .bind(scope.customer().to_string())
        .bind(EventKind::InvoiceTakenBack.as_str())
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// What goes, in an order in which nothing points to what is gone; `$1` is the invoice.
const GOES: [&str; 11] = [
    "delete from reading where thread_id in (select id from thread where invoice_id = $1)",
    "delete from note where thread_id in (select id from thread where invoice_id = $1)",
    "delete from message where thread_id in (select id from thread where invoice_id = $1)",
    "delete from thread where invoice_id = $1",
    "delete from payment where invoice_id = $1",
    "delete from invoice_original where invoice_id = $1",
    "delete from invoice_mention where invoice_id = $1",
    "delete from invoice_adjustment where invoice_id = $1",
    "delete from invoice_vat where invoice_id = $1",
    "delete from invoice_line where invoice_id = $1",
    "delete from invoice where id = $1",
];

/// Removes an invoice of this customer with its file, its payments and what was said about it; false where it is not
/// there. What happened to it stays written down, for the supplier's people alone: titles and sums are another's.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn remove(change: &mut Change, scope: InternalScope, id: InvoiceId) -> Result<bool> {
    let (invoice, customer) = (id.to_string(), scope.customer().to_string());
    let there = sqlx::query("select 1 as there from invoice where id = $1 and customer_id = $2")
        .bind(&invoice)
        .bind(&customer)
        .fetch_optional(&mut **change)
        .await?;
    if there.is_none() {
        return Ok(false);
    }
    sqlx::query(
        "update event set audience = $1
         where customer_id = $2 and (object_id = $3 or object_id in (select id from thread where invoice_id = $3))",
    )
    .bind(Audience::Internal.as_str())
    .bind(&customer)
    .bind(&invoice)
    .execute(&mut **change)
    .await?;
    record::release(change, FileReference::InvoiceOriginal, "invoice_id = $1", std::slice::from_ref(&invoice)).await?;
    for statement in GOES {
        sqlx::query(statement).bind(&invoice).execute(&mut **change).await?;
    }
    change.invalidate(scope.customer());
    Ok(true)
}
