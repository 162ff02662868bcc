//! The file of an invoice, as it came.

use crate::{
    Conn, Result,
    access::MoneyScope,
    files::{FileRecord, record},
    row::Columns,
};
use coplan_domain::id::InvoiceId;

/// What an invoice was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalRecord {
    /// What the file was called.
    pub name: String,
    /// The file.
    pub file: FileRecord,
}

/// What an invoice of this customer was read from.
pub async fn find_original(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Option<OriginalRecord>> {
    let row = sqlx::query(
        "select o.file_name, f.hash, f.size, f.media_type
         from invoice_original o join invoice i on i.id = o.invoice_id join file f on f.hash = o.file_hash
         where i.id = $1 and i.customer_id = $2",
    )
    .bind(id.to_string())
    .bind(scope.customer().to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok(OriginalRecord { name: row.text("file_name")?, file: record::read(&row)? })).transpose()
}
