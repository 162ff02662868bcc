//! Who opened a customer's plan and who changed something on it, each once a day (UTC).

use crate::{
    Change, Conn, Result,
    access::{Access, PeopleScope, PlanScope, System, WriteProof},
    bulk_insert::{self, Value},
    row::Columns,
    visible::{Sight, event_place},
};
use coplan_domain::{id::PersonId, person::Side};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use sqlx::any::AnyRow;

/// What one person did on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfAccess {
    /// Who.
    pub person: (PersonId, String),
    /// On which side.
    pub side: Side,
    /// The last moment of it.
    pub last_at: Timestamp,
    /// How many changes the reader may know of; none where the plan was only opened.
    pub changes: i64,
}

/// Notes that these readers opened the plan. In the order in which visits are noted.
pub(crate) async fn insert_looks(change: &mut Change, system: &System, looks: &[(PlanScope, Timestamp)]) -> Result<()> {
    let columns = ["customer_id", "day", "person_id", "last_at"];
    let rows = looks
        .iter()
        .map(|(scope, at)| [Value::text(scope.customer()), Value::text(day(*at)), Value::text(scope.person()), Value::time(*at)]);
    let again = "on conflict (customer_id, day, person_id) do update set last_at = excluded.last_at
         where plan_look.last_at < excluded.last_at";
    bulk_insert::insert_or(system.on(change)?, "plan_look", columns, rows.collect(), again).await
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// The days on which somebody opened the plan, since a moment, the last first.
pub async fn list_looks(conn: &mut Conn, scope: PeopleScope, since: Timestamp, limit: i64) -> Result<Vec<DayOfAccess>> {
    let rows = sqlx::query(
        "select p.id, p.name, p.kind, l.last_at, cast(0 as bigint) as changes
         from plan_look l join person p on p.id = l.person_id
         where l.customer_id = $1 and l.day >= $2 order by l.last_at desc, p.id limit $3 + 0",
    )
    .bind(scope.customer().to_string())
    .bind(day(since).to_string())
    .bind(limit)
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// The days on which somebody changed something that the reader may know of, since a moment, the last first.
pub async fn list_changes(conn: &mut Conn, access: &Access, since: Timestamp, limit: i64) -> Result<Vec<DayOfAccess>> {
    let sight = Sight::from(access);
    let sql = format!(
        "select a.id, a.name, a.kind, max(e.at) as last_at, count(*) as changes
         from event e join person a on a.id = e.actor_id {}
         where e.at >= $2 and {} group by a.id, a.name, a.kind, e.at / 86400000
         order by max(e.at) desc, a.id limit $3 + 0",
        event_place(),
        sight.event()
    );
    let statement = sight.ask(sql).bind(Value::time(since)).bind(limit.into());
    statement.fetch(conn).await?.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<DayOfAccess> {
    let side = if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer };
    Ok(DayOfAccess {
        person: (row.parse("id")?, row.text("name")?),
        side,
        last_at: row.time("last_at")?,
        changes: row.int("changes")?,
    })
}

/// Forgets on which days older than this plans were opened, and looks as a member that are as old.
pub async fn remove_old(change: &mut Change, system: &System, age: SignedDuration) -> Result<()> {
    let before = change.now() - age;
    let looks = sqlx::query("delete from plan_look where day < $1").bind(day(before).to_string());
    looks.execute(system.on(change)?).await?;
    let previews = sqlx::query("delete from preview where ends_at < $1").bind(before.as_millisecond());
    previews.execute(system.on(change)?).await?;
    Ok(())
}
