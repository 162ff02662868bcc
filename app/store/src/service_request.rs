//! The requests of customers, as whoever reads the plan sees them.

mod waiting;
mod write;

pub use waiting::{WaitingRequest, list_for_staff, list_open};
pub use write::{NewServiceRequest, NewStep, answer, insert, reply};

use crate::{
    Conn, Result,
    access::PlanScope,
    bulk_insert::Value,
    engine::Statement,
    request_kind::read_name,
    row::Columns,
    visible::{Sight, reaches},
};
use coplan_domain::{
    id::{CustomerId, EventId, PersonId, ServiceRequestId},
    service_request::{ReplyPromise, ServiceRequest, ServiceRequestStep},
};
use sqlx::any::AnyRow;

/// Whether who asked for a request `sr` still is one of the customer's people.
pub(crate) const ASKER_IS_HERE: &str = "exists (select 1 from membership n where n.customer_id = sr.customer_id and n.person_id = sr.asked_by and n.ended_at is null)";

/// Who has a request `sr` in person: one who is here still and sees the customer.
fn given() -> String {
    let reaches = reaches("v.id", "sr.customer_id");
    format!("(select v.id from person v where v.id = sr.staff_id and v.ended_at is null and {reaches})")
}

/// Who works on a request `sr`: that one, or else who has the customer.
fn owner() -> String {
    let responsible =
        "(select k.staff_id from responsibility k where k.matter_id = sr.customer_id order by k.since desc limit 1)";
    format!("coalesce({}, {responsible})", given())
}

/// A statement that selects requests.
fn requests(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select sr.id, sr.kind_id, rk.standard, rk.name as kind_name, rk.reply_hours, sr.what, sr.why, sr.wanted_on, sr.state,
           sr.state_since, sr.staff_id, ow.id as owner_id, ow.name as owner_name, sr.reply_due_at, sr.answered_at, sr.asked_by,
           h.name as asker, h.language, sr.asked_at, sr.version, cast(case when {ASKER_IS_HERE} then 1 else 0 end as bigint) as asker_is_here
         from service_request sr join request_kind rk on rk.id = sr.kind_id join person h on h.id = sr.asked_by
         left join person ow on ow.id = {}
         where {} {rest}",
        owner(),
        sight.service_request()
    ))
}

/// A statement that selects what happened to such requests, in its order.
fn steps(scope: PlanScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select x.service_request_id, x.id, x.state, x.words, x.side, h.name, h.language, x.happened_at
         from service_request_step x join service_request sr on sr.id = x.service_request_id join person h on h.id = x.person_id
         where {} {rest} order by x.happened_at, x.id",
        sight.service_request()
    ))
}

pub(crate) fn read_promise(row: &AnyRow) -> Result<ReplyPromise> {
    Ok(ReplyPromise { due_at: row.maybe_time("reply_due_at")?, answered_at: row.maybe_time("answered_at")? })
}

fn read(row: &AnyRow) -> Result<ServiceRequest> {
    Ok(ServiceRequest {
        id: row.parse("id")?,
        kind: row.parse("kind_id")?,
        called: read_name(row)?,
        reply_hours: row.maybe_int("reply_hours")?,
        what: row.text("what")?,
        why: row.text("why")?,
        wanted_on: row.maybe("wanted_on")?,
        state: row.parse("state")?,
        since: row.time("state_since")?,
        reply: read_promise(row)?,
        given_to: row.maybe("staff_id")?,
        owner: row.maybe("owner_id")?.zip(row.maybe_text("owner_name")?),
        asked_by: row.parse("asked_by")?,
        asker: row.text("asker")?,
        asker_is_here: row.int("asker_is_here")? == 1,
        language: row.parse("language")?,
        asked_at: row.time("asked_at")?,
        version: row.int("version")?,
        steps: Vec::new(),
    })
}

fn read_step(row: &AnyRow) -> Result<ServiceRequestStep> {
    Ok(ServiceRequestStep {
        id: row.parse("id")?,
        state: row.parse("state")?,
        words: row.text("words")?,
        by: row.text("name")?,
        side: row.parse("side")?,
        language: row.parse("language")?,
        at: row.time("happened_at")?,
    })
}

/// Who works on the request that an event is about, and under which customer; none where it is about none. For mails.
pub async fn find_owner_of_event(conn: &mut Conn, event: EventId) -> Result<Option<(CustomerId, PersonId)>> {
    let sql = format!(
        "select sr.customer_id, {} as owner_id from event e join service_request sr on sr.id = e.object_id
         where e.id = $1 and e.object_kind = 'service_request'",
        owner()
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(event.to_string()).fetch_optional(conn).await?;
    row.map(|row| Ok((row.parse("customer_id")?, row.parse("owner_id")?))).transpose()
}

/// The requests of a customer, the newest first, without what happened to them; at most `limit`.
pub async fn list(conn: &mut Conn, scope: PlanScope, limit: i64) -> Result<Vec<ServiceRequest>> {
    let newest = "order by sr.asked_at desc, sr.id desc limit $2 + 0";
    requests(scope, newest).bind(limit.into()).fetch(conn).await?.iter().map(read).collect()
}

/// One of them.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: ServiceRequestId) -> Result<Option<ServiceRequest>> {
    let found = requests(scope, "and sr.id = $2").bind(Value::text(id)).fetch(conn).await?;
    let Some(row) = found.first() else { return Ok(None) };
    let happened = steps(scope, "and sr.id = $2").bind(Value::text(id)).fetch(conn).await?;
    Ok(Some(ServiceRequest { steps: happened.iter().map(read_step).collect::<Result<_>>()?, ..read(row)? }))
}
