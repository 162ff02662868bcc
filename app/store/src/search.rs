//! Finding things by the words in them: each kind by the predicate that its pages are made with.

mod derive;

pub(crate) use derive::{has_missing, refresh, refresh_missing, refresh_thread};

use crate::{
    Conn, Result,
    access::{Access, Staff},
    bulk_insert::Value,
    engine::{Statement, fetch_each},
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{
    id::CustomerId,
    search::{SearchKind, stems},
    text::folded,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use ulid::Ulid;

/// How many of the newest things of a kind are looked through where all customers' are: one that is rare or absent must not
/// cost a walk through everything.
const LOOKED_THROUGH: i64 = 200_000;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: SearchKind,
    /// Which one.
    pub id: Ulid,
    /// Under which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What it is a part of, where its page is that of another thing: a message's thread, a milestone's or a task's project, a
    /// person's membership.
    pub home: Ulid,
    /// Its name, or that of what it is a part of.
    pub title: String,
    /// More of its words: a message, what a project is about, the project of a milestone or a task, what a person is called
    /// at work.
    pub text: String,
    /// When it came; the words of most things have changed since.
    pub at: Timestamp,
}

/// What is read of things of one kind, and which of them the reader may see.
struct Shape {
    columns: &'static str,
    joins: String,
    visible: String,
}

fn shape(sight: &Sight, kind: SearchKind) -> Shape {
    let (columns, joins, visible) = match kind {
        SearchKind::Thread => (
            "t.customer_id, t.id as home, t.title as title, '' as text",
            format!("join thread t on t.id = s.id join customer c on c.id = t.customer_id {}", thread_place()),
            sight.thread(),
        ),
        SearchKind::Message => (
            "t.customer_id, t.id as home, t.title as title, x.text as text",
            format!(
                "join message x on x.id = s.id join thread t on t.id = x.thread_id join customer c on c.id = t.customer_id {}",
                thread_place()
            ),
            sight.thread(),
        ),
        SearchKind::Project => (
            "p.customer_id, p.id as home, p.name as title, p.about as text",
            "join project p on p.id = s.id join customer c on c.id = p.customer_id".to_owned(),
            sight.project(),
        ),
        SearchKind::Milestone => (
            "p.customer_id, p.id as home, m.name as title, p.name as text",
            "join milestone m on m.id = s.id and m.removed_at is null join project p on p.id = m.project_id
             join customer c on c.id = p.customer_id"
                .to_owned(),
            sight.project(),
        ),
        SearchKind::Task => (
            "p.customer_id, p.id as home, k.name as title, p.name as text",
            "join task k on k.id = s.id and k.removed_at is null join project p on p.id = k.project_id
             join customer c on c.id = p.customer_id"
                .to_owned(),
            sight.task(),
        ),
        SearchKind::Invoice => (
            "i.customer_id, i.id as home, i.number as title, '' as text",
            "join invoice i on i.id = s.id join customer c on c.id = i.customer_id".to_owned(),
            sight.invoice(),
        ),
        SearchKind::Meeting => (
            "g.customer_id, g.id as home, g.title as title, g.place as text",
            "join meeting g on g.id = s.id join customer c on c.id = g.customer_id".to_owned(),
            sight.meeting(),
        ),
        SearchKind::Goal => (
            "b.customer_id, b.id as home, v.title as title, v.measure as text",
            "join goal b on b.id = s.id join goal_terms v on v.goal_id = b.id and v.revision = b.revision
             join customer c on c.id = b.customer_id"
                .to_owned(),
            sight.goal(),
        ),
        SearchKind::ServiceRequest => (
            "sr.customer_id, sr.id as home, sr.what as title, sr.why as text",
            "join service_request sr on sr.id = s.id join customer c on c.id = sr.customer_id".to_owned(),
            sight.service_request(),
        ),
        SearchKind::Idea => (
            "ia.customer_id, ia.id as home, ia.words as title, ia.effect as text",
            "join idea ia on ia.id = s.id join customer c on c.id = ia.customer_id".to_owned(),
            sight.idea(),
        ),
        SearchKind::Person => (
            "n.customer_id, n.id as home, h.name as title, n.title as text",
            "join membership n on n.person_id = s.id and n.customer_id = s.customer_id and n.ended_at is null
             join person h on h.id = n.person_id join customer c on c.id = n.customer_id"
                .to_owned(),
            sight.member(),
        ),
    };
    Shape { columns, joins, visible }
}

/// A statement that finds things of one kind with every one of these words, the newest first, at most this many.
fn statement(sight: &Sight, kind: SearchKind, words: &[String], limit: i64) -> Statement {
    let Shape { columns, joins, visible } = shape(sight, kind);
    let first = sight.places();
    let mut patterns = Vec::new();
    let likes: Vec<_> = words
        .iter()
        .map(|word| {
            let forms = patterns_of(word).into_iter().map(|pattern| {
                patterns.push(pattern);
                format!("s.words like ${} escape '!'", first + patterns.len() - 1)
            });
            format!("({})", forms.collect::<Vec<_>>().join(" or "))
        })
        .collect();
    let from = match first {
        1 => format!("(select * from searchable where kind = '{kind}' order by at desc limit {LOOKED_THROUGH}) s"),
        _ => "searchable s".to_owned(),
    };
    let limit_place = format!("${}", first + patterns.len());
    let own = if first == 1 { "" } else { "s.customer_id = $1 and" };
    let statement = sight.ask(format!(
        "select s.id, c.name as customer_name, s.at, {columns} from {from} {joins}
         where {own} s.kind = '{kind}' and {} and {visible} order by s.at desc, s.id desc limit {limit_place} + 0",
        likes.join(" and "),
    ));
    patterns.into_iter().map(Value::text).fold(statement, Statement::bind).bind(limit.into())
}

/// How a word stands in what is searched: as it was typed, or in another form.
fn patterns_of(word: &str) -> Vec<String> {
    let forms = stems(word).into_iter().map(|stem| format!("%|{}|%", escaped(&stem)));
    [format!("%{}%", escaped(&folded(word)))].into_iter().chain(forms).collect()
}

/// What stands for any text in a pattern, as itself.
fn escaped(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

fn read(kind: SearchKind, row: &AnyRow) -> Result<Hit> {
    Ok(Hit {
        kind,
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        home: row.parse("home")?,
        title: row.text("title")?,
        text: row.text("text")?,
        at: row.time("at")?,
    })
}

async fn find(conn: &mut Conn, sight: &Sight, words: &[String], limit: i64) -> Result<Vec<Hit>> {
    let statements = SearchKind::ALL.iter().map(|kind| statement(sight, *kind, words, limit)).collect();
    let answers = fetch_each(conn, statements).await?;
    let kinds = SearchKind::ALL.iter().zip(&answers);
    kinds.flat_map(|(kind, rows)| rows.iter().map(move |row| read(*kind, row))).collect()
}

/// What the reader may see under one customer with every one of these words, by kind, the newest of each first, at most
/// this many of each.
pub async fn list(conn: &mut Conn, access: &Access, words: &[String], limit: i64) -> Result<Vec<Hit>> {
    find(conn, &Sight::from(access), words, limit).await
}

/// The same under all customers.
pub async fn list_for_staff(conn: &mut Conn, staff: &Staff, words: &[String], limit: i64) -> Result<Vec<Hit>> {
    find(conn, &Sight::from(staff), words, limit).await
}
