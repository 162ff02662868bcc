//! Security events: kept with the change that they belong to, listed for admins, forgotten when they are old.

use crate::{
    Change, Conn, Result,
    access::{Staff, System, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    page::{self, Page, Turn},
    row::Columns,
};
use coplan_domain::{
    id::{PersonId, SecurityEventId},
    security::{SecurityKind, SecurityOutcome},
};
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

/// Under which name the log has security events.
pub const SECURITY_LOG: &str = "coplan::security";

/// What is noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityEvent {
    /// What was done or tried.
    pub kind: SecurityKind,
    /// How it came out.
    pub outcome: SecurityOutcome,
    /// Whose account; none where nobody is known.
    pub person: Option<PersonId>,
    /// Who did it; none for whoever is not in, and for the console.
    pub by: Option<PersonId>,
    /// The network address, or `console`.
    pub network: String,
}

impl SecurityEvent {
    /// Writes it to the log: ids, words of ours and an address, nothing that anybody wrote.
    pub fn log(&self) {
        let id = |person: Option<PersonId>| person.map(|id| id.to_string()).unwrap_or_default();
        tracing::info!(
            target: SECURITY_LOG,
            kind = self.kind.as_str(),
            outcome = self.outcome.as_str(),
            person = id(self.person),
            by = id(self.by),
            network = self.network,
        );
    }
}

pub(crate) async fn insert(conn: &mut Conn, id: SecurityEventId, at: Timestamp, event: &SecurityEvent) -> Result<()> {
    sqlx::query(
        "insert into security_event (id, at, kind, outcome, person_id, by_id, network) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(at.as_millisecond())
    .bind(event.kind.as_str())
    .bind(event.outcome.as_str())
    .bind(event.person.map(|id| id.to_string()))
    .bind(event.by.map(|id| id.to_string()))
    .bind(event.network.as_str())
    .execute(conn)
    .await?;
    Ok(())
}

/// A person as a security event names it.
pub type Named = (PersonId, String);

/// An event as admins read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityRow {
    /// When.
    pub at: Timestamp,
    /// What was done or tried.
    pub kind: SecurityKind,
    /// How it came out.
    pub outcome: SecurityOutcome,
    /// Whose account.
    pub person: Option<Named>,
    /// Who did it.
    pub by: Option<Named>,
    /// From where.
    pub network: String,
}

/// Which events are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SecurityFilter {
    /// Of this kind only.
    pub kind: Option<SecurityKind>,
    /// By this person, or about its account, only.
    pub person: Option<PersonId>,
}

/// As many events as `size`, newest first, from where the page begins. For admins, whom the caller knows.
pub async fn list(
    conn: &mut Conn,
    _reader: &Staff,
    filter: SecurityFilter,
    turn: &Turn<SecurityEventId>,
    size: usize,
) -> Result<Page<SecurityRow, SecurityEventId>> {
    page::read(conn, turn, size, |turn| statement(filter, turn, size), read).await
}

fn statement(filter: SecurityFilter, turn: &Turn<SecurityEventId>, size: usize) -> Statement {
    let mut conditions = vec!["1 = 1".to_owned()];
    let mut values = vec![page::one_more(size).into()];
    let mut place = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    if let Some(kind) = filter.kind {
        conditions.push(format!("e.kind = {}", place(Value::text(kind))));
    }
    if let Some(person) = filter.person {
        let at = place(Value::text(person));
        conditions.push(format!("(e.person_id = {at} or e.by_id = {at})"));
    }
    match turn {
        Turn::First => {}
        Turn::After(key) => conditions.push(format!("e.id < {}", place(Value::text(key)))),
        Turn::Before(key) => conditions.push(format!("e.id > {}", place(Value::text(key)))),
    }
    let direction = if turn.is_backwards() { "asc" } else { "desc" };
    let sql = format!(
        "select e.id, e.at, e.kind, e.outcome, e.network, e.person_id, p.name as person_name, e.by_id, b.name as by_name
         from security_event e
         left join person p on p.id = e.person_id
         left join person b on b.id = e.by_id
         where {} order by e.id {direction} limit $1 + 0",
        conditions.join(" and ")
    );
    values.into_iter().fold(Statement::new(sql), Statement::bind)
}

fn read(row: &AnyRow) -> Result<(SecurityRow, SecurityEventId)> {
    let named = |id: Option<PersonId>, name: Option<String>| id.zip(name);
    let event = SecurityRow {
        at: row.time("at")?,
        kind: row.parse("kind")?,
        outcome: row.parse("outcome")?,
        person: named(row.maybe("person_id")?, row.maybe_text("person_name")?),
        by: named(row.maybe("by_id")?, row.maybe_text("by_name")?),
        network: row.text("network")?,
    };
    Ok((event, row.parse("id")?))
}

/// Whether such an event was noted since a moment.
pub async fn is_noted(conn: &mut Conn, event: &SecurityEvent, since: Timestamp, now: Timestamp) -> Result<bool> {
    let row = sqlx::query(
        "select count(*) as n from security_event
         where at > $1 and at <= $6 and kind = $2 and outcome = $3 and network = $4 and coalesce(person_id, '') = $5",
    )
    .bind(since.as_millisecond())
    .bind(event.kind.as_str())
    .bind(event.outcome.as_str())
    .bind(event.network.as_str())
    .bind(event.person.map(|id| id.to_string()).unwrap_or_default())
    .bind(now.as_millisecond())
    .fetch_one(conn)
    .await?;
    Ok(row.int("n")? > 0)
}

/// Forgets events older than this.
pub async fn remove_old(change: &mut Change, system: &System, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    sqlx::query("delete from security_event where at < $1").bind(before).execute(system.on(change)?).await?;
    Ok(())
}
