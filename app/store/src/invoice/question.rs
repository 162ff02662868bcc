//! Questions about invoices and their lines: threads with a reason, a state and, in the end, the credit note that settles
//! them.

mod credit;

pub use credit::{CreditedQuestion, credit_by_note, credit_from_notes};

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, DiscussionScope, MoneyScope, ThreadWrite, WriteProof},
    bulk_insert::Value,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{InvoiceId, LineId, ThreadId},
    question::{QuestionReason, QuestionState},
};
use sqlx::any::AnyRow;

/// A question about an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceQuestion {
    /// The thread that holds what was said.
    pub thread: ThreadId,
    /// About which invoice.
    pub invoice: InvoiceId,
    /// About which line of it; none for the whole.
    pub line: Option<LineId>,
    /// What it is about.
    pub reason: QuestionReason,
    /// How far it is.
    pub state: QuestionState,
    /// The credit note that settled it, with its number.
    pub credit_note: Option<(InvoiceId, String)>,
}

/// The state of the question `q` of the thread `t`: what was resolved by hand needs nothing more of the supplier.
pub(crate) const STATE: &str =
    "case when t.resolved_at is not null and q.state in ('open', 'to_credit') then 'explained' else q.state end";

/// Makes a thread a question about an invoice of this customer.
pub async fn insert(
    change: &mut Change,
    write: &ThreadWrite,
    (invoice, line): (InvoiceId, Option<LineId>),
    reason: QuestionReason,
) -> Result<()> {
    sqlx::query(
        "insert into invoice_question (thread_id, invoice_id, line_id, reason, state)
         select $1, i.id, $2, $3, $4 from invoice i where i.id = $5 and i.customer_id = $6",
    )
    .bind(write.thread().to_string())
    .bind(line.map(|line| line.to_string()))
    .bind(reason.as_str())
    .bind(QuestionState::Open.as_str())
    .bind(invoice.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Says how far the question of a thread is, without a credit note.
pub async fn update_state(change: &mut Change, write: &ThreadWrite, state: QuestionState) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "update invoice_question set state = $1, decided_by = $2, decided_at = $3, credit_note_id = null
         where thread_id = $4 and invoice_id in (select i.id from invoice i where i.customer_id = $5)",
    )
    .bind(state.as_str())
    .bind(write.person().to_string())
    .bind(now.as_millisecond())
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

async fn list_where(conn: &mut Conn, sight: &Sight, rest: &str, value: impl std::fmt::Display) -> Result<Vec<InvoiceQuestion>> {
    let statement = sight.ask(format!(
        "select q.thread_id, q.invoice_id, q.line_id, q.reason, {STATE} as state, q.credit_note_id, n.number as note_number
         from invoice_question q join thread t on t.id = q.thread_id left join invoice n on n.id = q.credit_note_id
         {} where {} {rest} order by t.opened_at, t.id",
        thread_place(),
        sight.thread()
    ));
    statement.bind(Value::text(value)).fetch(conn).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<InvoiceQuestion> {
    Ok(InvoiceQuestion {
        thread: row.parse("thread_id")?,
        invoice: row.parse("invoice_id")?,
        line: row.maybe("line_id")?,
        reason: row.parse("reason")?,
        state: row.parse("state")?,
        credit_note: row.maybe("credit_note_id")?.zip(row.maybe_text("note_number")?),
    })
}

/// The question that a thread is, where the reader may know of it.
pub async fn find(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    thread: ThreadId,
) -> Result<Option<InvoiceQuestion>> {
    Ok(list_where(conn, &(scope, money).into(), "and t.id = $2", thread).await?.into_iter().next())
}

/// The questions about an invoice and those that it settles, oldest first.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: MoneyScope,
    invoice: InvoiceId,
) -> Result<Vec<InvoiceQuestion>> {
    list_where(conn, &(scope, Some(money)).into(), "and (q.invoice_id = $2 or q.credit_note_id = $2)", invoice).await
}

/// The customer's questions that the supplier still has to do something about, oldest first.
pub async fn list_pending(conn: &mut Conn, scope: DiscussionScope, money: MoneyScope) -> Result<Vec<InvoiceQuestion>> {
    let rest = "and t.resolved_at is null and q.state <> $2";
    list_where(conn, &(scope, Some(money)).into(), rest, QuestionState::Credited).await
}
