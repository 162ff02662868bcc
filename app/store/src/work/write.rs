//! Recording work, changing what is not approved, approving it.

use crate::{
    Change, Result,
    access::{CustomerWrite, MoneyWrite, WorkWrite, WriteProof},
};
use coplan_domain::{
    id::{PersonId, TaskId, WorkEntryId},
    work::{Charge, WorkTime},
};
use jiff::civil::Date;

/// What is said of an entry of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkWords {
    /// For which task; none for the project as a whole.
    pub task: Option<TaskId>,
    /// The day.
    pub day: Date,
    /// How long it took.
    pub time: WorkTime,
    /// What was done and why.
    pub words: String,
    /// Whether it is charged.
    pub charge: Charge,
}

/// Keeps work that one of the supplier's people did; false where this id was kept before.
pub async fn insert(
    change: &mut Change,
    write: &WorkWrite,
    (id, person): (WorkEntryId, PersonId),
    words: &WorkWords,
) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into work_entry (id, project_id, task_id, person_id, day, minutes, words, charge, recorded_at, version)
         select $1, p.id, $2, $3, $4, $5, $6, $7, $8, 1 from project p
         where p.id = $9 and p.customer_id = $10 and exists (select 1 from staff s where s.person_id = $3)
           and ($2 is null or exists (select 1 from task k where k.id = $2 and k.project_id = p.id))
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(words.task.map(|task| task.to_string()))
    .bind(person.to_string())
    .bind(words.day.to_string())
    .bind(words.time.minutes())
    .bind(words.words.as_str())
    .bind(words.charge.as_str())
    .bind(now)
    .bind(write.project().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Changes what is said of an entry, also in which project it is; false where somebody else did since this version, or
/// has approved it.
pub async fn update_words(
    change: &mut Change,
    write: &WorkWrite,
    id: WorkEntryId,
    version: i64,
    words: &WorkWords,
) -> Result<bool> {
    let done = sqlx::query(
        "update work_entry set project_id = $1, task_id = $2, day = $3, minutes = $4, words = $5, charge = $6, version = version + 1
         where id = $7 and version = $8 and approved_at is null
           and project_id in (select p.id from project p where p.customer_id = $9)
           and ($2 is null or exists (select 1 from task k where k.id = $2 and k.project_id = $1))",
    )
    .bind(write.project().to_string())
    .bind(words.task.map(|task| task.to_string()))
    .bind(words.day.to_string())
    .bind(words.time.minutes())
    .bind(words.words.as_str())
    .bind(words.charge.as_str())
    .bind(id.to_string())
    .bind(version)
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes an entry that is not approved; false where there is none.
pub async fn remove(change: &mut Change, write: &WorkWrite, id: WorkEntryId) -> Result<bool> {
    let done = sqlx::query("delete from work_entry where id = $1 and project_id = $2 and approved_at is null")
        .bind(id.to_string())
        .bind(write.project().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Approves an entry of the customer's work; false where it is approved already, or not there.
pub async fn approve(change: &mut Change, write: &MoneyWrite, id: WorkEntryId) -> Result<bool> {
    let done = sqlx::query(
        "update work_entry set approved_at = $1, approved_by = $2
         where id = $3 and approved_at is null and project_id in (select p.id from project p where p.customer_id = $4)",
    )
    .bind(change.now().as_millisecond())
    .bind(write.person().to_string())
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes the approval of an entry back, so that whoever did the work can correct it; false where it is on an invoice, or
/// not approved.
pub async fn send_back(change: &mut Change, write: &MoneyWrite, id: WorkEntryId) -> Result<bool> {
    let done = sqlx::query(
        "update work_entry set approved_at = null, approved_by = null
         where id = $1 and approved_at is not null and line_id is null
           and project_id in (select p.id from project p where p.customer_id = $2)",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
