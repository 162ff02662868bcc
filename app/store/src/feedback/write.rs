//! Giving feedback, promising and telling what is done about it, and saying whether that helped.

use crate::{
    Change, Result,
    access::{CustomerWrite, FeedbackWrite, FollowUpWrite, WriteProof},
};
use coplan_domain::{
    feedback::{FeedbackKind, FeedbackSubject, Helped},
    id::{FeedbackId, FollowUpId, PersonId, SurveyId},
    thread::Ball,
};
use jiff::civil::Date;

/// Feedback to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFeedback {
    /// What kind.
    pub kind: FeedbackKind,
    /// What is said.
    pub words: String,
    /// What it is about.
    pub subject: Option<FeedbackSubject>,
    /// The survey that it answers, with the score.
    pub score: Option<(SurveyId, i64)>,
}

/// What is promised to be done about feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// What.
    pub action: String,
    /// Who does it.
    pub owner: PersonId,
    /// By when.
    pub due_on: Date,
}

/// Keeps feedback, which waits for the supplier from then on; false where this id was kept before, or its giver has answered
/// the survey.
pub async fn insert(change: &mut Change, write: &FeedbackWrite, id: FeedbackId, new: &NewFeedback) -> Result<bool> {
    let now = change.now().as_millisecond();
    let subject = new.subject.as_ref();
    let done = sqlx::query(
        "insert into feedback (id, customer_id, kind, words, about_kind, about_id, about_name, about_part_of, project_id,
           survey_id, score, given_by, given_at, ball, ball_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13) on conflict do nothing",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(new.kind.as_str())
    .bind(new.words.as_str())
    .bind(subject.map(|subject| subject.about.kind.as_str()))
    .bind(subject.map(|subject| subject.about.id.to_string()))
    .bind(subject.map(|subject| subject.name.clone()))
    .bind(subject.and_then(|subject| subject.part_of.clone()))
    .bind(subject.and_then(|subject| subject.project).map(|project| project.to_string()))
    .bind(new.score.map(|(survey, _)| survey.to_string()))
    .bind(new.score.map(|(_, score)| score))
    .bind(write.person().to_string())
    .bind(now)
    .bind(Ball::Supplier.as_str())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what is promised; false where this id was kept before, another promise is pending or nothing waits for the supplier.
pub async fn insert_follow_up(change: &mut Change, write: &FollowUpWrite, id: FollowUpId, promise: &Promise) -> Result<bool> {
    let now = change.now().as_millisecond();
    let done = sqlx::query(
        "insert into follow_up (id, feedback_id, action, owner_id, due_on, promised_by, promised_at)
         select $1, f.id, $3, $4, $5, $6, $7 from feedback f
         where f.id = $2 and f.ball = 'supplier'
           and not exists (select 1 from follow_up u where u.feedback_id = f.id and u.result_at is null)
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.feedback().to_string())
    .bind(promise.action.as_str())
    .bind(promise.owner.to_string())
    .bind(promise.due_on.to_string())
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Tells what was done, as what came of the pending promise or, where nothing was promised, under this id; from then on it
/// waits for whoever gave the feedback. False where nothing waits for the supplier.
pub async fn answer(change: &mut Change, write: &FollowUpWrite, id: FollowUpId, result: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let passed = sqlx::query("update feedback set ball = $2, ball_since = $3 where id = $1 and ball = 'supplier'")
        .bind(write.feedback().to_string())
        .bind(Ball::Customer.as_str())
        .bind(now)
        .execute(write.on(change)?)
        .await?;
    if passed.rows_affected() == 0 {
        return Ok(false);
    }
    let kept = sqlx::query(
        "update follow_up set result = $2, result_by = $3, result_at = $4 where feedback_id = $1 and result_at is null",
    )
    .bind(write.feedback().to_string())
    .bind(result)
    .bind(write.person().to_string())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if kept.rows_affected() == 0 {
        sqlx::query(
            "insert into follow_up (id, feedback_id, action, owner_id, promised_by, promised_at, result, result_by, result_at)
             values ($1, $2, '', $3, $3, $4, $5, $3, $4)",
        )
        .bind(id.to_string())
        .bind(write.feedback().to_string())
        .bind(write.person().to_string())
        .bind(now)
        .bind(result)
        .execute(write.on(change)?)
        .await?;
    }
    Ok(true)
}

/// Keeps whether what was done helped: if not, it waits for the supplier again. False where it waits for no answer of whoever
/// gave the feedback.
pub async fn say_helped(change: &mut Change, write: &FeedbackWrite, id: FeedbackId, helped: Helped, words: &str) -> Result<bool> {
    let now = change.now().as_millisecond();
    let ball = if helped == Helped::Yes { Ball::Nobody } else { Ball::Supplier };
    let passed = sqlx::query(
        "update feedback set ball = $4, ball_since = $5
         where id = $1 and customer_id = $2 and given_by = $3 and ball = 'customer'",
    )
    .bind(id.to_string())
    .bind(write.customer().to_string())
    .bind(write.person().to_string())
    .bind(ball.as_str())
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    if passed.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "update follow_up set helped = $2, helped_words = $3, helped_at = $4
         where feedback_id = $1 and result_at is not null and helped is null",
    )
    .bind(id.to_string())
    .bind(helped.as_str())
    .bind(words)
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(true)
}
