//! What happened in a project, as its blueprint draws it: events with whose task they are about, files, invoices and hours.
//! Each is asked for through what its reader may see anyway.

use crate::{
    Conn, Result,
    access::{Access, DiscussionScope, MoneyScope},
    bulk_insert::Value,
    event::{News, read_news},
    row::Columns,
    visible::{Sight, event_place, thread_place},
};
use coplan_domain::{
    id::{AttachmentId, InvoiceId, ProjectId, ThreadId},
    person::Side,
    plan::Stage,
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// An event with what tells where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What happened.
    pub news: News,
    /// The side of who did it; none where nobody in person did.
    pub by: Option<Side>,
    /// Whose task it is about and where that is done; none where it is about none.
    pub task: Option<(Side, Stage)>,
}

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// Which.
    pub id: AttachmentId,
    /// In which discussion.
    pub thread: ThreadId,
    /// What it is called.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

fn side_of(kind: Option<String>) -> Option<Side> {
    kind.map(|kind| if kind == "staff" { Side::Supplier } else { Side::Customer })
}

/// What happened in a project from one moment until before another, the latest first; at most `limit`.
pub async fn list_acts(
    conn: &mut Conn,
    access: &Access,
    project: ProjectId,
    (from, until): (Timestamp, Timestamp),
    limit: i64,
) -> Result<Vec<Act>> {
    let sight = Sight::from(access);
    let statement = sight.ask(format!(
        "select e.id, e.customer_id, e.actor_id, e.kind, e.object_kind, e.object_id, e.label, e.audience, e.at,
           a.name as actor_name, a.kind as actor_kind, p.id as project_id, p.name as project_name,
           k.side as task_side, k.stage as task_stage
         from event e left join person a on a.id = e.actor_id {}
         where {} and p.id = $2 and e.at >= $3 and e.at < $4 order by e.at desc, e.id desc limit $5 + 0",
        event_place(),
        sight.event()
    ));
    let statement = statement.bind(Value::text(project)).bind(Value::time(from)).bind(Value::time(until)).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read_act).collect()
}

fn read_act(row: &AnyRow) -> Result<Act> {
    let task = row.maybe("task_side")?.zip(row.maybe("task_stage")?);
    Ok(Act { news: read_news(row)?, by: side_of(row.maybe_text("actor_kind")?), task })
}

/// When the first thing happened in a project that its reader may know of; none where nothing did.
pub async fn find_first(conn: &mut Conn, access: &Access, project: ProjectId) -> Result<Option<Timestamp>> {
    let sight = Sight::from(access);
    let statement =
        sight.ask(format!("select min(e.at) as first from event e {} where {} and p.id = $2", event_place(), sight.event()));
    let rows = statement.bind(Value::text(project)).fetch(conn).await?;
    rows.first().map_or(Ok(None), |row| row.maybe_time("first"))
}

/// The files in the discussions of a project from one moment until before another, the latest first; at most `limit`.
pub async fn list_files(
    conn: &mut Conn,
    (scope, money): (DiscussionScope, Option<MoneyScope>),
    project: ProjectId,
    (from, until): (Timestamp, Timestamp),
    limit: i64,
) -> Result<Vec<SentFile>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select y.id, y.name, t.id as thread_id, x.sent_at
         from attachment y join message x on x.id = y.message_id join thread t on t.id = x.thread_id {}
         where {} and p.id = $2 and x.withdrawn_at is null and x.sent_at >= $3 and x.sent_at < $4
         order by x.sent_at desc, y.id limit $5 + 0",
        thread_place(),
        sight.thread()
    ));
    let statement = statement.bind(Value::text(project)).bind(Value::time(from)).bind(Value::time(until)).bind(limit.into());
    let rows = statement.fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let (id, thread) = (row.parse("id")?, row.parse("thread_id")?);
        Ok(SentFile { id, thread, name: row.text("name")?, at: row.time("sent_at")? })
    });
    read.collect()
}

/// The invoices that charge work in a project and were issued on these days, where the reader is shown that work; the
/// latest first, with number and day.
pub async fn list_invoices(
    conn: &mut Conn,
    scope: MoneyScope,
    project: ProjectId,
    (first, last): (Date, Date),
    limit: i64,
) -> Result<Vec<(InvoiceId, String, Date)>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select distinct i.id, i.number, i.issued_on
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         join invoice_line l on l.id = w.line_id join invoice i on i.id = l.invoice_id
         where {} and {} and p.id = $2 and i.issued_on between $3 and $4 order by i.issued_on desc, i.id limit $5 + 0",
        sight.work(),
        sight.invoice()
    ));
    let statement = statement.bind(Value::text(project)).bind(Value::text(first)).bind(Value::text(last)).bind(limit.into());
    let rows = statement.fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.text("number")?, row.parse("issued_on")?))).collect()
}

/// How many minutes were worked in a project on each of these days, as far as the reader sees the work; the latest first.
pub async fn list_minutes(
    conn: &mut Conn,
    scope: MoneyScope,
    project: ProjectId,
    (first, last): (Date, Date),
    limit: i64,
) -> Result<Vec<(Date, i64)>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select w.day, cast(coalesce(sum(w.minutes), 0) as bigint) as minutes
         from work_entry w join project p on p.id = w.project_id join customer c on c.id = p.customer_id
         where {} and p.id = $2 and w.day between $3 and $4 group by w.day order by w.day desc limit $5 + 0",
        sight.work()
    ));
    let statement = statement.bind(Value::text(project)).bind(Value::text(first)).bind(Value::text(last)).bind(limit.into());
    let rows = statement.fetch(conn).await?;
    rows.iter().map(|row| Ok((row.parse("day")?, row.int("minutes")?))).collect()
}
