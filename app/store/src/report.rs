//! Reports of a customer: drafts for the supplier's people, what was published for members too.

mod gather;
mod rhythm;
mod write;

pub use gather::{Days, gather};
pub use rhythm::{DueRhythm, find_rhythm, insert_due, list_rhythms, remove_rhythm, update_rhythm};
pub use write::{approve, insert, publish, remove, update_words};

use crate::{Conn, Result, access::PlanScope, bulk_insert::Value, row::Columns, visible::Sight};
use coplan_domain::{
    id::ReportId,
    report::{Published, Report, ReportApproval, ReportSpan},
};
use sqlx::any::AnyRow;

async fn select(conn: &mut Conn, scope: PlanScope, rest: &str, value: Value) -> Result<Vec<Report>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select rp.id, rp.span, rp.words, rp.version, rp.due_on, h.name, h.language, rp.published_at, rp.body, rp.hash
         from report rp join person h on h.id = rp.drafted_by where {} {rest}",
        sight.report()
    ));
    statement.bind(value).fetch(conn).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Report> {
    let published = match (row.maybe_time("published_at")?, row.maybe_text("body")?, row.maybe_text("hash")?) {
        (Some(at), Some(text), Some(hash)) => Some(Published { at, text, hash }),
        _ => None,
    };
    Ok(Report {
        id: row.parse("id")?,
        span: row.parse("span")?,
        words: row.text("words")?,
        version: row.int("version")?,
        due_on: row.maybe("due_on")?,
        by: row.text("name")?,
        language: row.parse("language")?,
        published,
    })
}

/// The reports that the reader may see, the latest first; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<Report>> {
    select(conn, scope, "order by rp.last_day desc, rp.first_day desc limit $2 + 0", limit.into()).await
}

/// One report.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: ReportId) -> Result<Option<Report>> {
    Ok(select(conn, scope, "and rp.id = $2", Value::text(id)).await?.pop())
}

/// The report of these days.
pub async fn find_of(conn: &mut Conn, scope: PlanScope, span: ReportSpan) -> Result<Option<Report>> {
    Ok(select(conn, scope, "and rp.span = $2", Value::text(span)).await?.pop())
}

/// Who agreed to a report, in the order in which they did.
pub async fn list_approvals(conn: &mut Conn, scope: PlanScope, id: ReportId) -> Result<Vec<ReportApproval>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select x.side, x.hash, h.name, x.approved_at from report_approval x join report rp on rp.id = x.report_id
         join person h on h.id = x.person_id where {} and rp.id = $2 order by x.approved_at, x.side desc",
        sight.report()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let (side, at) = (row.parse("side")?, row.time("approved_at")?);
        Ok(ReportApproval { side, by: row.text("name")?, at, hash: row.text("hash")? })
    });
    read.collect()
}
