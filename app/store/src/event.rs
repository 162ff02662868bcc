//! What happened under a customer, for history and for what is new since a visit.

use crate::{
    Conn, Result,
    access::{Access, PlanScope, Staff, System},
    bulk_insert::Value,
    engine::Statement,
    on_duty::{self, MINE},
    page::{self, NotAKey, Page, Turn, key_moment, key_parts},
    row::Columns,
    visible::{Sight, event_place},
};
use coplan_domain::{
    event::{Event, EventKind, ObjectKind},
    id::{CustomerId, EventId, ProjectId, TaskId},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;
use std::{fmt, str::FromStr};

pub(crate) async fn insert(conn: &mut Conn, event: &Event) -> Result<()> {
    sqlx::query(
        "insert into event (id, customer_id, actor_id, kind, object_kind, object_id, label, audience, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(event.id.to_string())
    .bind(event.customer.to_string())
    .bind(event.actor.map(|id| id.to_string()))
    .bind(event.kind.as_str())
    .bind(event.object_kind.as_str())
    .bind(event.object.to_string())
    .bind(event.label.as_str())
    .bind(event.audience.as_str())
    .bind(event.at.as_millisecond())
    .execute(conn)
    .await?;
    Ok(())
}

/// An event as history tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// What happened.
    pub event: Event,
    /// The name of who did it.
    pub actor_name: Option<String>,
    /// The project it happened in, with its present name, where it happened in one.
    pub project: Option<(ProjectId, String)>,
}

/// A statement that selects events that the reader may know of, newest first, or oldest first where it is read backwards.
fn news(access: &Access, backwards: bool, rest: &str) -> Statement {
    let sight = Sight::from(access);
    let direction = if backwards { "asc" } else { "desc" };
    sight.ask(format!(
        "select e.id, e.customer_id, e.actor_id, e.kind, e.object_kind, e.object_id, e.label, e.audience, e.at,
           a.name as actor_name, p.id as project_id, p.name as project_name
         from event e left join person a on a.id = e.actor_id {}
         where {} {rest} order by e.at {direction}, e.id {direction} limit $2 + 0",
        event_place(),
        sight.event()
    ))
}

/// Events that this reader may know of, newest first, at most this many, by others than the reader itself.
pub async fn list_by_others(conn: &mut Conn, access: &Access, since: Timestamp, limit: i64) -> Result<Vec<News>> {
    let statement = news(access, false, "and e.at > $3 and (e.actor_id is null or e.actor_id <> $4)")
        .bind(limit.into())
        .bind(Value::time(since))
        .bind(Value::text(access.plan.person()));
    statement.fetch(conn).await?.iter().map(read_news).collect()
}

/// Under which customer an event happened. For its mails.
pub async fn find_customer(conn: &mut Conn, id: EventId) -> Result<Option<CustomerId>> {
    let row = sqlx::query("select customer_id from event where id = $1").bind(id.to_string()).fetch_optional(conn).await?;
    row.map(|row| row.parse("customer_id")).transpose()
}

/// One event; none where the reader may not know of it.
pub async fn find(conn: &mut Conn, access: &Access, id: EventId) -> Result<Option<News>> {
    let statement = news(access, false, "and e.id = $3").bind(1.into()).bind(Value::text(id));
    statement.fetch(conn).await?.first().map(read_news).transpose()
}

/// What happened to requests since a moment and is one of these kinds, the first first. For digests, which read each with its
/// reader's own proofs.
pub async fn list_of_requests(
    conn: &mut Conn,
    _system: &System,
    kinds: &[EventKind],
    since: Timestamp,
    limit: i64,
) -> Result<Vec<EventId>> {
    let kinds = kinds.iter().map(|kind| format!("'{kind}'")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "select e.id from event e where e.at >= $1 and e.object_kind = 'service_request' and e.kind in ({kinds})
         order by e.at, e.id limit $2 + 0"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(since.as_millisecond()).bind(limit).fetch_all(conn).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// What others have done since a moment in the matters that a staff person has now, and in those that it stands in for on a
/// day; newest first, at most this many, each with its customer's name.
pub async fn list_for_staff(
    conn: &mut Conn,
    staff: &Staff,
    today: Date,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<(String, News)>> {
    let sql = format!(
        ", {MINE}
         select e.id, e.customer_id, e.actor_id, e.kind, e.object_kind, e.object_id, e.label, e.audience, e.at,
           a.name as actor_name, p.id as project_id, p.name as project_name, c.name as customer_name
         from (select distinct customer_id from mine) q cross join customer c
         join event e on e.customer_id = c.id and e.at >= $4
         left join person a on a.id = e.actor_id {}
         where c.id = q.customer_id and c.ended_at is null and (e.actor_id is null or e.actor_id <> $1) and {}
         order by e.at desc, e.id desc limit $3 + 0",
        event_place(),
        Sight::from(staff).event()
    );
    let rows = on_duty::statement(&sql, staff, today, limit).bind(Value::time(since)).fetch(conn).await?;
    rows.iter().map(|row| Ok((row.text("customer_name")?, read_news(row)?))).collect()
}

/// Where an event is in history. Written as its two parts with `~` between them, for addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventKey {
    at: Timestamp,
    id: EventId,
}

impl fmt::Display for EventKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.at.as_millisecond(), self.id)
    }
}

