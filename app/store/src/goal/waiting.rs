//! Goals on which a side has something to do: to agree, to confirm what was measured, or to bring it back to its path.

use super::agreed;
use crate::{
    Conn, Result,
    access::{GoalsScope, Staff},
    bulk_insert::Value,
    engine::Statement,
    on_duty::{self, MINE},
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{CustomerId, GoalId, PersonId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sqlx::any::AnyRow;

/// The most goals of one customer that are told.
const MOST: i64 = 100;

/// A goal on which a side has something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingGoal {
    /// Which.
    pub id: GoalId,
    /// What it is called.
    pub title: String,
    /// The language of who proposed it.
    pub language: Language,
    /// Whether the side has yet to agree to it.
    pub to_agree: bool,
    /// How many readings of the other side are neither confirmed nor disputed.
    pub to_confirm: i64,
    /// Whether it is off its path.
    pub is_off: bool,
    /// Since when the first of these waits.
    pub since: Timestamp,
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Who has the customer, where that was asked for.
    pub responsible: Option<(PersonId, String)>,
}

/// What a side has to do on goals `b`; `$2` is the day.
fn columns(side: Side) -> String {
    let (own, both) = (agreed(side), format!("{} + {}", agreed(Side::Supplier), agreed(Side::Customer)));
    let side = side.as_str();
    let unanswered = format!("from goal_reading r where r.goal_id = b.id and r.answered_at is null and r.side <> '{side}'");
    format!(
        "b.id, v.title, h.language, c.id as customer_id, c.name as customer_name, v.proposed_at, v.due_on, b.off_since,
         cast(1 - {own} as bigint) as to_agree, (select count(*) {unanswered}) as to_confirm,
         (select min(r.recorded_at) {unanswered}) as confirm_since,
         cast(case when {both} = 2 and (b.off_since is not null or v.due_on < $2) then 1 else 0 end as bigint) as is_off"
    )
}

/// From goals that go on to what they say now, and to their customers.
const GOALS: &str = "goal b join goal_terms v on v.goal_id = b.id and v.revision = b.revision
     join person h on h.id = v.proposed_by join customer c on c.id = b.customer_id";

/// Behind rows that are called `w`.
const WAITS: &str = "w.to_agree + w.to_confirm + w.is_off > 0";

pub(crate) fn ask_waiting(scope: GoalsScope, today: Date) -> Statement {
    let sight = Sight::from(scope);
    let statement = sight.ask(format!(
        "select w.* from (select {} from {GOALS} where {} and b.ended_at is null) w where {WAITS} order by w.id limit $3 + 0",
        columns(scope.side()),
        sight.goal()
    ));
    statement.bind(Value::text(today)).bind(Value::Int(Some(MOST)))
}

pub(crate) fn read_waiting(rows: &[AnyRow]) -> Result<Vec<WaitingGoal>> {
    let mut found = rows.iter().map(|row| read(row, None)).collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|goal| (goal.since, goal.id));
    Ok(found)
}

fn read(row: &AnyRow, responsible: Option<(PersonId, String)>) -> Result<WaitingGoal> {
    let (to_agree, to_confirm, is_off) = (row.int("to_agree")? > 0, row.int("to_confirm")?, row.int("is_off")? > 0);
    let due_on: Date = row.parse("due_on")?;
    let day = due_on.tomorrow().unwrap_or(due_on).to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp()).unwrap_or_default();
    let agree_since = to_agree.then_some(row.time("proposed_at")?);
    let off_since = is_off.then_some(row.maybe_time("off_since")?.unwrap_or(day));
    let since = [agree_since, row.maybe_time("confirm_since")?, off_since].into_iter().flatten().min();
    Ok(WaitingGoal {
        id: row.parse("id")?,
        title: row.text("title")?,
        language: row.parse("language")?,
        to_agree,
        to_confirm,
        is_off,
        since: since.unwrap_or_default(),
        customer: row.parse("customer_id")?,
        customer_name: row.text("customer_name")?,
        responsible,
    })
}

/// What waits on goals for the reader's side, the longest wait first.
pub async fn list_waiting(conn: &mut Conn, scope: GoalsScope, today: Date) -> Result<Vec<WaitingGoal>> {
    read_waiting(&ask_waiting(scope, today).fetch(conn).await?)
}

/// What waits on goals for the supplier, of customers that this staff person has or whose responsible person it
/// stands in for on a day; the longest wait first.
pub async fn list_waiting_for_staff(conn: &mut Conn, staff: &Staff, today: Date, limit: i64) -> Result<Vec<WaitingGoal>> {
    let sql = format!(
        ", {MINE}
         select w.* from (
           select {}, o.id as responsible_id, o.name as responsible_name
           from mine cross join {GOALS} join person o on o.id = mine.staff_id
           where {} and c.id = mine.customer_id and c.id = mine.matter_id and c.ended_at is null and b.ended_at is null
         ) w where {WAITS} order by w.id limit $3 + 0",
        columns(Side::Supplier),
        Sight::from(staff).goal()
    );
    let rows = on_duty::list(conn, &sql, staff, today, limit).await?;
    let mut found = Vec::new();
    for row in &rows {
        found.push(read(row, Some((row.parse("responsible_id")?, row.text("responsible_name")?)))?);
    }
    found.sort_by_key(|goal| (goal.since, goal.id));
    Ok(found)
}
