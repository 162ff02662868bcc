//! Milestones with every date that was ever promised for them.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, PlanScope, ProjectWrite, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{MilestoneId, ProjectId},
    plan::{Milestone, Promise},
};
use jiff::civil::Date;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, btree_map::Entry};

/// A statement that selects milestones that the reader may know of, a row for each promise.
fn promises(scope: PlanScope, rest: &str) -> Statement {
    promises_seen(&Sight::from(scope), rest)
}

fn promises_seen(sight: &Sight, rest: &str) -> Statement {
    sight.ask(format!(
        "select m.id, m.project_id, m.name, m.reached_on, m.version, s.promised_on, s.reason, s.promised_at, w.language
         from project p
         join milestone m on m.project_id = p.id and m.removed_at is null
         join promise s on s.milestone_id = m.id
         join person w on w.id = s.promised_by
         where {} {rest}",
        sight.project()
    ))
}

/// A milestone without its promises.
fn read(row: &AnyRow) -> Result<Milestone> {
    Ok(Milestone {
        id: row.parse("id")?,
        project: row.parse("project_id")?,
        name: row.text("name")?,
        promises: Vec::new(),
        reached_on: row.maybe("reached_on")?,
        version: row.int("version")?,
    })
}

/// One milestone from its rows, one per promise; in the order in which they come due.
pub(crate) fn gather(rows: &[AnyRow]) -> Result<Vec<Milestone>> {
    let mut found: BTreeMap<MilestoneId, Milestone> = BTreeMap::new();
    for row in rows {
        let milestone = match found.entry(row.parse("id")?) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(read(row)?),
        };
        milestone.promises.push(Promise {
            day: row.parse("promised_on")?,
            reason: row.text("reason")?,
            language: row.parse("language")?,
            promised_at: row.time("promised_at")?,
        });
    }
    let mut milestones = found.into_values().collect::<Vec<_>>();
    milestones.sort_by_key(|m| (m.reached_on.or(m.promised_on()), m.id));
    Ok(milestones)
}

/// For the milestones of all projects that the reader may know of and that go on; [`gather`] reads them.
pub(crate) fn ask_all(scope: PlanScope) -> Statement {
    promises(scope, "and p.ended_at is null order by m.id, s.promised_at")
}

/// The milestones of one project that the reader may know of.
pub async fn list_of_project(conn: &mut Conn, scope: PlanScope, project: ProjectId) -> Result<Vec<Milestone>> {
    let statement = promises(scope, "and p.id = $2 order by m.id, s.promised_at").bind(Value::text(project));
    gather(&statement.fetch(conn).await?)
}

/// The milestones of all projects that the reader may know of.
pub async fn list(conn: &mut Conn, scope: PlanScope) -> Result<Vec<Milestone>> {
    gather(&ask_all(scope).fetch(conn).await?)
}

/// The milestones of all projects that are seen so.
pub(crate) async fn list_seen(conn: &mut Conn, sight: &Sight) -> Result<Vec<Milestone>> {
    gather(&promises_seen(sight, "order by m.id, s.promised_at").fetch(conn).await?)
}

/// One milestone that the reader may know of.
pub async fn find(conn: &mut Conn, scope: PlanScope, id: MilestoneId) -> Result<Option<Milestone>> {
    let statement = promises(scope, "and m.id = $2 order by s.promised_at").bind(Value::text(id));
    Ok(gather(&statement.fetch(conn).await?)?.pop())
}

/// A milestone as it can be told from what was typed to add it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Where it is.
    pub project: ProjectId,
    /// What will be so.
    pub name: String,
    /// The day it was promised for at first.
    pub first_promised_on: Date,
}

