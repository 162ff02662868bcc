//! What was measured on goals, and what the other side says to it.

use crate::{
    Change, Conn, Result,
    access::{CustomerWrite, GoalWrite, GoalsScope, WriteProof},
    bulk_insert::Value,
    engine::Statement,
    row::Columns,
    visible::Sight,
};
use coplan_domain::{
    exact::Exact,
    goal::{Reading, ReadingAnswer},
    id::{GoalId, ReadingId},
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

fn readings(scope: GoalsScope, rest: &str) -> Statement {
    let sight = Sight::from(scope);
    sight.ask(format!(
        "select r.id, r.goal_id, r.measured_on, r.value, r.note, r.side, r.recorded_at, h.name, h.language, r.answer, r.answer_words,
           x.name as answered_by
         from goal_reading r join goal b on b.id = r.goal_id join person h on h.id = r.recorded_by
         left join person x on x.id = r.answered_by
         where {} {rest}",
        sight.goal()
    ))
}

fn read(row: &AnyRow) -> Result<Reading> {
    let answer = row.maybe::<ReadingAnswer>("answer")?;
    let (words, by) = (row.maybe_text("answer_words")?.unwrap_or_default(), row.maybe_text("answered_by")?.unwrap_or_default());
    Ok(Reading {
        id: row.parse("id")?,
        day: row.parse("measured_on")?,
        value: row.parse("value")?,
        note: row.text("note")?,
        by: row.text("name")?,
        side: row.parse("side")?,
        language: row.parse("language")?,
        at: row.time("recorded_at")?,
        answer: answer.map(|answer| (answer, words, by)),
    })
}

/// The newest readings of a goal in the order of their days; at most `limit`.
pub async fn list_readings(conn: &mut Conn, scope: GoalsScope, id: GoalId, limit: i64) -> Result<Vec<Reading>> {
    let rest = "and b.id = $2 order by r.measured_on desc, r.recorded_at desc, r.id desc limit $3 + 0";
    let rows = readings(scope, rest).bind(Value::text(id)).bind(Value::Int(Some(limit))).fetch(conn).await?;
    rows.iter().rev().map(read).collect()
}

/// One reading with the goal that it is of.
pub async fn find_reading(conn: &mut Conn, scope: GoalsScope, id: ReadingId) -> Result<Option<(GoalId, Reading)>> {
    let rows = readings(scope, "and r.id = $2").bind(Value::text(id)).fetch(conn).await?;
    rows.first().map(|row| Ok((row.parse("goal_id")?, read(row)?))).transpose()
}

/// Writes down what was measured; false where this id was kept before, or the goal ended.
pub async fn insert_reading(
    change: &mut Change,
    write: &GoalWrite,
    goal: GoalId,
    id: ReadingId,
    (day, value, note): (Date, &Exact, &str),
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into goal_reading (id, goal_id, measured_on, value, note, side, recorded_by, recorded_at)
         select $3, b.id, $4, $5, $6, $7, $8, $9 from goal b
         where b.id = $1 and b.customer_id = $2 and b.ended_at is null on conflict (id) do nothing",
    )
    .bind(goal.to_string())
    .bind(write.customer().to_string())
    .bind(id.to_string())
    .bind(day.to_string())
    .bind(value.to_string())
    .bind(note)
    .bind(write.side().as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Says whether a reading of the other side is so; false where it is one's own side's, or was answered.
pub async fn answer_reading(
    change: &mut Change,
    write: &GoalWrite,
    id: ReadingId,
    answer: ReadingAnswer,
    words: &str,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update goal_reading set answer = $3, answer_words = $4, answered_by = $5, answered_at = $6
         where id = $1 and answered_at is null and side <> $7 and goal_id in (select b.id from goal b where b.customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(answer.as_str())
    .bind(words)
    .bind(write.person().to_string())
    .bind(now)
    .bind(write.side().as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a reading of one's own side that the other has not confirmed.
pub async fn remove_reading(change: &mut Change, write: &GoalWrite, id: ReadingId) -> Result<()> {
    sqlx::query(
        "delete from goal_reading where id = $1 and side = $3 and (answer is null or answer <> 'confirmed')
           and goal_id in (select b.id from goal b where b.customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.side().as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
