//! What was answered, and what an answer does: it promises the day that was chosen.

use super::price;
use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, MoneyScope, PlanScope, TaskMove, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    id::{AnswerId, MilestoneId, ProjectId, TaskId},
    person::Side,
    request::Answer,
};
use sqlx::any::AnyRow;

/// A statement that selects the answers that hold and that the reader may know of.
fn answers(scope: PlanScope, money: Option<MoneyScope>, rest: &str) -> Statement {
    let sight = Sight::from((scope, money));
    sight.ask(format!(
        "select w.task_id, w.choice, w.note, w.moved_to, m.name as milestone_name, w.answered_at, a.id as person_id, a.name as answered_by,
           a.kind, a.language, {}
         from project p join task k on k.project_id = p.id and k.removed_at is null
         join task_answer w on w.task_id = k.id and w.reopened_at is null
         join person a on a.id = w.answered_by
         left join milestone m on m.id = w.milestone_id
         where {} {rest} order by w.task_id",
        sight.price("w"),
        sight.request()
    ))
}

fn read(row: &AnyRow) -> Result<Answer> {
    Ok(Answer {
        task: row.parse("task_id")?,
        choice: row.maybe_text("choice")?,
        note: row.text("note")?,
        moved: row.maybe_text("milestone_name")?.zip(row.maybe("moved_to")?),
        price: price(row)?,
        person: row.parse("person_id")?,
        by: row.text("answered_by")?,
        side: if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer },
        language: row.parse("language")?,
        at: row.time("answered_at")?,
    })
}

/// The answers to what the tasks of one project ask, as far as the reader may know of them.
pub async fn list_answers_of_project(
    conn: &mut Conn,
    scope: PlanScope,
    money: Option<MoneyScope>,
    project: ProjectId,
) -> Result<Vec<Answer>> {
    let rows = answers(scope, money, "and p.id = $2").bind(Value::text(project)).fetch(conn).await?;
    rows.iter().map(read).collect()
}

/// The answer that holds to what one task asks.
pub async fn find_answer(conn: &mut Conn, scope: PlanScope, money: Option<MoneyScope>, task: TaskId) -> Result<Option<Answer>> {
    let statement = answers(scope, money, "and k.id = $2").bind(Value::text(task));
    statement.fetch(conn).await?.first().map(read).transpose()
}

/// What is answered.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    /// Which answer.
    pub id: AnswerId,
    /// The place of the choice; none for a note alone.
    pub place: Option<i64>,
    /// What is added; may be empty.
    pub note: String,
    /// Whether the choice moves a promised day.
    pub moves: bool,
}

/// Saves an answer, with the choice as it is now.
pub async fn insert_answer(change: &mut Change, write: &TaskMove, answer: &NewAnswer) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into task_answer (id, task_id, answered_by, answered_at, choice, note, milestone_id, moved_to, cost, currency)
         select $1, k.id, $3, $4, c.name, $5, case when $6 = 1 then c.milestone_id end, case when $6 = 1 then c.moves_to end,
           c.cost, c.currency
         from task k left join task_choice c on c.task_id = k.id and c.place = $7 where k.id = $2",
    )
    .bind(answer.id.to_string())
    .bind(write.task().to_string())
    .bind(write.person().to_string())
    .bind(now)
    .bind(answer.note.as_str())
    .bind(i64::from(answer.moves))
    .bind(answer.place)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Promises the milestone for the day of the chosen answer, in the name of who offered it, with this reason.
pub async fn move_promise(change: &mut Change, write: &TaskMove, place: i64, reason: &str) -> Result<()> {
    let (task, now) = (write.task().to_string(), change.now().as_millisecond());
    sqlx::query(
        "insert into promise (milestone_id, promised_at, promised_on, reason, promised_by)
         select m.id, (select case when max(l.promised_at) >= $1 then max(l.promised_at) + 1 else $1 end
             from promise l where l.milestone_id = m.id), c.moves_to, $2, r.asked_by
         from task_choice c join task_request r on r.task_id = c.task_id join milestone m on m.id = c.milestone_id
         where c.task_id = $3 and c.place = $4 and m.removed_at is null and m.reached_on is null",
    )
    .bind(now)
    .bind(reason)
    .bind(task.as_str())
    .bind(place)
    .execute(write.on(change)?)
    .await?;
    sqlx::query(
        "update milestone set version = version + 1
         where id = (select c.milestone_id from task_choice c where c.task_id = $1 and c.place = $2)",
    )
    .bind(task.as_str())
    .bind(place)
    .execute(write.on(change)?)
    .await?;
    sqlx::query(
        "update task_answer set promised_at = (select max(l.promised_at) from promise l where l.milestone_id = task_answer.milestone_id)
         where task_id = $1 and reopened_at is null",
    )
    .bind(task.as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Promises the milestone whose day the answer moved for the day before that again, with this reason; which milestone it is.
/// None where the answer moved none, or where the promise has moved on since. What other answers promised that were undone is
/// no such day.
pub async fn move_promise_back(change: &mut Change, write: &TaskMove, reason: &str) -> Result<Option<MilestoneId>> {
    let now = change.now().as_millisecond();
    let row = sqlx::query(
        "insert into promise (milestone_id, promised_at, promised_on, reason, promised_by)
         select m.id, case when l.promised_at >= $1 then l.promised_at + 1 else $1 end, b.promised_on, $2, l.promised_by
         from task_answer w
         join milestone m on m.id = w.milestone_id and m.reached_on is null
         join promise l on l.milestone_id = m.id and l.promised_at = w.promised_at
           and l.promised_at = (select max(x.promised_at) from promise x where x.milestone_id = m.id)
         join promise b on b.milestone_id = m.id
           and b.promised_at = (
             select max(x.promised_at) from promise x where x.milestone_id = m.id and x.promised_at < l.promised_at
               and not exists (select 1 from task_answer u where u.milestone_id = m.id and u.promised_at = x.promised_at
                 and u.reopened_at is not null))
         where w.task_id = $3 and w.reopened_at is null
         returning milestone_id",
    )
    .bind(now)
    .bind(reason)
    .bind(write.task().to_string())
    .fetch_optional(write.on(change)?)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let milestone: MilestoneId = row.parse("milestone_id")?;
    sqlx::query("update milestone set version = version + 1 where id = $1")
        .bind(milestone.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(Some(milestone))
}

/// The answer does not hold any more; false where there was none.
pub async fn reopen(change: &mut Change, write: &TaskMove) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query("update task_answer set reopened_at = $1 where task_id = $2 and reopened_at is null")
        .bind(now)
        .bind(write.task().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}
