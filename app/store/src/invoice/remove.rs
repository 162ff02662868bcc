//! Taking an invoice from the customer it was wrongly kept for: nothing of another company's papers stays there.

use super::replaced;
use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, InternalScope, MoneyAdmin, MoneyScope, WriteProof},
    files::{FileReference, record},
    row::Columns,
};
use coplan_domain::{
    event::{Audience, EventKind},
    id::InvoiceId,
};
use sqlx::AssertSqlSafe;

/// How many discussions there are about the invoice and its lines.
pub async fn count_threads(conn: &mut Conn, scope: MoneyScope, id: InvoiceId) -> Result<i64> {
    let row = sqlx::query(
        "select count(*) as n from thread where customer_id = $1
           and about_id in (select $2 union all select l.id from invoice_line l where l.invoice_id = $2)",
    )
    .bind(scope.customer().to_string())
    .bind(id.to_string())
    .fetch_one(conn)
    .await?;
    row.int("n")
}

/// Whether an invoice with this id was here and was taken back.
pub async fn was_taken_back(conn: &mut Conn, scope: InternalScope, id: InvoiceId) -> Result<bool> {
    let row = sqlx::query("select 1 as there from event where customer_id = $1 and kind = $2 and object_id = $3 limit 1")
        .bind(scope.customer().to_string())
        .bind(EventKind::InvoiceTakenBack.as_str())
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// The threads about the invoice `$1` and its lines.
const THREADS: &str =
    "(select id from thread where about_id in (select $1 union all select l.id from invoice_line l where l.invoice_id = $1))";

/// The files beside what was said in those threads, each with the rows that name them.
const FILES_OF_THREADS: [(FileReference, &str); 5] = [
    (FileReference::IncomingMail, EMAILS),
    (FileReference::Attachment, MESSAGES),
    (FileReference::AttachmentPreview, MESSAGES),
    (FileReference::NoteAttachment, NOTES),
    (FileReference::NoteAttachmentPreview, NOTES),
];
const MESSAGES: &str = "message_id in (select x.id from message x where x.thread_id in";
const NOTES: &str = "note_id in (select x.id from note x where x.thread_id in";
const EMAILS: &str = "address_id in (select r.id from reply_address r where r.thread_id in";
const BOUNCES: &str =
    "mail_id in (select e.id from incoming_mail e join reply_address r on r.id = e.address_id where r.thread_id in";

/// What goes with what was said in them.
const OF_WORDS: [(&str, &str); 8] = [
    ("attachment", MESSAGES),
    ("note_attachment", NOTES),
    ("message_before", MESSAGES),
    ("message_agreement", MESSAGES),
    ("message_mention", MESSAGES),
    ("note_mention", NOTES),
    ("mail_bounce", BOUNCES),
    ("incoming_mail", EMAILS),
];

/// What goes with the threads, in an order in which nothing points to what is gone.
const OF_THREADS: [(&str, &str); 7] = [
    ("reply_address", "thread_id"),
    ("invoice_question", "thread_id"),
    ("reading", "thread_id"),
    ("note", "thread_id"),
    ("past_outcome", "thread_id"),
    ("message", "thread_id"),
    ("thread", "id"),
];

/// What goes with the invoice; `$1` is the invoice.
const GOES: [&str; 18] = [
    "update thread set resolved_at = null, resolved_by = null, outcome = null, ball = 'supplier', ball_since = last_message_at,
       version = version + 1
     where resolved_at is not null and id in (select q.thread_id from invoice_question q where q.credit_note_id = $1)",
    "update invoice_question set state = 'to_credit', credit_note_id = null where credit_note_id = $1",
    "delete from invoice_approval where invoice_id = $1",
    "delete from invoice_attachment where invoice_id = $1",
    "update work_entry set line_id = null where line_id in (select l.id from invoice_line l where l.invoice_id = $1)",
    "delete from work_adjustment where line_id in (select l.id from invoice_line l where l.invoice_id = $1)",
    "update invoice set replaced_by = null where replaced_by = $1",
    "delete from payment where invoice_id = $1",
    "delete from invoice_original where invoice_id = $1",
    "delete from invoice_mention where invoice_id = $1",
    "delete from invoice_payment_means where invoice_id = $1",
    "delete from invoice_sub_line where invoice_id = $1",
    "delete from invoice_adjustment where invoice_id = $1",
    "delete from invoice_settlement where invoice_id = $1",
    "delete from invoice_finer_amount where invoice_id = $1",
    "delete from invoice_vat where invoice_id = $1",
    "delete from invoice_line where invoice_id = $1",
    "delete from invoice where id = $1",
];

/// Removes an invoice of this customer with its file, its payments and what was said about it; false where it is not
/// there. What happened to it stays written down, for the supplier's people alone: titles and sums are another's.
pub async fn remove(change: &mut Change, write: &MoneyAdmin, id: InvoiceId) -> Result<bool> {
    let (invoice, customer) = (id.to_string(), write.customer().to_string());
    let there = sqlx::query("select 1 as there from invoice where id = $1 and customer_id = $2")
        .bind(&invoice)
        .bind(&customer)
        .fetch_optional(write.on(change)?)
        .await?;
    if there.is_none() {
        return Ok(false);
    }
    let hidden = format!("update event set audience = $2 where customer_id = $3 and (object_id = $1 or object_id in {THREADS})");
    sqlx::query(AssertSqlSafe(hidden))
        .bind(&invoice)
        .bind(Audience::Internal.as_str())
        .bind(&customer)
        .execute(write.on(change)?)
        .await?;
    for (by, rows) in FILES_OF_THREADS {
        record::release(change, by, &format!("{rows} {THREADS})"), std::slice::from_ref(&invoice)).await?;
    }
    for (table, rows) in OF_WORDS {
        let gone = AssertSqlSafe(format!("delete from {table} where {rows} {THREADS})"));
        sqlx::query(gone).bind(&invoice).execute(write.on(change)?).await?;
    }
    let parted = AssertSqlSafe(format!("update thread set split_from = null where split_from in {THREADS}"));
    sqlx::query(parted).bind(&invoice).execute(write.on(change)?).await?;
    for (table, column) in OF_THREADS {
        let gone = AssertSqlSafe(format!("delete from {table} where {column} in {THREADS}"));
        sqlx::query(gone).bind(&invoice).execute(write.on(change)?).await?;
    }
    record::release(change, FileReference::InvoiceOriginal, "invoice_id = $1", std::slice::from_ref(&invoice)).await?;
    for statement in GOES {
        sqlx::query(statement).bind(&invoice).execute(write.on(change)?).await?;
    }
    replaced::refresh(change, write.customer()).await?;
    Ok(true)
}
