//! Invoices of a staff person's customers that are overdue, or that somebody asks about.

use crate::{
    Conn, Result,
    access::Staff,
    bulk_insert::Value,
    engine::Statement,
    invoice::{DUE, PAID},
    on_duty::covered,
    row::Columns,
    visible::within,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, ThreadId},
    money::Money,
    person::Language,
    thread::Ball,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// An invoice that should have been paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateInvoice {
    /// Of which customer, and its name.
    pub customer: (CustomerId, String),
    /// Which, and its number.
    pub invoice: (InvoiceId, String),
    /// The day by which it was to be paid.
    pub due_on: Date,
    /// What is still open.
    pub open: Money,
}

/// An invoice, or a line of one, with a discussion that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionedInvoice {
    /// Of which customer, and its name.
    pub customer: (CustomerId, String),
    /// Which, and its number.
    pub invoice: (InvoiceId, String),
    /// The discussion.
    pub thread: ThreadId,
    /// The question in one line.
    pub title: String,
    /// The language of who opened it.
    pub language: Language,
    /// Who moves next.
    pub ball: Ball,
}

/// The customers of those for whom the staff person `$1` acts on the day `$2`.
const CUSTOMERS: &str = "from covered cross join customer_summary s join customer c on c.id = s.customer_id";
const OWN: &str = "s.responsible_id = covered.staff_id and s.ended + 0 = 0";
const COLUMNS: &str = "c.id as customer_id, c.name as customer_name, i.id as invoice_id, i.number";

fn statement(sql: &str, staff: &Staff, today: Date, limit: i64) -> Statement {
    Statement::new(format!("{} {sql}", covered("$1", "$2")))
        .bind(Value::text(staff.entered().person()))
        .bind(Value::text(today))
        .bind(limit.into())
}

/// Those due before this day of which something is to be paid; the oldest day first.
pub async fn list_late(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<LateInvoice>> {
    if !staff.sees_sums() {
        return Ok(Vec::new());
    }
    let within = within(staff, "c.id");
    let open = format!("{DUE} - {PAID}");
    let sql = format!(
        "select {COLUMNS}, i.due_on, i.currency, cast({open} as bigint) as open
         {CUSTOMERS} join invoice i on i.customer_id = c.id and i.due_on < $2
         where {OWN} and s.open_currency <> '' and {open} > 0 and {within}
         order by i.due_on, i.id limit $3 + 0"
    );
    let read = |row: &AnyRow| {
        Ok(LateInvoice {
            customer: (row.parse("customer_id")?, row.text("customer_name")?),
            invoice: (row.parse("invoice_id")?, row.text("number")?),
            due_on: row.parse("due_on")?,
            open: Money::from_minor(row.int("open")?, row.parse("currency")?),
        })
    };
    statement(&sql, staff, today, limit).fetch(conn).await?.iter().map(read).collect()
}

/// Those with a discussion that goes on, the longest wait first.
pub async fn list_questioned(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<QuestionedInvoice>> {
    if !staff.sees_sums() {
        return Ok(Vec::new());
    }
    let within = within(staff, "c.id");
    let sql = format!(
        "select {COLUMNS}, t.id as thread_id, t.title, t.ball, a.language
         {CUSTOMERS} join thread t on t.customer_id = c.id and t.resolved_at is null and t.about_kind in ('invoice', 'invoice_line')
         left join invoice_line l on t.about_kind = 'invoice_line' and l.id = t.about_id
         join invoice i on i.id = case t.about_kind when 'invoice' then t.about_id else l.invoice_id end
         join person a on a.id = t.opened_by
         where {OWN} and {within} order by t.ball_since, t.id limit $3 + 0"
    );
    let read = |row: &AnyRow| {
        Ok(QuestionedInvoice {
            customer: (row.parse("customer_id")?, row.text("customer_name")?),
            invoice: (row.parse("invoice_id")?, row.text("number")?),
            thread: row.parse("thread_id")?,
            title: row.text("title")?,
            language: row.parse("language")?,
            ball: row.parse("ball")?,
        })
    };
    statement(&sql, staff, today, limit).fetch(conn).await?.iter().map(read).collect()
}
