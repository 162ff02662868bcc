//! Work that changes have promised: claimed by lease, tried again with growing pauses, given up visibly.

use crate::{Change, Conn, Result, row::Columns};
use coplan_domain::id::JobId;
use jiff::{SignedDuration, Timestamp};

/// Promised work, claimed by one worker until its lease ends.
#[derive(Debug, Clone)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// What it is about. Never anything secret.
    pub payload: String,
    /// Tries so far, this one included.
    pub tries: i64,
}

pub(crate) async fn insert(conn: &mut Conn, id: JobId, kind: &str, payload: &str, due_at: Timestamp) -> Result<()> {
    sqlx::query("insert into outbox (id, kind, payload, due_at, tries, leased_until) values ($1, $2, $3, $4, 0, 0)")
        .bind(id.to_string())
        .bind(kind)
        .bind(payload)
        .bind(due_at.as_millisecond())
        .execute(conn)
        .await?;
    Ok(())
}

/// Claims the job that is due longest, for this long; nobody else gets it meanwhile.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn claim(change: &mut Change, lease: SignedDuration) -> Result<Option<Job>> {
    let now = change.now();
    let row = sqlx::query(
        "update outbox set leased_until = $2, tries = tries + 1
         where id = (select id from outbox
                     where done_at is null and given_up_at is null and due_at <= $1 and leased_until <= $1
                     order by due_at, id limit 1)
           and leased_until <= $1
         returning id, kind, payload, tries",
    )
    .bind(now.as_millisecond())
    .bind((now + lease).as_millisecond())
    .fetch_optional(&mut **change)
    .await?;
    row.map(|row| {
        Ok(Job { id: row.parse("id")?, kind: row.text("kind")?, payload: row.text("payload")?, tries: row.int("tries")? })
    })
    .transpose()
}

/// Notes that the job is done.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn update_done(change: &mut Change, id: JobId) -> Result<()> {
    let now = change.now();
    sqlx::query("update outbox set done_at = $1, last_error = null where id = $2")
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}

/// Notes that a try failed: tried again after the pause, or given up where there is none.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn update_failed(change: &mut Change, id: JobId, error: &str, pause: Option<SignedDuration>) -> Result<()> {
    let now = change.now();
    sqlx::query("update outbox set last_error = $1, leased_until = 0, due_at = $2, given_up_at = $3 where id = $4")
        .bind(error)
        .bind((now + pause.unwrap_or_default()).as_millisecond())
        .bind(pause.is_none().then(|| now.as_millisecond()))
        .bind(id.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}
