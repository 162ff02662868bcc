//! Threads begin, pass the ball, end and begin again.

use super::{ms, outcome::insert_past};
use crate::{
    Change, Result,
    access::{CustomerWrite, TaskMove, ThreadOpening, ThreadWrite, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::ThreadId,
    thread::{Ball, Subject},
};
use jiff::Timestamp;

/// A thread as it begins.
#[derive(Debug, Clone)]
pub struct NewThread {
    /// Which thread.
    pub id: ThreadId,
    /// The question in one line.
    pub title: String,
    /// Whether only readers of sums see it, whatever it is about.
    pub money: bool,
}

/// Begins a thread with the ball on the other side, and gives the right to write in it; none where this id was kept before. Begun while its object is not
/// shown to the customer, it stays with the supplier's people for good, and so does the ball.
pub async fn insert(change: &mut Change, write: &ThreadOpening, thread: &NewThread) -> Result<Option<ThreadWrite>> {
    let now = ms(change.now());
    let done = sqlx::query(
        "insert into thread (id, customer_id, about_kind, about_id, title, opened_by, opened_at, ball, ball_since,
           last_message_at, inside_since, money_since, messages, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $7, $9, $10, 0, 1) on conflict (id) do nothing",
    )
    .bind(thread.id.to_string())
    .bind(write.customer().to_string())
    .bind(write.subject().about.kind.as_str())
    .bind(write.subject().about.id.to_string())
    .bind(thread.title.as_str())
    .bind(write.person().to_string())
    .bind(now)
    .bind(Ball::after(write.scope().side(), write.subject().inside).as_str())
    .bind(write.subject().inside.then_some(now))
    .bind(thread.money.then_some(now))
    .execute(write.on(change)?)
    .await?;
    Ok((done.rows_affected() == 1).then(|| write.opened(thread.id)))
}

/// After a message the ball is there, also in a thread that was resolved. Whoever had it already has it since before:
/// writing twice does not make a wait younger. What had come of it is noted.
pub async fn update_after_message(change: &mut Change, write: &ThreadWrite, ball: Ball) -> Result<()> {
    insert_past(change, write, write.thread()).await?;
    let now = ms(change.now());
    sqlx::query(
        "update thread set ball_since = case when ball = $1 then ball_since else $2 end, ball = $1, last_message_at = $2,
           resolved_at = null, resolved_by = null, outcome = null, version = version + 1
         where id = $3 and customer_id = $4",
    )
    .bind(ball.as_str())
    .bind(now)
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Gives a thread another title and another object. The ball does not go to a customer who does not see that.
pub async fn update_subject(change: &mut Change, write: &ThreadWrite, title: &str, subject: &Subject) -> Result<()> {
    let now = ms(change.now());
    sqlx::query(
        "update thread set title = $1, about_kind = $2, about_id = $3, version = version + 1,
           ball_since = case when ball = 'customer' and $4 = 0 then $5 else ball_since end,
           ball = case when ball = 'customer' and $4 = 0 then 'supplier' else ball end
         where id = $6 and customer_id = $7",
    )
    .bind(title)
    .bind(subject.about.kind.as_str())
    .bind(subject.about.id.to_string())
    .bind(i64::from(subject.shared))
    .bind(now)
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Corrects who must move in an open thread; false where somebody else changed it since this version.
pub async fn update_ball(change: &mut Change, write: &ThreadWrite, ball: Ball, version: i64) -> Result<bool> {
    let now = ms(change.now());
    let done = sqlx::query(
        "update thread set ball = $1, ball_since = $2, version = version + 1
         where id = $3 and customer_id = $4 and version = $5 and resolved_at is null",
    )
    .bind(ball.as_str())
    .bind(now)
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends an open thread with its outcome; false where somebody else changed it since this version.
pub async fn update_resolved(change: &mut Change, write: &ThreadWrite, outcome: &str, version: i64) -> Result<bool> {
    let now = ms(change.now());
    let done = sqlx::query(
        "update thread set resolved_at = $1, resolved_by = $2, outcome = $3, ball = 'nobody', ball_since = $1,
           version = version + 1
         where id = $4 and customer_id = $5 and version = $6 and resolved_at is null",
    )
    .bind(now)
    .bind(write.person().to_string())
    .bind(outcome)
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends the open threads about a task that the customer takes part in, with what was answered; gives them by their titles.
pub async fn update_answered(change: &mut Change, write: &TaskMove, outcome: &str) -> Result<Vec<(ThreadId, String)>> {
    let now = ms(change.now());
    let rows = sqlx::query(
        "update thread set resolved_at = $1, resolved_by = $2, outcome = $3, ball = 'nobody', ball_since = $1,
           version = version + 1
         where about_kind = 'task' and about_id = $4 and customer_id = $5 and resolved_at is null and inside_since is null
         returning id, title",
    )
    .bind(now)
    .bind(write.person().to_string())
    .bind(outcome)
    .bind(write.task().to_string())
    .bind(write.customer().to_string())
    .fetch_all(write.on(change)?)
    .await?;
    rows.iter().map(|row| Ok((row.parse("id")?, row.text("title")?))).collect()
}

/// Opens the threads again that an answer ended at this moment, with the ball at whom the last message left it, and notes what
/// had come of them; gives them by their titles.
pub async fn update_unanswered(change: &mut Change, write: &TaskMove, at: Timestamp) -> Result<Vec<(ThreadId, String)>> {
    let (task, customer, person) = (write.task().to_string(), write.customer().to_string(), write.person().to_string());
    let rows = sqlx::query(
        "select id, title from thread
         where about_kind = 'task' and about_id = $1 and customer_id = $2 and resolved_at = $3 and resolved_by = $4",
    )
    .bind(task.as_str())
    .bind(customer.as_str())
    .bind(ms(at))
    .bind(person.as_str())
    .fetch_all(write.on(change)?)
    .await?;
    let threads = rows.iter().map(|row| Ok((row.parse("id")?, row.text("title")?))).collect::<Result<Vec<(ThreadId, _)>>>()?;
    let now = ms(change.now());
    for (thread, _) in &threads {
        insert_past(change, write, *thread).await?;
        sqlx::query(
            "update thread set resolved_at = null, resolved_by = null, outcome = null, ball_since = $1, version = version + 1,
               ball = case when (select p.kind from message x join person p on p.id = x.author_id where x.thread_id = thread.id
                 order by x.sent_at desc, x.id desc limit 1) = 'staff' then 'customer' else 'supplier' end
             where id = $2",
        )
        .bind(now)
        .bind(thread.to_string())
        .execute(write.on(change)?)
        .await?;
    }
    Ok(threads)
}

/// Opens a resolved thread again, with the ball at the supplier, and notes what had come of it; false where somebody else
/// changed it since this version, and the change is then to be dropped.
pub async fn update_reopened(change: &mut Change, write: &ThreadWrite, version: i64) -> Result<bool> {
    insert_past(change, write, write.thread()).await?;
    let now = ms(change.now());
    let done = sqlx::query(
        "update thread set resolved_at = null, resolved_by = null, outcome = null, ball = 'supplier', ball_since = $1,
           version = version + 1
         where id = $2 and customer_id = $3 and version = $4 and resolved_at is not null",
    )
    .bind(now)
    .bind(write.thread().to_string())
    .bind(write.customer().to_string())
    .bind(version)
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
