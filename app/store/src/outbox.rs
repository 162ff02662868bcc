//! Work that changes have promised: claimed by lease, tried again with growing pauses, given up visibly.
//!
//! A lease may end before its work does, and then another worker has the job. What became of it is therefore kept only
//! for whoever claimed it last, which the number of tries tells.

use crate::{
    Change, Conn, Result,
    access::{System, WriteProof},
    row::Columns,
    undelivered,
};
use coplan_domain::{
    id::{JobId, PersonId},
    job::Priority,
    mail::WhyUndelivered,
};
use jiff::{SignedDuration, Timestamp};
use sqlx::AssertSqlSafe;

/// Promised work, claimed by one worker until its lease ends.
#[derive(Debug, Clone)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// What it is about. Never anything secret.
    pub payload: String,
    /// Whom it is for, where it is a mail to somebody's address.
    pub recipient: Option<PersonId>,
    /// Tries so far, this one included.
    pub tries: i64,
}

/// Work to be written into the outbox.
#[derive(Debug, Clone, Copy)]
pub struct NewJob<'a> {
    /// What kind of work.
    pub kind: &'a str,
    /// What it is about. Never anything secret.
    pub payload: &'a str,
    /// Which work goes first, of what is due.
    pub priority: Priority,
    /// Whom it is for, where it is a mail to somebody's address.
    pub recipient: Option<PersonId>,
    /// How long from now it is due.
    pub after: SignedDuration,
}

pub(crate) async fn insert(conn: &mut Conn, id: JobId, job: &NewJob<'_>, due_at: Timestamp) -> Result<()> {
    sqlx::query(
        "insert into outbox (id, kind, payload, priority, recipient_id, due_at, tries, leased_until)
         values ($1, $2, $3, $4, $5, $6, 0, 0)",
    )
    .bind(id.to_string())
    .bind(job.kind)
    .bind(job.payload)
    .bind(job.priority.rank())
    .bind(job.recipient.map(|person| person.to_string()))
    .bind(due_at.as_millisecond())
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes back a job that was promised a moment ago in this change, unless it is for somebody.
pub(crate) async fn remove_for_nobody(conn: &mut Conn, id: JobId) -> Result<()> {
    sqlx::query("delete from outbox where id = $1 and recipient_id is null").bind(id.to_string()).execute(conn).await?;
    Ok(())
}

/// Claims a job that is due, for this long; nobody else gets it meanwhile. The most urgent comes first, of those the one
/// that is due longest. None only where none is due: whoever finds that another worker was quicker takes the next one.
pub async fn claim(change: &mut Change, system: &System, lease: SignedDuration) -> Result<Option<Job>> {
    let leased_at = change.lease_now().await?;
    let leased = (leased_at, leased_at + lease);
    while let Some(id) = find_due(change, leased).await? {
        if let Some(job) = claim_one(change, system, &id, leased).await? {
            return Ok(Some(job));
        }
    }
    Ok(None)
}

/// Longer than any job is put off. What is due later still was promised by a clock that was ahead, and is due now.
const PUT_OFF_AT_MOST: SignedDuration = SignedDuration::from_hours(48);

/// What is free for this lease: nobody has it, and not for longer than that either, which only a clock that was ahead has
/// written.
const CLAIMABLE: &str = "done_at is null and given_up_at is null
    and (due_at <= $1 or due_at > $2) and (leased_until <= $3 or leased_until > $4)";

async fn find_due(change: &mut Change, leased: (Timestamp, Timestamp)) -> Result<Option<String>> {
    let now = change.now();
    let sql = format!("select id from outbox where {CLAIMABLE} order by priority, due_at, id limit 1");
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(now.as_millisecond())
        .bind((now + PUT_OFF_AT_MOST).as_millisecond())
        .bind(leased.0.as_millisecond())
        .bind(leased.1.as_millisecond())
        .fetch_optional(&mut **change)
        .await?;
    row.map(|row| row.text("id")).transpose()
}

/// Claims this job, unless somebody else has it or has settled what becomes of it since it was found.
async fn claim_one(change: &mut Change, system: &System, id: &str, leased: (Timestamp, Timestamp)) -> Result<Option<Job>> {
    let now = change.now();
    let sql = format!(
        "update outbox set leased_until = $4, tries = tries + 1 where {CLAIMABLE} and id = $5
         returning id, kind, payload, recipient_id, tries"
    );
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(now.as_millisecond())
        .bind((now + PUT_OFF_AT_MOST).as_millisecond())
        .bind(leased.0.as_millisecond())
        .bind(leased.1.as_millisecond())
        .bind(id)
        .fetch_optional(system.on(change)?)
        .await?;
    row.map(|row| {
        Ok(Job {
            id: row.parse("id")?,
            kind: row.text("kind")?,
            payload: row.text("payload")?,
            recipient: row.maybe("recipient_id")?,
            tries: row.int("tries")?,
        })
    })
    .transpose()
}

/// Notes that the job is done; false where another worker has it by now.
pub async fn update_done(change: &mut Change, system: &System, job: &Job) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update outbox set done_at = $1, last_error = null
         where id = $2 and tries = $3 and done_at is null and given_up_at is null",
    )
    .bind(now.as_millisecond())
    .bind(job.id.to_string())
    .bind(job.tries)
    .execute(system.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the job's mail went out, which also settles what did not arrive at its recipient before; false where
/// another worker has the job by now.
pub async fn update_sent(change: &mut Change, system: &System, job: &Job) -> Result<bool> {
    if let Some(recipient) = job.recipient {
        let entry = system.entry_of(change, recipient);
        undelivered::settle_given_up(change, &entry).await?;
    }
    update_done(change, system, job).await
}

/// Forgets what was done longer ago than this, and what was given up and is of no concern to anybody since then: it
/// was settled, or no recipient was known. Addresses and names stand in it that may have been put right elsewhere.
pub async fn remove_old(change: &mut Change, system: &System, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    sqlx::query(
        "delete from outbox where done_at < $1
           or (given_up_at < $1 and (settled_at < $1 or recipient_id is null))",
    )
    .bind(before)
    .execute(system.on(change)?)
    .await?;
    Ok(())
}

/// Notes that a try failed, and what the email server said: tried again after the pause, or given up where there is none.
/// False where another worker has the job by now.
pub async fn update_failed(
    change: &mut Change,
    system: &System,
    job: &Job,
    (why, server_said): (WhyUndelivered, Option<&str>),
    pause: Option<SignedDuration>,
) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update outbox set last_error = $1, leased_until = 0, due_at = $2, given_up_at = $3, server_said = $6
         where id = $4 and tries = $5 and done_at is null and given_up_at is null",
    )
    .bind(why.as_str())
    .bind((now + pause.unwrap_or_default()).as_millisecond())
    .bind(pause.is_none().then(|| now.as_millisecond()))
    .bind(job.id.to_string())
    .bind(job.tries)
    .bind(server_said)
    .execute(system.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}
