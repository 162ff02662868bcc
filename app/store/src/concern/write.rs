//! Raising concerns, answering them, and saying whether that resolved them.

use crate::{
    Change, Result,
    access::{CustomerWrite, PlanWrite, ProcessWrite, WriteProof},
};
use coplan_domain::{
    id::{ConcernAnswerId, ConcernId, PersonId, PhaseId},
    process::{ConcernVerdict, ConcernWait},
};
use jiff::civil::Date;

/// What is done about a concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub action: String,
    /// By whom.
    pub owner: PersonId,
    /// By when.
    pub due_on: Date,
    /// Whether it is done already.
    pub is_done: bool,
}

/// Keeps a concern, which waits for the supplier from then on; false where this id was kept before or there is no such
/// phase.
pub async fn insert(change: &mut Change, write: &ProcessWrite, id: ConcernId, phase: PhaseId, words: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into concern (id, customer_id, phase_id, words, side, raised_by, raised_at, waits, waits_since)
         select $1, f.customer_id, f.id, $4, $5, $6, $7, $8, $7 from phase f
         where f.id = $3 and f.customer_id = $2 and f.removed_at is null on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(phase.to_string())
    .bind(words)
    .bind(write.side().as_str())
    .bind(write.person().to_string())
    .bind(now)
    .bind(ConcernWait::Answer.as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a concern wait for somebody else; false where it does not wait for what is done with it.
async fn pass(
    change: &mut Change,
    write: &impl CustomerWrite,
    id: ConcernId,
    from: ConcernWait,
    to: ConcernWait,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query("update concern set waits = $3, waits_since = $4 where id = $1 and waits = $2 and customer_id = $5")
        .bind(id.to_string())
        .bind(from.as_str())
        .bind(to.as_str())
        .bind(now)
        .bind(write.customer().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Answers a concern, which from then on waits for who raised it; false where it does not wait for an answer.
pub async fn answer(
    change: &mut Change,
    write: &PlanWrite,
    concern: ConcernId,
    id: ConcernAnswerId,
    it: &Answer,
) -> Result<bool> {
    if !pass(change, write, concern, ConcernWait::Answer, ConcernWait::Verdict).await? {
        return Ok(false);
    }
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into concern_answer (id, concern_id, action, owner_id, due_on, answered_by, answered_at, done_at)
         values ($1, $2, $3, $4, $5, $6, $7, cast($8 as bigint))",
    )
    .bind(id.to_string())
    .bind(concern.to_string())
    .bind(it.action.as_str())
    .bind(it.owner.to_string())
    .bind(it.due_on.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .bind(it.is_done.then_some(now))
    .execute(write.on(change)?)
    .await?;
    Ok(true)
}

/// Says that what was promised is done; false where nothing is promised.
pub async fn finish(change: &mut Change, write: &ProcessWrite, concern: ConcernId) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "update concern_answer set done_at = $2 where concern_id = $1 and done_at is null and verdict is null
         and exists (select 1 from concern c where c.id = $1 and c.customer_id = $3)",
    )
    .bind(concern.to_string())
    .bind(now)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    let is_done = done.rows_affected() > 0;
    if is_done {
        pass(change, write, concern, ConcernWait::Verdict, ConcernWait::Verdict).await?;
    }
    Ok(is_done)
}

/// Keeps whether a concern is resolved: if not, it waits for the supplier again. False where nothing is to be judged.
pub async fn judge(
    change: &mut Change,
    write: &ProcessWrite,
    concern: ConcernId,
    verdict: ConcernVerdict,
    words: &str,
) -> Result<bool> {
    let to = match verdict {
        ConcernVerdict::Resolved => ConcernWait::Nobody,
        ConcernVerdict::NotYet => ConcernWait::Answer,
    };
    if !pass(change, write, concern, ConcernWait::Verdict, to).await? {
        return Ok(false);
    }
    let now = change.now().as_millisecond();
    sqlx::query(
        "update concern_answer set verdict = $2, verdict_words = $3, verdict_by = $4, verdict_at = $5
         where concern_id = $1 and verdict is null",
    )
    .bind(concern.to_string())
    .bind(verdict.as_str())
    .bind(words)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(true)
}

/// Keeps what colleagues call a concern wherever it comes up; nothing takes that away.
pub async fn set_theme(change: &mut Change, write: &PlanWrite, concern: ConcernId, theme: &str) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into concern_theme (concern_id, theme, author_id, written_at)
         select k.id, $3, $4, $5 from concern k where k.id = $1 and k.customer_id = $2
         on conflict (concern_id) do update set theme = excluded.theme, author_id = excluded.author_id,
           written_at = excluded.written_at",
    )
    .bind(concern.to_string())
    .bind(write.customer().to_string())
    .bind(theme)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
