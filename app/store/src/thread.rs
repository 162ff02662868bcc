//! Discussions. A reader is given only those it may know of: the others are not even selected.

mod subject;
mod waiting;
mod write;

pub use subject::find_subject;
pub use waiting::{Waiting, list_waiting, list_waiting_for_staff};
pub use write::{NewThread, insert, update_after_message, update_ball, update_reopened, update_resolved};

use crate::{
    Conn, Result,
    access::{DiscussionScope, MoneyScope},
    bulk_insert::{Value, bind},
    engine::Statement,
    row::Columns,
};
use coplan_domain::{
    id::{PersonId, ThreadId},
    person::{Language, Side},
    thread::{Resolution, Thread},
};
use jiff::Timestamp;
use sqlx::{
    Any,
    any::{AnyArguments, AnyRow},
    query::Query,
};

/// The columns of a thread; it goes with [`JOINS`].
const COLUMNS: &str = "t.id, t.customer_id, t.about_kind, t.about_id, t.project_id, t.invoice_id, t.title,
     o.name as opened_by, t.opened_at, t.ball, t.ball_since, t.last_message_at, t.resolved_at, r.name as resolved_by,
     t.outcome, t.version, o.language as opened_language, r.language as resolved_language, c.name as customer_name,
     p.name as project_name, p.shared_at, t.inside_since, m.name as milestone_name, i.number as invoice_number,
     l.name as line_name";

const JOINS: &str = "join customer c on c.id = t.customer_id
     join person o on o.id = t.opened_by
     left join person r on r.id = t.resolved_by
     left join project p on p.id = t.project_id
     left join milestone m on m.id = case when t.about_kind = 'milestone' then t.about_id end
     left join invoice i on i.id = t.invoice_id
     left join invoice_line l on l.id = case when t.about_kind = 'invoice_line' then t.about_id end";

/// What a reader may know of: at its customer, sums with the money scope only, members only what began in their sight
/// and whose project is shared. Bound by [`bind_reader`]; it needs `thread t` and `project p`.
pub(crate) const SEEN: &str = "t.customer_id = $1 and ($2 = 'money' or t.invoice_id is null)
     and ($3 = 'supplier' or (t.inside_since is null and (t.project_id is null or p.shared_at is not null)))";

/// Binds `$1`, `$2` and `$3` of [`SEEN`].
pub(crate) fn bind_reader(
    query: Query<'_, Any, AnyArguments>,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
) -> Query<'_, Any, AnyArguments> {
    reader(scope, money).into_iter().fold(query, bind)
}

/// What stands in the places `$1`, `$2` and `$3` of [`SEEN`].
fn reader(scope: DiscussionScope, money: Option<MoneyScope>) -> [Value; 3] {
    // A proof for another customer or of another person proves nothing here.
    let money = money.filter(|money| money.customer() == scope.customer() && money.person() == scope.person());
    [Value::text(scope.customer()), Value::text(if money.is_some() { "money" } else { "" }), Value::text(scope.side())]
}

fn read(row: &AnyRow) -> Result<Thread> {
    let resolution = match (row.maybe_time("resolved_at")?, row.maybe_text("resolved_by")?, row.maybe_text("outcome")?) {
        (Some(at), Some(by), Some(outcome)) => Some(Resolution { at, by, outcome, language: row.parse("resolved_language")? }),
        _ => None,
    };
    Ok(Thread {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        subject: subject::read(row)?,
        title: row.text("title")?,
        opened_by: row.text("opened_by")?,
        language: row.parse("opened_language")?,
        opened_at: row.time("opened_at")?,
        ball: row.parse("ball")?,
        ball_since: row.time("ball_since")?,
        last_message_at: row.time("last_message_at")?,
        resolution,
        version: row.int("version")?,
    })
}

/// A thread in a list, with what was said last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLine {
    /// The thread.
    pub thread: Thread,
    /// How many messages it has.
    pub messages: i64,
    /// Who spoke last.
    pub last_author: PersonId,
    /// The name of who spoke last.
    pub last_author_name: String,
    /// The side of who spoke last.
    pub last_side: Side,
    /// The beginning of what was said last, in small Markdown, at most 600 characters.
    pub last_text: String,
    /// The language of who spoke last.
    pub last_language: Language,
}

fn read_line(row: &AnyRow) -> Result<ThreadLine> {
    Ok(ThreadLine {
        thread: read(row)?,
        messages: row.int("messages")?,
        last_author: row.parse("last_author")?,
        last_author_name: row.text("last_author_name")?,
        last_side: if row.text("last_kind")? == "staff" { Side::Supplier } else { Side::Customer },
        last_text: row.text("last_text")?,
        last_language: row.parse("last_language")?,
    })
}

/// A statement that selects thread lines that the reader may know of.
fn lines(rest: &str) -> String {
    format!(
        "select {COLUMNS}, t.messages, a.id as last_author, a.name as last_author_name, a.kind as last_kind,
           a.language as last_language, substr(x.text, 1, 600) as last_text
         from thread t {JOINS}
         join message x on x.id = t.last_message_id
         join person a on a.id = x.author_id
         where {SEEN} {rest}"
    )
}

/// Open ones first, the longest wait on top; then the resolved ones, the latest on top.
const ORDER: &str = "order by case when t.resolved_at is null then 0 else 1 end,
     case when t.resolved_at is null then t.ball_since else -t.resolved_at end, t.id";

/// A customer's threads that the reader may know of: open ones first, the longest wait on top; then the resolved
/// ones, the latest on top.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    offset: i64,
    limit: i64,
) -> Result<Vec<ThreadLine>> {
    read_all(&ask_all(scope, money, offset, limit).fetch(conn).await?)
}

pub(crate) fn ask_all(scope: DiscussionScope, money: Option<MoneyScope>, offset: i64, limit: i64) -> Statement {
    let statement = Statement::new(lines(&format!("{ORDER} limit $4 + 0 offset $5")));
    reader(scope, money).into_iter().fold(statement, Statement::bind).bind(limit.into()).bind(offset.into())
}

pub(crate) fn read_all(rows: &[AnyRow]) -> Result<Vec<ThreadLine>> {
    rows.iter().map(read_line).collect()
}

/// The threads about an object and about what is a part of it (a project's milestones, an invoice's lines), in the
/// order of [`list`].
pub async fn list_about(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    object: ulid::Ulid,
    limit: i64,
) -> Result<Vec<ThreadLine>> {
    // Through the customer's threads, which are few; so no index per kind of object.
    let sql = sqlx::AssertSqlSafe(lines(&format!("and $4 in (t.about_id, t.project_id, t.invoice_id) {ORDER} limit $5 + 0")));
    let rows = bind_reader(sqlx::query(sql), scope, money).bind(object.to_string()).bind(limit).fetch_all(conn).await?;
    rows.iter().map(read_line).collect()
}

/// A thread that the reader may know of.
pub async fn find(conn: &mut Conn, scope: DiscussionScope, money: Option<MoneyScope>, id: ThreadId) -> Result<Option<Thread>> {
    let sql = sqlx::AssertSqlSafe(format!("select {COLUMNS} from thread t {JOINS} where {SEEN} and t.id = $4"));
    let row = bind_reader(sqlx::query(sql), scope, money).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// Milliseconds, as times are kept.
fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}
