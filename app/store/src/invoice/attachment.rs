//! What comes with an invoice, row by row.

use super::insert::NewInvoice;
use crate::{
    Change, Conn, Result,
    bulk_insert::{self, Value},
    row::Columns,
};
use coplan_domain::{id::InvoiceId, invoice::Attachment};
use jiff::Timestamp;
use sqlx::any::AnyRow;

pub(super) async fn insert(change: &mut Change, all: &[(NewInvoice<'_>, Timestamp)]) -> Result<()> {
    let rows = all.iter().flat_map(|(new, _)| {
        (0_i64..).zip(&new.invoice.attachments).map(|(position, one)| {
            [
                Value::text(new.id),
                position.into(),
                Value::maybe(one.reference.as_ref()),
                Value::maybe(one.description.as_ref()),
                Value::maybe(one.file_name.as_ref()),
                Value::maybe(one.media_type.as_ref()),
                Value::Int(one.size),
                Value::maybe(one.address.as_ref()),
            ]
        })
    });
    let columns = ["invoice_id", "position", "reference", "description", "file_name", "media_type", "size", "address"];
    bulk_insert::insert(change, "invoice_attachment", columns, rows.collect()).await
}

pub(super) async fn list(conn: &mut Conn, id: InvoiceId) -> Result<Vec<Attachment>> {
    let rows = sqlx::query(
        "select reference, description, file_name, media_type, size, address
         from invoice_attachment where invoice_id = $1 order by position",
    )
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    let one = |row: &AnyRow| {
        Ok(Attachment {
            reference: row.maybe_text("reference")?,
            description: row.maybe_text("description")?,
            file_name: row.maybe_text("file_name")?,
            media_type: row.maybe_text("media_type")?,
            size: row.maybe_int("size")?,
            address: row.maybe_text("address")?,
        })
    };
    rows.iter().map(one).collect()
}
