//! What the customer's people have decided of an invoice: each decision with the file that it was about.

use crate::{
    Change, Conn, Result,
    access::{ApprovalWrite, CustomerWrite, MoneyScope, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{ApprovalId, InvoiceId},
    question::ApprovalDecision,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRow {
    /// Which decision.
    pub id: ApprovalId,
    /// What it is.
    pub decision: ApprovalDecision,
    /// What the customer calls the purchase; empty where nothing was said.
    pub reference: String,
    /// Why; empty where nothing was said.
    pub reason: String,
    /// The SHA-256 of the file that it was about, as 64 hexadecimal digits.
    pub document_hash: String,
    /// The name of the person who decided.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A decision to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewApproval<'a> {
    /// Which decision.
    pub id: ApprovalId,
    /// What it is.
    pub decision: ApprovalDecision,
    /// What the customer calls the purchase.
    pub reference: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// The newest decision of the invoice `i`.
pub(super) const DECISION: &str = "(select d.decision from invoice_approval d where d.invoice_id = i.id
     order by d.decided_at desc, d.id desc limit 1) as decision";

/// Keeps a decision of an invoice of this customer, with the hash of its file; false where this id was kept before or there
/// is no such invoice.
pub async fn insert(change: &mut Change, write: &ApprovalWrite, invoice: InvoiceId, new: NewApproval<'_>) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "insert into invoice_approval (id, invoice_id, decision, reference, reason, document_hash, decided_by, decided_at)
         select $1, i.id, $2, $3, $4, o.file_hash, $5, $6
         from invoice i join invoice_original o on o.invoice_id = i.id where i.id = $7 and i.customer_id = $8
         on conflict (id) do nothing",
    )
    .bind(new.id.to_string())
    .bind(new.decision.as_str())
    .bind(new.reference)
    .bind(new.reason)
    .bind(write.person().to_string())
    .bind(now.as_millisecond())
    .bind(invoice.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was decided of an invoice of this customer, the newest first.
pub async fn list(conn: &mut Conn, scope: MoneyScope, invoice: InvoiceId) -> Result<Vec<ApprovalRow>> {
    let rows = sqlx::query(
        "select d.id, d.decision, d.reference, d.reason, d.document_hash, p.name as by_name, d.decided_at
         from invoice_approval d join invoice i on i.id = d.invoice_id join person p on p.id = d.decided_by
         where i.id = $1 and i.customer_id = $2 order by d.decided_at desc, d.id desc",
    )
    .bind(invoice.to_string())
    .bind(scope.customer().to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<ApprovalRow> {
    Ok(ApprovalRow {
        id: row.parse("id")?,
        decision: row.parse("decision")?,
        reference: row.text("reference")?,
        reason: row.text("reason")?,
        document_hash: row.text("document_hash")?,
        by: row.text("by_name")?,
        at: row.time("decided_at")?,
    })
}
