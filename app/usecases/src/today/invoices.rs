//! Invoices that are overdue and those that somebody asks about, each once.

use super::{InvoiceLine, MOST, ONE_MORE, Question};
use crate::{InternalError, truncate::truncate};
use coplan_store::{
    Conn,
    access::Staff,
    today::{self as store, QuestionedInvoice},
};
use jiff::civil::Date;

/// What is overdue, the oldest first, and then what is only asked about; and whether there are more of either.
pub(super) async fn list(conn: &mut Conn, reader: &Staff, today: Date) -> Result<(Vec<InvoiceLine>, bool), InternalError> {
    let mut late = store::list_late(conn, reader, today, ONE_MORE).await?;
    let mut questioned = store::list_questioned(conn, reader, today, ONE_MORE).await?;
    let more = truncate(&mut late, MOST) | truncate(&mut questioned, MOST);
    let mut lines = late
        .into_iter()
        .map(|it| InvoiceLine {
            customer: it.customer.0,
            customer_name: it.customer.1,
            invoice: it.invoice.0,
            number: it.invoice.1,
            late: Some((it.due_on, it.open)),
            question: None,
        })
        .collect::<Vec<_>>();
    for asked in questioned {
        add(&mut lines, asked);
    }
    Ok((lines, more))
}

/// Adds a question to its invoice; of several the one that waits for longest is told.
fn add(lines: &mut Vec<InvoiceLine>, asked: QuestionedInvoice) {
    let QuestionedInvoice { customer, invoice, thread, title, language, ball } = asked;
    let question = Question { thread, title, language, ball };
    match lines.iter_mut().find(|line| line.invoice == invoice.0) {
        Some(line) => {
            line.question.get_or_insert(question);
        }
        None => lines.push(InvoiceLine {
            customer: customer.0,
            customer_name: customer.1,
            invoice: invoice.0,
            number: invoice.1,
            late: None,
            question: Some(question),
        }),
    }
}
