//! Goals of customers, for those who may read them.

mod reading;
mod waiting;
mod write;

pub use reading::{answer_reading, find_reading, insert_reading, list_readings, remove_reading};
pub use waiting::{WaitingGoal, list_waiting, list_waiting_for_staff};
pub(crate) use waiting::{ask_waiting, read_waiting};
pub use write::{approve, end, insert, insert_revision, resume, set_off};

use crate::{Conn, Result, access::GoalsScope, bulk_insert::Value, engine::Statement, row::Columns, visible::Sight};
use coplan_domain::{
    goal::{Goal, GoalApproval, GoalEnd, GoalRevision, GoalTerms},
    id::GoalId,
    person::Side,
};
use sqlx::any::AnyRow;

/// What a revision `v` says and who, `h`, proposed it.
const TERMS: &str =
    "v.revision, v.title, v.why, v.measure, v.unit, v.measured_by, v.baseline, v.target, v.direction, v.due_on, v.note,
  h.name as proposed_by, h.language, v.side, v.proposed_at";

/// The newest reading of a goal `b` that is not disputed: one of its columns.
fn last(column: &str) -> String {
    format!(
        "(select r.{column} from goal_reading r where r.goal_id = b.id and (r.answer is null or r.answer <> 'disputed')
          order by r.measured_on desc, r.recorded_at desc, r.id desc limit 1)"
    )
}

/// Whether a side has agreed to a goal `b` as it is now.
fn agreed(side: Side) -> String {
    format!(
        "(select count(*) from goal_approval a where a.goal_id = b.id and a.revision = b.revision and a.side = '{}')",
        side.as_str()
    )
}

/// A statement that selects goals that the reader may see.
fn goals(scope: GoalsScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select b.id, b.begun_on, b.off_since, b.ended_at, b.outcome, b.ended_reason, x.name as ended_by, {TERMS},
           {} as last_on, {} as last_value, {} as supplier_agreed, {} as customer_agreed
         from goal b join goal_terms v on v.goal_id = b.id and v.revision = b.revision
         join person h on h.id = v.proposed_by left join person x on x.id = b.ended_by
         where {} {rest}",
        last("measured_on"),
        last("value"),
        agreed(Side::Supplier),
        agreed(Side::Customer),
        sight.goal()
    ))
}

fn read_revision(row: &AnyRow) -> Result<GoalRevision> {
    Ok(GoalRevision {
        revision: row.int("revision")?,
        terms: GoalTerms {
            title: row.text("title")?,
            why: row.text("why")?,
            measure: row.text("measure")?,
            unit: row.text("unit")?,
            measured_by: row.text("measured_by")?,
            baseline: row.parse("baseline")?,
            target: row.parse("target")?,
            direction: row.parse("direction")?,
            due_on: row.parse("due_on")?,
            note: row.text("note")?,
        },
        proposed_by: row.text("proposed_by")?,
        side: row.parse("side")?,
        language: row.parse("language")?,
        proposed_at: row.time("proposed_at")?,
    })
}

fn read(row: &AnyRow) -> Result<Goal> {
    let end = match (row.maybe("outcome")?, row.maybe_time("ended_at")?) {
        (Some(outcome), Some(at)) => {
            let by = row.maybe_text("ended_by")?.unwrap_or_default();
            Some(GoalEnd { outcome, reason: row.maybe_text("ended_reason")?.unwrap_or_default(), by, at })
        }
        _ => None,
    };
    let mut agreed = Vec::new();
    for (side, column) in [(Side::Supplier, "supplier_agreed"), (Side::Customer, "customer_agreed")] {
        if row.int(column)? > 0 {
            agreed.push(side);
        }
    }
    Ok(Goal {
        id: row.parse("id")?,
        begun_on: row.parse("begun_on")?,
        now: read_revision(row)?,
        agreed,
        off_since: row.maybe_time("off_since")?,
        last: row.maybe("last_on")?.zip(row.maybe("last_value")?),
        end,
    })
}

/// One goal.
pub async fn find(conn: &mut Conn, scope: GoalsScope, id: GoalId) -> Result<Option<Goal>> {
    let rows = goals(scope, "and b.id = $2").bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(read).transpose()
}

/// The goals of a customer: those that go on by their days, then those that ended, the latest first; at most `limit`.
pub async fn list(conn: &mut Conn, scope: GoalsScope, limit: i64) -> Result<Vec<Goal>> {
    let rest = "order by coalesce(b.ended_at, 0) desc, v.due_on, b.id limit $2 + 0";
    let mut found =
        goals(scope, rest).bind(Value::Int(Some(limit))).fetch(conn).await?.iter().map(read).collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|goal| goal.end.is_some());
    Ok(found)
}

/// Every revision of a goal, the newest first.
pub async fn list_revisions(conn: &mut Conn, scope: GoalsScope, id: GoalId) -> Result<Vec<GoalRevision>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select {TERMS} from goal b join goal_terms v on v.goal_id = b.id join person h on h.id = v.proposed_by
         where {} and b.id = $2 order by v.revision desc",
        sight.goal()
    ));
    statement.bind(Value::text(id)).fetch(conn).await?.iter().map(read_revision).collect()
}

/// Who agreed to a goal, each revision's, the newest first.
pub async fn list_approvals(conn: &mut Conn, scope: GoalsScope, id: GoalId) -> Result<Vec<GoalApproval>> {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select a.side, a.revision, h.name, a.approved_at from goal_approval a
         join goal b on b.id = a.goal_id join person h on h.id = a.person_id
         where {} and b.id = $2 order by a.revision desc, a.side",
        sight.goal()
    ));
    let rows = statement.bind(Value::text(id)).fetch(conn).await?;
    let read = rows.iter().map(|row| {
        let (side, revision) = (row.parse("side")?, row.int("revision")?);
        Ok(GoalApproval { side, revision, by: row.text("name")?, at: row.time("approved_at")? })
    });
    read.collect()
}
