//! What happened under a customer, for history and for what is new since a visit.

use crate::{Conn, Result, StoreError, access::Access, row::Columns};
use coplan_domain::{
    event::{Audience, Event},
    person::Scope,
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

/// Events that this reader may know of, newest first, at most this many, by others than the reader itself.
///
/// # Errors
/// [`StoreError`] where the database cannot be read.
pub async fn list_by_others(conn: &mut Conn, access: &Access, since: Timestamp, limit: i64) -> Result<Vec<Event>> {
    // The audiences are words of our own, never typed by anybody; one placeholder each keeps the SQL the same.
    let may = |scope: Scope| if access.has(scope) { scope.as_str() } else { "" };
    let rows = sqlx::query(
        "select id, customer_id, actor_id, kind, object_kind, object_id, label, audience, at from event
         where customer_id = $1 and at > $2 and (actor_id is null or actor_id <> $3)
           and audience in ($4, $5, $6, $7, $8, $9)
         order by at desc, id desc limit $10",
    )
    .bind(access.customer().to_string())
    .bind(since.as_millisecond())
    .bind(access.plan.person().to_string())
    .bind(may(Scope::Plan))
    .bind(may(Scope::Money))
    .bind(may(Scope::Discussion))
    .bind(may(Scope::Meetings))
    .bind(may(Scope::People))
    .bind(if access.internal.is_some() { "internal" } else { "" })
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Event> {
    let audience = row.text("audience")?;
    Ok(Event {
        id: row.parse("id")?,
        customer: row.parse("customer_id")?,
        actor: row.maybe("actor_id")?,
        kind: row.parse("kind")?,
        object_kind: row.parse("object_kind")?,
        object: row.parse("object_id")?,
        label: row.text("label")?,
        audience: match audience.as_str() {
            "internal" => Audience::Internal,
            scope => Audience::Scope(scope.parse().map_err(|_| StoreError::Corrupt { column: "audience" })?),
        },
        at: row.time("at")?,
    })
}
