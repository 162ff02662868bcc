//! How an invoice may be paid, row by row.

use super::insert::NewInvoice;
use crate::{
    Change, Conn, Result,
    bulk_insert::{self, Value},
    row::Columns,
};
use coplan_domain::{id::InvoiceId, invoice::PaymentMeans};
use jiff::Timestamp;
use sqlx::any::AnyRow;

pub(super) async fn insert(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let rows = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(&new.invoice.payment.means).map(|(position, one)| {
            [
                Value::text(new.id),
                position.into(),
                Value::maybe(one.code.as_ref()),
                Value::maybe(one.label.as_ref()),
                Value::maybe(one.reference.as_ref()),
                Value::maybe(one.account.as_ref()),
                Value::maybe(one.holder.as_ref()),
                Value::maybe(one.bank.as_ref()),
                Value::maybe(one.mandate.as_ref()),
                Value::maybe(one.debited_account.as_ref()),
            ]
        })
    });
    let columns =
        ["invoice_id", "position", "code", "label", "reference", "account", "holder", "bank", "mandate", "debited_account"];
    bulk_insert::insert(change, "invoice_payment_means", columns, rows.collect()).await
}

pub(super) async fn list(conn: &mut Conn, id: InvoiceId) -> Result<Vec<PaymentMeans>> {
    let rows = sqlx::query(
        "select code, label, reference, account, holder, bank, mandate, debited_account
         from invoice_payment_means where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

pub(super) fn read(row: &AnyRow) -> Result<PaymentMeans> {
    Ok(PaymentMeans {
        code: row.maybe_text("code")?,
        label: row.maybe_text("label")?,
        reference: row.maybe_text("reference")?,
        account: row.maybe_text("account")?,
        holder: row.maybe_text("holder")?,
        bank: row.maybe_text("bank")?,
        mandate: row.maybe_text("mandate")?,
        debited_account: row.maybe_text("debited_account")?,
    })
}
