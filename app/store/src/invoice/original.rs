//! The file of an invoice, as it came.

use crate::{Conn, Result, StoreError, access::MoneyScope, row::Columns};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use coplan_domain::id::InvoiceId;
use sha2::{Digest, Sha256};

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// What it was called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The file of an invoice of this customer.
///
/// # Errors
/// [`StoreError`] where the database cannot be read; [`StoreError::Corrupt`] where the file is not what came.
pub async fn find_original(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<Option<Original>> {
    let row = sqlx::query(
        "select o.file_name, o.sha256, o.content_base64 from invoice_original o join invoice i on i.id = o.invoice_id
         where i.id = $1 and i.customer_id = $2",
    )
    .bind(id.to_string())
    .bind(scope.customer().to_string())
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let bytes = decode(&row.text("content_base64")?)?;
    if format!("{:x}", Sha256::digest(&bytes)) != row.text("sha256")? {
        return Err(StoreError::Corrupt { column: "sha256" });
    }
    Ok(Some(Original { name: row.text("file_name")?, bytes }))
}

pub(crate) fn decode(base64: &str) -> Result<Vec<u8>> {
    STANDARD.decode(base64).map_err(|_| StoreError::Corrupt { column: "content_base64" })
}
