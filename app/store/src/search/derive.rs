//! Writes what can be searched: of what a change tells, within that change; of whole customers, where some is missing.

use crate::{
    Conn, Result,
    bulk_insert::{Value, insert_or},
    row::Columns,
};
use coplan_domain::{
    event::{Event, ObjectKind},
    search::{SearchKind, without_endings},
    text::folded,
};
use sqlx::AssertSqlSafe;

/// How many rows are written at once.
const ROWS: i64 = 500;

/// Where the words of things of a kind are: a statement up to its condition, the column of the customer, that of the thing.
fn source(kind: SearchKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        SearchKind::Thread => ("t.id, t.customer_id, t.title as words, t.opened_at as at from thread t", "t.customer_id", "t.id"),
        SearchKind::Message => (
            "x.id, t.customer_id, x.text as words, x.sent_at as at from message x join thread t on t.id = x.thread_id",
            "t.customer_id",
            "x.thread_id",
        ),
        SearchKind::Project => {
            ("p.id, p.customer_id, p.name || ' ' || p.about as words, p.created_at as at from project p", "p.customer_id", "p.id")
        }
        SearchKind::Milestone => (
            "m.id, p.customer_id, m.name as words, p.created_at as at from milestone m join project p on p.id = m.project_id",
            "p.customer_id",
            "m.id",
        ),
        // What it is for is not always told to those who see that it is there.
        SearchKind::Task => (
            "k.id, p.customer_id, k.name as words, p.created_at as at from task k join project p on p.id = k.project_id",
            "p.customer_id",
            "k.id",
        ),
        SearchKind::Invoice => {
            ("i.id, i.customer_id, i.number as words, i.brought_in_at as at from invoice i", "i.customer_id", "i.id")
        }
        SearchKind::Meeting => {
            ("g.id, g.customer_id, g.title || ' ' || g.place as words, g.starts_at as at from meeting g", "g.customer_id", "g.id")
        }
        SearchKind::Goal => (
            "b.id, b.customer_id, v.title || ' ' || v.measure as words, v.proposed_at as at from goal b
             join goal_terms v on v.goal_id = b.id and v.revision = b.revision",
            "b.customer_id",
            "b.id",
        ),
        SearchKind::ServiceRequest => (
            "sr.id, sr.customer_id, sr.what || ' ' || sr.why as words, sr.asked_at as at from service_request sr",
            "sr.customer_id",
            "sr.id",
        ),
        SearchKind::Idea => (
            "ia.id, ia.customer_id, ia.words || ' ' || ia.effect || ' ' || ia.gains as words, ia.given_at as at from idea ia",
            "ia.customer_id",
            "ia.id",
        ),
        SearchKind::Person => (
            "h.id, n.customer_id, h.name || ' ' || n.title as words, n.created_at as at from membership n
             join person h on h.id = n.person_id and n.ended_at is null",
            "n.customer_id",
            "h.id",
        ),
    }
}

/// Writes the words of the things of a kind for which a column has this value; of messages only those that are missing.
async fn write(conn: &mut Conn, kind: SearchKind, column: &str, value: &str) -> Result<()> {
    let (from, ..) = source(kind);
    let missing = match kind {
        SearchKind::Message => "and not exists (select 1 from searchable s where s.kind = 'message' and s.id = x.id)",
        _ => "",
    };
    let sql = format!("select {from} where {column} = $1 {missing} limit $2 + 0");
    // Messages are written by the piece; of everything else there are as many as on a plan.
    let most = if kind == SearchKind::Message { ROWS } else { i64::from(i32::MAX) };
    loop {
        let found = sqlx::query(AssertSqlSafe(sql.as_str())).bind(value).bind(most).fetch_all(&mut *conn).await?;
        let mut rows = Vec::new();
        for row in &found {
            let (id, customer, words) = (row.text("id")?, row.text("customer_id")?, row.text("words")?);
            rows.push([
                Value::text(kind),
                Value::text(id),
                Value::text(customer),
                Value::text(format!("{} {}", folded(&words), without_endings(&words))),
                row.int("at")?.into(),
            ]);
        }
        let columns = ["kind", "id", "customer_id", "words", "at"];
        let known = "on conflict (kind, id, customer_id) do update set words = excluded.words, at = excluded.at";
        insert_or(conn, "searchable", columns, rows, known).await?;
        if kind != SearchKind::Message || found.len() < usize::try_from(ROWS).unwrap_or(usize::MAX) {
            return Ok(());
        }
    }
}

/// Writes the words of what an event is about.
pub(crate) async fn refresh(conn: &mut Conn, event: &Event) -> Result<()> {
    let kinds: &[SearchKind] = match event.object_kind {
        ObjectKind::Customer
        | ObjectKind::Knowledge
        | ObjectKind::Process
        | ObjectKind::Journey
        | ObjectKind::YearPlan
        | ObjectKind::Feedback
        | ObjectKind::Report
        | ObjectKind::Agreement
        | ObjectKind::Assessment => &[],
        ObjectKind::Idea => &[SearchKind::Idea],
        ObjectKind::Goal => &[SearchKind::Goal],
        ObjectKind::ServiceRequest => &[SearchKind::ServiceRequest],
        ObjectKind::Person => &[SearchKind::Person],
        ObjectKind::Project => &[SearchKind::Project],
        ObjectKind::Milestone => &[SearchKind::Milestone],
        ObjectKind::Task => &[SearchKind::Task],
        ObjectKind::Invoice => &[SearchKind::Invoice],
        ObjectKind::Thread => &[SearchKind::Thread, SearchKind::Message],
        ObjectKind::Meeting => &[SearchKind::Meeting],
    };
    for kind in kinds {
        let (_, _, id) = source(*kind);
        write(conn, *kind, id, &event.object.to_string()).await?;
    }
    Ok(())
}

/// Writes the words of a thread and of its messages, of which no event tells.
pub(crate) async fn refresh_thread(conn: &mut Conn, thread: &str) -> Result<()> {
    for kind in [SearchKind::Thread, SearchKind::Message] {
        let (_, _, id) = source(kind);
        write(conn, kind, id, thread).await?;
    }
    Ok(())
}

/// Customers of which some may be missing.
const MISSING: &str = "from customer c where not exists (select 1 from searchable_customer d where d.customer_id = c.id)";

/// Whether there are any.
pub(crate) async fn has_missing(conn: &mut Conn) -> Result<bool> {
    let sql = AssertSqlSafe(format!("select c.id {MISSING} limit 1"));
    Ok(sqlx::query(sql).fetch_optional(conn).await?.is_some())
}

/// Writes the words of everything under at most so many of them; how many these were.
pub(crate) async fn refresh_missing(conn: &mut Conn, limit: i64) -> Result<usize> {
    let sql = AssertSqlSafe(format!("select c.id {MISSING} order by c.id limit $1 + 0"));
    let customers = sqlx::query(sql).bind(limit).fetch_all(&mut *conn).await?;
    for row in &customers {
        let id = row.text("id")?;
        for kind in SearchKind::ALL {
            let (_, customer, _) = source(*kind);
            write(conn, *kind, customer, &id).await?;
        }
        sqlx::query("insert into searchable_customer (customer_id) values ($1) on conflict (customer_id) do nothing")
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(customers.len())
}
