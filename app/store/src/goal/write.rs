//! Proposing goals, agreeing to one revision of them, ending them.

use crate::{
    Change, Result,
    access::{CustomerWrite, GoalWrite, WriteProof},
};
use coplan_domain::{
    goal::{GoalOutcome, GoalTerms},
    id::GoalId,
};
use jiff::civil::Date;

/// Keeps a new goal with its first revision, to which the side of who proposes it agrees; false where this id was kept
/// before.
pub async fn insert(change: &mut Change, write: &GoalWrite, id: GoalId, terms: &GoalTerms, begun_on: Date) -> Result<bool> {
    let done =
        sqlx::query("insert into goal (id, customer_id, begun_on, revision) values ($1, $2, $3, 1) on conflict (id) do nothing")
            .bind(id.to_string())
            .bind(write.customer().to_string())
            .bind(begun_on.to_string())
            .execute(write.on(change)?)
            .await?;
    let is_new = done.rows_affected() == 1;
    if is_new {
        insert_terms(change, write, id, 1, terms).await?;
        insert_approval(change, write, id, 1).await?;
    }
    Ok(is_new)
}

/// Keeps what a goal says from now on as its next revision, to which the side of who proposes it agrees; false where the
/// goal ended or is another revision by now.
pub async fn insert_revision(
    change: &mut Change,
    write: &GoalWrite,
    id: GoalId,
    revision: i64,
    terms: &GoalTerms,
) -> Result<bool> {
    let done = sqlx::query(
        "update goal set revision = revision + 1
         where id = $1 and customer_id = $2 and revision = $3 and ended_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(revision)
    .execute(write.on(change)?)
    .await?;
    let is_done = done.rows_affected() == 1;
    if is_done {
        insert_terms(change, write, id, revision + 1, terms).await?;
        insert_approval(change, write, id, revision + 1).await?;
    }
    Ok(is_done)
}

async fn insert_terms(change: &mut Change, write: &GoalWrite, id: GoalId, revision: i64, terms: &GoalTerms) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into goal_terms (goal_id, revision, title, why, measure, unit, measured_by, baseline, target, direction, due_on,
           note, proposed_by, side, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(id.to_string())
    .bind(revision)
    .bind(terms.title.as_str())
    .bind(terms.why.as_str())
    .bind(terms.measure.as_str())
    .bind(terms.unit.as_str())
    .bind(terms.measured_by.as_str())
    .bind(terms.baseline.to_string())
    .bind(terms.target.to_string())
    .bind(terms.direction.as_str())
    .bind(terms.due_on.to_string())
    .bind(terms.note.as_str())
    .bind(write.person().to_string())
    .bind(write.side().as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

async fn insert_approval(change: &mut Change, write: &GoalWrite, id: GoalId, revision: i64) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into goal_approval (goal_id, revision, side, person_id, approved_at)
         select b.id, b.revision, $4, $5, $6 from goal b
         where b.id = $1 and b.customer_id = $2 and b.revision = $3 and b.ended_at is null
         on conflict (goal_id, revision, side) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(revision)
    .bind(write.side().as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Agrees to a goal for one's side; false where the side has, or it is another revision by now.
pub async fn approve(change: &mut Change, write: &GoalWrite, id: GoalId, revision: i64) -> Result<bool> {
    insert_approval(change, write, id, revision).await
}

/// Ends a goal; false where it ended.
pub async fn end(change: &mut Change, write: &GoalWrite, id: GoalId, outcome: GoalOutcome, reason: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update goal set ended_at = $3, ended_by = $4, outcome = $5, ended_reason = $6
         where id = $1 and customer_id = $2 and ended_at is null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(now)
    .bind(write.person().to_string())
    .bind(outcome.as_str())
    .bind(reason)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a goal that ended go on; false where it does.
pub async fn resume(change: &mut Change, write: &GoalWrite, id: GoalId) -> Result<bool> {
    let done = sqlx::query(
        "update goal set ended_at = null, ended_by = null, outcome = null, ended_reason = null
         where id = $1 and customer_id = $2 and ended_at is not null",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Says whether what was measured last is off the path; since when it is stays as it was.
pub async fn set_off(change: &mut Change, write: &GoalWrite, id: GoalId, is_off: bool) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "update goal set off_since = case when cast($3 as bigint) = 1 then coalesce(off_since, cast($4 as bigint)) end
         where id = $1 and customer_id = $2",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(i64::from(is_off))
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
