//! Discussions. A reader is given only those it may know of: the others are not even selected.

mod outcome;
mod past;
mod split;
mod subject;
mod waiting;
mod write;

pub use outcome::{list_outcomes, list_past};
pub(crate) use past::follow;
pub use past::{PastMessage, insert_past, insert_past_message};
pub use split::{Cut, find_cut, insert_split, list_split};
pub use subject::{find_seen, find_subject, list_subjects};
pub use waiting::{Waiting, list_called, list_waiting, list_waiting_for_staff};
pub use write::{
    NewThread, insert, update_after_message, update_answered, update_ball, update_reopened, update_resolved, update_subject,
    update_unanswered,
};

use crate::{
    Conn, Result,
    access::{DiscussionScope, MoneyScope},
    bulk_insert::Value,
    engine::Statement,
    invoice::question::STATE,
    mention::called_in,
    page::{self, NotAKey, Page, Turn, key_parts},
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::{PersonId, ThreadId},
    person::{Language, Side},
    thread::{Resolution, Thread},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::{fmt, str::FromStr};

/// The columns of a thread; they go with [`joins`].
fn columns() -> String {
    format!("{COLUMNS}, {STATE} as question")
}

const COLUMNS: &str = "t.id, t.customer_id, t.about_kind, t.about_id, p.id as project_id, i.id as invoice_id, t.title,
     o.name as opened_by, t.opened_at, t.ball, t.ball_since, t.last_message_at, t.resolved_at, r.name as resolved_by,
     t.outcome, t.version, o.language as opened_language, r.language as resolved_language, c.name as customer_name,
     p.name as project_name, case when k.id is null or k.stage = 'onstage' or k.shared_at is not null then p.shared_at end as shared_at,
     t.inside_since, t.money_since, m.name as milestone_name, k.name as task_name, i.number as invoice_number, l.name as line_name,
     rp.span as report_span, sr.what as request_what";

/// What a thread `t` stands beside; with it the reader's [`Sight`] says which threads those are.
fn joins() -> String {
    format!(
        "join customer c on c.id = t.customer_id
         join person o on o.id = t.opened_by
         left join person r on r.id = t.resolved_by
         left join invoice_question q on q.thread_id = t.id
         {}",
        thread_place()
    )
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
        question: row.maybe("question")?,
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
    /// Whether the reader is called in it by name and has not looked since.
    pub called: bool,
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
        called: row.int("called")? == 1,
    })
}

/// A statement that selects thread lines that the reader may know of; the reader is bound last, at this place.
fn lines((scope, money): (DiscussionScope, Option<MoneyScope>), reader: &str, rest: &str) -> Statement {
    let sight = Sight::from((scope, money));
    sight.ask(format!(
        "select {}, t.messages, a.id as last_author, a.name as last_author_name, a.kind as last_kind,
           a.language as last_language, substr(x.text, 1, 600) as last_text, cast({GROUP} as bigint) as place, {MOMENT} as moment,
           cast(case when t.id in ({}) then 1 else 0 end as bigint) as called
         from thread t {}
         join message x on x.id = t.last_message_id
         join person a on a.id = x.author_id
         where {} {rest}",
        columns(),
        called_in(reader, scope.side()),
        joins(),
        sight.thread()
    ))
}

/// Open ones first, the longest wait on top; then the resolved ones, the latest on top.
const GROUP: &str = "case when t.resolved_at is null then 0 else 1 end";
const MOMENT: &str = "case when t.resolved_at is null then t.ball_since else -t.resolved_at end";

/// In that order, or from its end.
fn order(backwards: bool) -> String {
    let direction = if backwards { "desc" } else { "asc" };
    format!("order by {GROUP} {direction}, {MOMENT} {direction}, t.id {direction}")
}

/// Where a thread is in a customer's list. Written as its three parts with `~` between them, for addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThreadKey {
    place: i64,
    moment: i64,
    id: ThreadId,
}

impl fmt::Display for ThreadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}~{}", self.place, self.moment, self.id)
    }
}

impl FromStr for ThreadKey {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let [place, moment, id] = key_parts(text)?;
        let number = |part: &str| part.parse().map_err(|_| NotAKey);
        Ok(Self { place: number(place)?, moment: number(moment)?, id: id.parse().map_err(|_| NotAKey)? })
    }
}

fn read_key(row: &AnyRow) -> Result<ThreadKey> {
    Ok(ThreadKey { place: row.int("place")?, moment: row.int("moment")?, id: row.parse("id")? })
}

/// A customer's threads that the reader may know of, as many as `size`, from where the page begins: open ones first, the
/// longest wait on top; then the resolved ones, the latest on top.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn list(
    conn: &mut Conn,
    scope: DiscussionScope,
    money: Option<MoneyScope>,
    turn: &Turn<ThreadKey>,
    size: usize,
) -> Result<Page<ThreadLine, ThreadKey>> {
    let (read_with, reader) = ((scope, money), Value::text(scope.person()));
    let ask = |turn: &Turn<ThreadKey>| {
        let backwards = turn.is_backwards();
        let (behind, order) = (if backwards { "<" } else { ">" }, order(backwards));
        match turn.key() {
            None => {
                lines(read_with, "$3", &format!("{order} limit $2 + 0")).bind(page::one_more(size).into()).bind(reader.clone())
            }
            Some(ThreadKey { place, moment, id }) => {
                lines(read_with, "$6", &format!("and ({GROUP}, {MOMENT}, t.id) {behind} ($3, $4, $5) {order} limit $2 + 0"))
                    .bind(page::one_more(size).into())
                    .bind((*place).into())
                    .bind((*moment).into())
                    .bind(Value::text(id))
                    .bind(reader.clone())
            }
        }
    };
    page::read(conn, turn, size, ask, |row| Ok((read_line(row)?, read_key(row)?))).await
}

/// The first of them.
pub(crate) fn ask_first(scope: DiscussionScope, money: Option<MoneyScope>, limit: i64) -> Statement {
    let rest = format!("{} limit $2 + 0", order(false));
    lines((scope, money), "$3", &rest).bind(limit.into()).bind(Value::text(scope.person()))
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
    let rest = format!("and (t.about_id = $2 or p.id = $2 or i.id = $2) {} limit $3 + 0", order(false));
    let statement = lines((scope, money), "$4", &rest).bind(Value::text(object)).bind(limit.into());
    let statement = statement.bind(Value::text(scope.person()));
    read_all(&statement.fetch(conn).await?)
}

/// A thread that the reader may know of.
pub async fn find(conn: &mut Conn, scope: DiscussionScope, money: Option<MoneyScope>, id: ThreadId) -> Result<Option<Thread>> {
    let sight = Sight::from((scope, money));
    let sql = format!("select {} from thread t {} where {} and t.id = $2", columns(), joins(), sight.thread());
    sight.ask(sql).bind(Value::text(id)).fetch(conn).await?.first().map(read).transpose()
}

/// Milliseconds, as times are kept.
fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}
