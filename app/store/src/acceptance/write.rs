//! Proposing versions of a checklist, and deciding of one of them.

use crate::{
    Change, Result,
    access::{CustomerWrite, ProjectWrite, VerdictWrite, WriteProof},
};
use coplan_domain::{
    acceptance::Verdict,
    id::{AcceptanceId, MilestoneId},
};

/// A checklist to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAcceptance {
    /// What is taken over.
    pub title: String,
    /// Of which milestone, where it is of one.
    pub milestone: Option<MilestoneId>,
    /// What is to be tested.
    pub lines: Vec<String>,
    /// What is different, or to be known.
    pub note: String,
    /// The hash of title and lines.
    pub hash: String,
}

/// A decision to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVerdict {
    /// What was decided.
    pub verdict: Verdict,
    /// Which lines worked, counted from 1.
    pub works: Vec<usize>,
    /// Why.
    pub reason: String,
}

/// Keeps a checklist with its first version; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &ProjectWrite, id: AcceptanceId, new: &NewAcceptance) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into acceptance (id, customer_id, project_id, milestone_id, title, version, created_at)
         values ($1, $2, $3, $4, $5, 1, $6) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.project().to_string())
    .bind(new.milestone.map(|id| id.to_string()))
    .bind(new.title.as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    let is_new = done.rows_affected() == 1;
    if is_new {
        keep_version(change, write, id, 1, new).await?;
    }
    Ok(is_new)
}

/// Keeps the next version of a checklist; false where it is another version by now. The title stays.
pub async fn insert_version(
    change: &mut Change,
    write: &ProjectWrite,
    id: AcceptanceId,
    version: i64,
    new: &NewAcceptance,
) -> Result<bool> {
    let done = sqlx::query("update acceptance set version = version + 1 where id = $1 and project_id = $2 and version = $3")
        .bind(id.to_string())
        .bind(write.project().to_string())
        .bind(version)
        .execute(write.on(change)?)
        .await?;
    let is_done = done.rows_affected() == 1;
    if is_done {
        keep_version(change, write, id, version + 1, new).await?;
    }
    Ok(is_done)
}

async fn keep_version(
    change: &mut Change,
    write: &ProjectWrite,
    id: AcceptanceId,
    version: i64,
    new: &NewAcceptance,
) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into acceptance_version (acceptance_id, version, lines, note, hash, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(version)
    .bind(new.lines.join("\n"))
    .bind(new.note.as_str())
    .bind(new.hash.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Keeps what the customer decided of a version, with the hash of its lines; false where it is another version by now or was
/// decided.
pub async fn decide(change: &mut Change, write: &VerdictWrite, id: AcceptanceId, version: i64, new: &NewVerdict) -> Result<bool> {
    let now = change.now().as_millisecond();
    let works = new.works.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let done = sqlx::query(
        "insert into acceptance_verdict (acceptance_id, version, decision, works, reason, hash, decided_by, decided_at)
         select v.acceptance_id, v.version, $4, $5, $6, v.hash, $7, $8
         from acceptance a join acceptance_version v on v.acceptance_id = a.id and v.version = a.version
         where a.id = $1 and a.customer_id = $2 and a.version = $3
         on conflict (acceptance_id, version) do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .bind(new.verdict.as_str())
    .bind(works)
    .bind(new.reason.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
