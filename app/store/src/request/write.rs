//! Sets what a task asks, changes it and withdraws it.

use crate::{
    Change, Result,
    access::{CustomerWrite, ProjectWrite, WriteProof},
};
use coplan_domain::{
    id::{MilestoneId, TaskId},
    money::Money,
};
use jiff::civil::Date;

/// What a task is to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// What can be chosen, each at its place from 1.
    pub choices: Vec<(i64, NewChoice)>,
    /// Whether words of the customer's own are taken.
    pub takes_note: bool,
    /// The last day on which the customer chooses.
    pub open_until: Option<Date>,
}

impl NewRequest {
    /// Whether it asks nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.choices.is_empty() && !self.takes_note
    }
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChoice {
    /// What it is called.
    pub name: String,
    /// Which milestone it promises for which day.
    pub sets: Option<(MilestoneId, Date)>,
    /// What it costs.
    pub cost: Option<Money>,
}

/// Sets what a task asks, in place of what it asked; nothing withdraws it. False where somebody else did since this
/// version, which is 0 where nothing is asked.
pub async fn update(change: &mut Change, write: &ProjectWrite, task: TaskId, version: i64, asked: &NewRequest) -> Result<bool> {
    let (id, now) = (task.to_string(), change.now().as_millisecond());
    let done = sqlx::query(
        "insert into task_request (task_id, asked_by, takes_note, withdrawn_at, open_until, version)
         select k.id, $2, $3, $4, $7, 1 from task k where k.id = $1 and k.project_id = $5 and k.removed_at is null
         on conflict (task_id) do update set asked_by = $2, takes_note = $3, withdrawn_at = $4, open_until = $7,
           version = task_request.version + 1
         where task_request.version = $6 or ($6 = 0 and task_request.withdrawn_at is not null)",
    )
    .bind(id.as_str())
    .bind(write.person().to_string())
    .bind(i64::from(asked.takes_note))
    .bind(asked.is_nothing().then_some(now))
    .bind(write.project().to_string())
    .bind(version)
    .bind(asked.open_until.map(|day| day.to_string()))
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() != 1 {
        return Ok(false);
    }
    sqlx::query("delete from task_choice where task_id = $1").bind(id.as_str()).execute(write.on(change)?).await?;
    for (place, choice) in &asked.choices {
        sqlx::query(
            "insert into task_choice (task_id, place, name, milestone_id, moves_to, cost, currency)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.as_str())
        .bind(*place)
        .bind(choice.name.as_str())
        .bind(choice.sets.map(|(milestone, _)| milestone.to_string()))
        .bind(choice.sets.map(|(_, day)| day.to_string()))
        .bind(choice.cost.map(Money::minor))
        .bind(choice.cost.map(|cost| cost.currency().code()))
        .execute(write.on(change)?)
        .await?;
    }
    Ok(true)
}
