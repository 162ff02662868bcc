//! Credit notes settle questions: by the invoice that a note names (BT-25), and where several questions wait, by the lines
//! that it has.

use crate::{
    Affected, Change, Result, StoreError,
    access::{CustomerWrite, KeepsInvoices, ThreadWrite, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, PersonId, ThreadId},
    question::QuestionState,
};
use sqlx::AssertSqlSafe;
use std::collections::BTreeSet;

/// A question that a credit note has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditedQuestion {
    /// Its thread.
    pub thread: ThreadId,
    /// The question in one line.
    pub title: String,
}

/// A question and a credit note that names its invoice.
struct Candidate {
    thread: ThreadId,
    title: String,
    state: QuestionState,
    invoice: InvoiceId,
    line_name: Option<String>,
    note: InvoiceId,
    number: String,
    /// The person who promised the credit, or who asked.
    by: PersonId,
}

/// Settles what a credit note credits that was just kept for this customer: the questions about the invoice that it names
/// which are to be credited, or the only open one. Of several, those whose lines it has; all where it has none of them.
pub async fn credit_by_note(
    change: &mut Change,
    write: &impl KeepsInvoices,
    customer: CustomerId,
    note: InvoiceId,
) -> Result<Vec<CreditedQuestion>> {
    if !write.covers(customer) {
        return Err(StoreError::ForeignProof);
    }
    let found = candidates(change, customer, "n.id = $2", note.to_string()).await?;
    let promised = |candidate: &&Candidate| candidate.state == QuestionState::ToCredit;
    let invoices: BTreeSet<_> = found.iter().map(|candidate| candidate.invoice).collect();
    let mut credited = Vec::new();
    for invoice in invoices {
        let of_invoice = || found.iter().filter(|candidate| candidate.invoice == invoice);
        let mut chosen: Vec<_> = of_invoice().filter(promised).collect();
        if chosen.is_empty() && of_invoice().count() == 1 {
            chosen = of_invoice().collect();
        }
        if chosen.len() > 1 {
            let on_note = line_names(change, note).await?;
            let has = |candidate: &&Candidate| candidate.line_name.as_ref().is_some_and(|name| on_note.contains(name));
            let matching: Vec<_> = chosen.iter().copied().filter(has).collect();
            chosen = if matching.is_empty() { chosen } else { matching };
        }
        for candidate in chosen {
            let by = write.by().unwrap_or(candidate.by);
            write.on_affecting(change, [Affected::Customer(customer)])?;
            credited.push(settle(change, candidate, by).await?);
        }
    }
    Ok(credited)
}

/// Settles the question of a thread by a credit note that came after it was asked and has settled nothing else.
pub async fn credit_from_notes(change: &mut Change, write: &ThreadWrite) -> Result<Option<CreditedQuestion>> {
    let filter = "q.thread_id = $2 and n.brought_in_at >= t.opened_at
        and not exists (select 1 from invoice_question o where o.credit_note_id = n.id)";
    let found = candidates(change, write.customer(), filter, write.thread().to_string()).await?;
    let Some(candidate) = found.into_iter().next() else { return Ok(None) };
    write.on(change)?;
    let credited = settle(change, &candidate, write.person()).await?;
    Ok(Some(credited))
}

async fn candidates(change: &mut Change, customer: CustomerId, filter: &str, value: String) -> Result<Vec<Candidate>> {
    let sql = format!(
        "select q.thread_id, t.title, q.state, q.invoice_id, l.name as line_name, n.id as note_id, n.number,
           coalesce(q.decided_by, t.opened_by) as by_id
         from invoice_question q
         join thread t on t.id = q.thread_id
         join invoice b on b.id = q.invoice_id
         left join invoice_line l on l.id = q.line_id
         join invoice_mention m on m.kind = 'preceding' and m.value = b.number
         join invoice n on n.id = m.invoice_id and n.customer_id = b.customer_id and n.seller_id = b.seller_id and n.id <> b.id
         where b.customer_id = $1 and (n.sign < 0 or n.gross_sum < 0)
           and (q.state = 'to_credit' or (q.state = 'open' and t.resolved_at is null))
           and (m.detail is null or substr(m.detail, 1, 4) = substr(b.issued_on, 1, 4)) and {filter}
         order by t.opened_at, t.id, n.brought_in_at, n.id"
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(customer.to_string()).bind(value).fetch_all(&mut **change).await?;
    let read = rows.iter().map(|row| {
        Ok(Candidate {
            thread: row.parse("thread_id")?,
            title: row.text("title")?,
            state: row.parse("state")?,
            invoice: row.parse("invoice_id")?,
            line_name: row.maybe_text("line_name")?,
            note: row.parse("note_id")?,
            number: row.text("number")?,
            by: row.parse("by_id")?,
        })
    });
    read.collect()
}

async fn line_names(change: &mut Change, note: InvoiceId) -> Result<BTreeSet<String>> {
    let rows = sqlx::query("select name from invoice_line where invoice_id = $1").bind(note.to_string());
    rows.fetch_all(&mut **change).await?.iter().map(|row| row.text("name")).collect()
}

/// Names the credit note on the question, and resolves its thread with the note's number.
async fn settle(change: &mut Change, candidate: &Candidate, by: PersonId) -> Result<CreditedQuestion> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "update invoice_question set state = 'credited', credit_note_id = $1, decided_by = $2, decided_at = $3 where thread_id = $4",
    )
    .bind(candidate.note.to_string())
    .bind(by.to_string())
    .bind(now)
    .bind(candidate.thread.to_string())
    .execute(&mut **change)
    .await?;
    sqlx::query(
        "update thread set resolved_at = $1, resolved_by = $2, outcome = $3, ball = 'nobody', ball_since = $1,
           version = version + 1
         where id = $4 and resolved_at is null",
    )
    .bind(now)
    .bind(by.to_string())
    .bind(candidate.number.as_str())
    .bind(candidate.thread.to_string())
    .execute(&mut **change)
    .await?;
    Ok(CreditedQuestion { thread: candidate.thread, title: candidate.title.clone() })
}