/// A milestone of this customer, also where it was taken away.
pub async fn find_added(conn: &mut Conn, scope: PlanScope, id: MilestoneId) -> Result<Option<Added>> {
    let row = sqlx::query(
        "select m.project_id, m.name, s.promised_on
         from milestone m
         join project p on p.id = m.project_id
         join promise s on s.milestone_id = m.id
         where m.id = $1 and p.customer_id = $2 and ($3 = 'supplier' or p.shared_at is not null)
         order by s.promised_at limit 1",
    )
    .bind(id.to_string())
    .bind(scope.customer().to_string())
    .bind(scope.side().as_str())
    .fetch_optional(conn)
    .await?;
    let read = |row: AnyRow| {
        let (project, name) = (row.parse("project_id")?, row.text("name")?);
        Ok(Added { project, name, first_promised_on: row.parse("promised_on")? })
    };
    row.map(read).transpose()
}

/// Sets a day that nobody of the customer has seen, in the place of what was meant before.
pub async fn update_unseen_promise(
    change: &mut Change,
    write: &ProjectWrite,
    id: MilestoneId,
    promise: &Promise,
    day: Date,
) -> Result<()> {
    sqlx::query(
        "update promise set promised_on = $1 where milestone_id = $2 and promised_at = $3
           and milestone_id in (select m.id from milestone m where m.project_id = $4)",
    )
    .bind(day.to_string())
    .bind(id.to_string())
    .bind(promise.promised_at.as_millisecond())
    .bind(write.project().to_string())
    .execute(write.on(change)?)
    .await?;
    sqlx::query("update milestone set version = version + 1 where id = $1 and project_id = $2")
        .bind(id.to_string())
        .bind(write.project().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps a new milestone with its first promised day; false where this id was kept before or the project is not
/// the customer's.
pub async fn insert(change: &mut Change, write: &ProjectWrite, id: MilestoneId, name: &str, promised_on: Date) -> Result<bool> {
    let done = sqlx::query(
        "insert into milestone (id, project_id, name, version)
         select $1, p.id, $2, 1 from project p where p.id = $3 and p.customer_id = $4
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(name)
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    let kept = done.rows_affected() == 1;
    if kept {
        insert_promise(change, write, id, promised_on, "").await?;
    }
    Ok(kept)
}

/// Adds a promise as the last one, whatever the clock says: two in one millisecond keep their order.
async fn insert_promise(change: &mut Change, write: &ProjectWrite, id: MilestoneId, day: Date, reason: &str) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into promise (milestone_id, promised_at, promised_on, reason, promised_by)
         select $1, case when max(promised_at) >= $2 then max(promised_at) + 1 else $2 end, $3, $4, $5
         from promise where milestone_id = $1",
    )
    .bind(id.to_string())
    .bind(now.as_millisecond())
    .bind(day.to_string())
    .bind(reason)
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Raises the version with what else is set; false where somebody else did since this version.
macro_rules! update {
    ($change:expr, $write:expr, $id:expr, $version:expr, $set:literal $(, $value:expr)?) => {{
        let sql = concat!(
            "update milestone set version = version + 1", $set,
            " where id = $1 and version = $2 and removed_at is null
               and project_id = $3"
        );
        let done = sqlx::query(sql)
            .bind($id.to_string())
            .bind($version)
            .bind($write.project().to_string())
            $(.bind($value))?
            .execute($write.on($change)?)
            .await?;
        done.rows_affected() == 1
    }};
}

/// Renames a milestone; false where somebody else changed it since this version.
pub async fn update_name(change: &mut Change, write: &ProjectWrite, id: MilestoneId, version: i64, name: &str) -> Result<bool> {
    Ok(update!(change, write, id, version, ", name = $4", name))
}

/// Promises another day and keeps the earlier ones; false where somebody else changed it since this version.
pub async fn update_promise(
    change: &mut Change,
    write: &ProjectWrite,
    id: MilestoneId,
    version: i64,
    day: Date,
    reason: &str,
) -> Result<bool> {
    let free = update!(change, write, id, version, "");
    if free {
        insert_promise(change, write, id, day, reason).await?;
    }
    Ok(free)
}

/// Says on which day it was reached, or that it is not; false where somebody else changed it since this version.
pub async fn update_reached(
    change: &mut Change,
    write: &ProjectWrite,
    id: MilestoneId,
    version: i64,
    day: Option<Date>,
) -> Result<bool> {
    Ok(update!(change, write, id, version, ", reached_on = $4", day.map(|day| day.to_string())))
}
