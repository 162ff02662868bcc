//! What is derived from other rows, against those rows.

use crate::{Conn, Result, invoice, row::Columns, summary};
use coplan_domain::{
    id::CustomerId,
    invoice::check::{RULES, Verdict, check, overall},
};

/// How many customers are asked for at once.
const ROWS: i64 = 500;

/// Each says how many rows there are of a kind that cannot be: a condition of the program's own that no constraint holds.
const IMPOSSIBLE: [(&str, &str); 5] = [
    (
        "select count(*) as n from thread h where h.messages <> (select count(*) from message m where m.thread_id = h.id)",
        "threads say another number of messages than they have",
    ),
    (
        "select count(*) as n from thread h where not exists (
           select 1 from message m where m.id = h.last_message_id and m.thread_id = h.id)",
        "threads name another message as their last one",
    ),
    (
        "select count(*) as n from customer c where c.responsible_since >
           (select max(r.since) from responsibility r where r.matter_id = c.id)",
        "customers have nobody responsible now",
    ),
    (
        "select count(*) as n from customer c where not exists (select 1 from customer_summary s where s.customer_id = c.id)",
        "customers are missing in the portfolio",
    ),
    (
        "select count(*) as n from task t join task_request r on r.task_id = t.id and r.withdrawn_at is null
         where t.state = 'done' and not exists
           (select 1 from task_answer a where a.task_id = t.id and a.reopened_at is null)",
        "tasks are done without the answer that they ask for",
    ),
];

/// What is not as the rows that it is derived from.
pub(super) async fn list_wrong(conn: &mut Conn) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for (sql, said) in IMPOSSIBLE {
        let n = sqlx::query(sql).fetch_one(&mut *conn).await?.int("n")?;
        if n > 0 {
            wrong.push(format!("{n} {said}"));
        }
    }
    let stale = count_stale_summaries(conn).await?;
    if stale > 0 {
        wrong.push(format!("{stale} customers have other sums, lights or dates in the portfolio than on their plans"));
    }
    let disagreeing = count_disagreeing_invoices(conn).await?;
    if disagreeing > 0 {
        wrong.push(format!(
            "{disagreeing} invoices that agreed to the cent have other sums than their lines, taxes and allowances"
        ));
    }
    Ok(wrong)
}

/// Of the invoices that agreed by the rules of now when they came, how many no longer do: their sums are done again.
async fn count_disagreeing_invoices(conn: &mut Conn) -> Result<usize> {
    let (mut behind, mut disagreeing) = (String::new(), 0);
    loop {
        let rows = sqlx::query("select id, customer_id from invoice where id > $1 and agrees_by = $2 order by id limit $3 + 0");
        let rows = rows.bind(behind.as_str()).bind(RULES).bind(ROWS).fetch_all(&mut *conn).await?;
        for row in &rows {
            let kept = invoice::find_of(conn, row.parse("customer_id")?, row.parse("id")?).await?;
            if kept.is_none_or(|kept| overall(&check(&kept.invoice)) != Verdict::Agrees) {
                disagreeing += 1;
            }
        }
        match rows.last() {
            Some(last) => behind = last.text("id")?,
            None => return Ok(disagreeing),
        }
    }
}

async fn count_stale_summaries(conn: &mut Conn) -> Result<usize> {
    let (mut behind, mut stale) = (String::new(), 0);
    loop {
        let rows = sqlx::query("select id from customer where id > $1 order by id limit $2 + 0").bind(behind.as_str()).bind(ROWS);
        let rows = rows.fetch_all(&mut *conn).await?;
        for row in &rows {
            if !summary::is_current(conn, row.parse::<CustomerId>("id")?).await? {
                stale += 1;
            }
        }
        match rows.last() {
            Some(last) => behind = last.text("id")?,
            None => return Ok(stale),
        }
    }
}
