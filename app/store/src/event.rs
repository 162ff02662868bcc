//! What happened under a customer, for history and for what is new since a visit.

use crate::{
    Conn, Result,
    access::{Access, PlanScope},
    row::Columns,
};
use coplan_domain::{
    event::{Audience, Event},
    id::{ProjectId, TaskId},
};
use jiff::Timestamp;
use sqlx::any::AnyRow;

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

/// Events that this reader may know of, newest first, at most this many, by others than the reader itself.
pub async fn list_by_others(conn: &mut Conn, access: &Access, since: Timestamp, limit: i64) -> Result<Vec<News>> {
    let reader = access.plan.person().to_string();
    list(conn, access, Which { since, until: Timestamp::MAX, but_by: reader, offset: 0, limit }).await
}

/// Events by anybody up to a moment that this reader may know of, newest first, so many behind this many.
pub async fn list_until(conn: &mut Conn, access: &Access, until: Timestamp, offset: i64, limit: i64) -> Result<Vec<News>> {
    list(conn, access, Which { since: Timestamp::UNIX_EPOCH, until, but_by: String::new(), offset, limit }).await
}

/// Which of the events that a reader may know of.
struct Which {
    /// After this moment.
    since: Timestamp,
    /// Up to this one.
    until: Timestamp,
    /// Not by this person; nobody's id for everybody's.
    but_by: String,
    /// Behind so many.
    offset: i64,
    /// At most so many.
    limit: i64,
}

/// A member is told only of what it may see today: what was shown once and then taken from view is not told again.
/// Nobody is told of what an invoice went through that was taken back, or its discussions.
async fn list(conn: &mut Conn, access: &Access, which: Which) -> Result<Vec<News>> {
    // The audiences are words of our own, never typed by anybody; one placeholder each keeps the SQL the same.
    let [plan, money, discussion, meetings, people, money_discussion, internal] =
        Audience::ALL.map(|audience| if access.may_know(audience) { audience.as_str() } else { "" });
    let rows = sqlx::query(
        "select e.id, e.customer_id, e.actor_id, e.kind, e.object_kind, e.object_id, e.label, e.audience, e.at,
           a.name as actor_name, p.id as project_id, p.name as project_name
         from event e
         left join person a on a.id = e.actor_id
         left join milestone m on e.object_kind = 'milestone' and m.id = e.object_id
         left join task t on e.object_kind = 'task' and t.id = e.object_id
         left join thread d on e.object_kind = 'thread' and d.id = e.object_id
         left join invoice i on e.object_kind = 'invoice' and i.id = e.object_id
         left join project p on p.id = coalesce(m.project_id, t.project_id, d.project_id,
           case when e.object_kind = 'project' then e.object_id end)
         where e.customer_id = $1 and e.at > $2 and e.at <= $12 and (e.actor_id is null or e.actor_id <> $3)
           and e.audience in ($4, $5, $6, $7, $8, $9, $10)
           and ($11 = 'supplier' or p.id is null
             or (p.shared_at is not null and d.inside_since is null
               and (t.id is null or t.stage = 'onstage' or t.shared_at is not null)))
           and (e.object_kind <> 'thread' or d.id is not null)
           and (e.object_kind <> 'invoice' or i.id is not null
             or e.kind = case when $11 = 'supplier' then 'invoice_taken_back' else 'invoice_not_yours' end)
         order by e.at desc, e.id desc limit $13 + 0 offset $14 + 0",
    )
    .bind(access.customer().to_string())
    .bind(which.since.as_millisecond())
    .bind(which.but_by)
    .bind(plan)
    .bind(money)
    .bind(discussion)
    .bind(meetings)
    .bind(people)
    .bind(money_discussion)
    .bind(internal)
    .bind(access.plan.side().as_str())
    .bind(which.until.as_millisecond())
    .bind(which.limit)
    .bind(which.offset)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read_news).collect()
}

/// The name of whoever said last how far a task is; none where nobody in person did.
pub async fn find_task_mover(conn: &mut Conn, scope: PlanScope, task: TaskId) -> Result<Option<String>> {
    let row = sqlx::query(
        "select a.name from event e join person a on a.id = e.actor_id
         where e.customer_id = $1 and e.object_kind = 'task' and e.object_id = $2 and e.kind in ('task_done', 'task_moved')
         order by e.at desc, e.id desc limit 1",
    )
    .bind(scope.customer().to_string())
    .bind(task.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.text("name")).transpose()
}

fn read_news(row: &AnyRow) -> Result<News> {
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