impl FromStr for EventKey {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let [at, id] = key_parts(text)?;
        Ok(Self { at: key_moment(at)?, id: id.parse().map_err(|_| NotAKey)? })
    }
}

impl EventKey {
    /// When it happened.
    #[must_use]
    pub fn at(self) -> Timestamp {
        self.at
    }
}

/// Where events are that this reader may know of and for which `of` holds, newest first; none of before a moment.
async fn keys(
    conn: &mut Conn,
    access: &Access,
    (of, values): (&str, Vec<Value>),
    (since, limit): (Timestamp, i64),
) -> Result<Vec<EventKey>> {
    let sight = Sight::from(access);
    let statement = sight.ask(format!(
        "select e.id, e.at from event e {} where {} and e.at >= $2 {of} order by e.at desc, e.id desc limit $3 + 0",
        event_place(),
        sight.event()
    ));
    let statement = values.into_iter().fold(statement.bind(Value::time(since)).bind(limit.into()), Statement::bind);
    statement.fetch(conn).await?.iter().map(|row| Ok(EventKey { at: row.time("at")?, id: row.parse("id")? })).collect()
}

/// Where events of one object are that this reader may know of, newest first, at most this many; none of before a moment.
pub async fn list_of_object(
    conn: &mut Conn,
    access: &Access,
    (kind, id): (ObjectKind, ulid::Ulid),
    since: Timestamp,
    limit: i64,
) -> Result<Vec<EventKey>> {
    let of = ("and e.object_kind = $4 and e.object_id = $5", vec![Value::text(kind), Value::text(id)]);
    keys(conn, access, of, (since, limit)).await
}

/// Where all events are that this reader may know of, newest first, at most this many; none of before a moment.
pub async fn list_since(conn: &mut Conn, access: &Access, since: Timestamp, limit: i64) -> Result<Vec<EventKey>> {
    keys(conn, access, ("", Vec::new()), (since, limit)).await
}

/// Which events are asked for; all of them by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// What they are about.
    pub about: Option<ObjectKind>,
    /// The project that they happened in.
    pub project: Option<ProjectId>,
}

/// Events by anybody that this reader may know of, newest first, as many as `size`, from where the page begins.
pub async fn list(
    conn: &mut Conn,
    access: &Access,
    filter: EventFilter,
    turn: &Turn<EventKey>,
    size: usize,
) -> Result<Page<News, EventKey>> {
    let ask = |turn: &Turn<EventKey>| {
        let behind = match turn {
            Turn::First => "",
            Turn::After(_) => "and (e.at, e.id) < ($5, $6)",
            Turn::Before(_) => "and (e.at, e.id) > ($5, $6)",
        };
        let filtered = "and ($3 = '' or e.object_kind = $3) and ($4 = '' or p.id = $4)";
        let statement = news(access, turn.is_backwards(), &format!("{filtered} {behind}"))
            .bind(page::one_more(size).into())
            .bind(Value::text(filter.about.map_or("", ObjectKind::as_str)))
            .bind(Value::text(filter.project.map(|id| id.to_string()).unwrap_or_default()));
        match turn.key() {
            Some(EventKey { at, id }) => statement.bind(Value::time(*at)).bind(Value::text(id)),
            None => statement,
        }
    };
    let row = |row: &AnyRow| {
        let news = read_news(row)?;
        let key = EventKey { at: news.event.at, id: news.event.id };
        Ok((news, key))
    };
    page::read(conn, turn, size, ask, row).await
}

/// The name of whoever said last how far a task is; none where nobody in person did.
pub async fn find_task_mover(conn: &mut Conn, scope: PlanScope, task: TaskId) -> Result<Option<String>> {
    let row = sqlx::query(
        "select a.name from event e join person a on a.id = e.actor_id
         where e.customer_id = $1 and e.object_kind = 'task' and e.object_id = $2 and e.kind in ('task_done', 'task_moved', 'task_answered', 'task_answered_for')
         order by e.at desc, e.id desc limit 1",
    )
    .bind(scope.customer().to_string())
    .bind(task.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.text("name")).transpose()
}

pub(crate) fn read_news(row: &AnyRow) -> Result<News> {
    let project = row.maybe("project_id")?.zip(row.maybe_text("project_name")?);
    Ok(News { event: read(row)?, actor_name: row.maybe_text("actor_name")?, project })
}

fn read(row: &AnyRow) -> Result<Event> {
    Ok(Event {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        actor: row.maybe("actor_id")?,
        kind: row.parse("kind")?,
        object_kind: row.parse("object_kind")?,
        object: row.parse("object_id")?,
        label: row.text("label")?,
        audience: row.parse("audience")?,
        at: row.time("at")?,
    })
}
