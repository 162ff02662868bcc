//! Who took part in what, for telling who knows whom: of discussions and meetings that the reader may know of.

use crate::{
    Conn, Result,
    access::{DiscussionScope, MeetingsScope, MoneyScope, PeopleScope},
    bulk_insert::Value,
    engine::Statement,
    name_order,
    row::Columns,
    visible::{Sight, thread_place},
};
use coplan_domain::{id::PersonId, person::Side};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use ulid::Ulid;

/// Somebody as the other side knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Who.
    pub id: PersonId,
    /// First and last name.
    pub name: String,
    /// What it is called at work.
    pub title: String,
}

fn read_node(row: &AnyRow) -> Result<Node> {
    Ok(Node { id: row.parse("id")?, name: row.text("name")?, title: row.text("title")? })
}

/// The customer's members as those know them who may know them at all.
pub async fn list_members(conn: &mut Conn, scope: PeopleScope) -> Result<Vec<Node>> {
    let statement = Statement::new(
        "select p.id, p.name, m.title from membership m join person p on p.id = m.person_id
         where m.customer_id = $1 and m.ended_at is null order by p.id",
    );
    by_name(&statement.bind(Value::text(scope.customer())).fetch(conn).await?)
}

fn by_name(rows: &[AnyRow]) -> Result<Vec<Node>> {
    let mut nodes = rows.iter().map(read_node).collect::<Result<Vec<_>>>()?;
    name_order::sort(&mut nodes, |node| &node.name);
    Ok(nodes)
}

/// The supplier's people among these who have not left, by whoever may know people.
pub async fn list_staff(conn: &mut Conn, _: PeopleScope, ids: &[PersonId]) -> Result<Vec<Node>> {
    // Ids are letters and digits of our own.
    let ids = ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select p.id, p.name, s.title from staff s join person p on p.id = s.person_id
         where p.ended_at is null and p.id in ({ids}) order by p.id"
    );
    by_name(&Statement::new(sql).fetch(conn).await?)
}

/// That somebody took part in something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// In what.
    pub of: Ulid,
    /// Who.
    pub person: PersonId,
    /// That one's side.
    pub side: Side,
    /// When last.
    pub at: Timestamp,
}

fn read_part(row: &AnyRow) -> Result<Part> {
    Ok(Part {
        of: row.parse("id")?,
        person: row.parse("person_id")?,
        side: if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer },
        at: row.time("at")?,
    })
}

/// Who wrote in which discussions, the latest first; without what was withdrawn.
pub async fn list_said(conn: &mut Conn, scope: DiscussionScope, money: Option<MoneyScope>, limit: i64) -> Result<Vec<Part>> {
    let sight = Sight::from((scope, money));
    let statement = sight.ask(format!(
        "select t.id, a.id as person_id, a.kind, max(x.sent_at) as at
         from thread t join message x on x.thread_id = t.id and x.withdrawn_at is null join person a on a.id = x.author_id
         {} where {} group by t.id, a.id, a.kind order by 4 desc, t.id, a.id limit $2 + 0",
        thread_place(),
        sight.thread()
    ));
    statement.bind(limit.into()).fetch(conn).await?.iter().map(read_part).collect()
}

/// Who took part in which meetings that have begun, the latest first: called it, put something on its agenda, wrote in its
/// minutes or agreed to them.
pub async fn list_met(conn: &mut Conn, scope: MeetingsScope, now: Timestamp, limit: i64) -> Result<Vec<Part>> {
    let sight = Sight::from(scope);
    let parts = [
        ("", "g.called_by"),
        ("join agenda_item z on z.meeting_id = g.id", "z.proposed_by"),
        ("join outcome z on z.meeting_id = g.id", "z.written_by"),
        ("join minutes_approval z on z.meeting_id = g.id", "z.person_id"),
    ];
    let parts = parts.map(|(join, who)| {
        format!(
            "select g.id, {who} as person_id, g.starts_at from meeting g {join}
             where {} and g.cancelled_at is null and g.starts_at <= $2",
            sight.meeting()
        )
    });
    let statement = sight.ask(format!(
        "select q.id, q.person_id, a.kind, q.starts_at as at from ({}) q join person a on a.id = q.person_id
         order by q.starts_at desc, q.id, q.person_id limit $3 + 0",
        parts.join(" union ")
    ));
    statement.bind(Value::time(now)).bind(limit.into()).fetch(conn).await?.iter().map(read_part).collect()
}
