//! Codes by mail for a browser that has not been let in before. Only hashes are kept.

use crate::{
    Change, Conn, Result,
    access::{LinkWrite, System, WriteProof},
    row::Columns,
};
use coplan_domain::id::{CodeId, LinkId, PersonId};
use jiff::{SignedDuration, Timestamp};

/// A code that a browser waits for or has used.
#[derive(Clone)]
pub struct EntryCode {
    /// Which code.
    pub id: CodeId,
    /// For whom.
    pub person: PersonId,
    /// The link that the browser opened.
    pub link: LinkId,
    /// The hash of the six digits; none until the mail is sent.
    pub code_hash: Option<String>,
    /// The hash of the code that was made before it, where the mail may have gone out twice.
    pub former_code_hash: Option<String>,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// Tries so far.
    pub tries: i64,
    /// When it let the browser in.
    pub used_at: Option<Timestamp>,
}

impl std::fmt::Debug for EntryCode {
    /// Six digits are found from their hash in a second, so the hash is not shown.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EntryCode").field("id", &self.id).field("tries", &self.tries).finish_non_exhaustive()
    }
}

fn read(row: &sqlx::any::AnyRow) -> Result<EntryCode> {
    Ok(EntryCode {
        id: row.parse("id")?,
        person: row.parse("person_id")?,
        link: row.parse("link_id")?,
        code_hash: row.maybe_text("code_hash")?,
        former_code_hash: row.maybe_text("former_code_hash")?,
        expires_at: row.time("expires_at")?,
        tries: row.int("tries")?,
        used_at: row.maybe_time("used_at")?,
    })
}

/// The code that this browser waits for.
pub async fn find_by_browser(conn: &mut Conn, browser_hash: &str) -> Result<Option<EntryCode>> {
    let row = sqlx::query(
        "select id, person_id, link_id, code_hash, former_code_hash, expires_at, tries, used_at from entry_code where browser_hash = $1",
    )
    .bind(browser_hash)
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// A code.
pub async fn find(conn: &mut Conn, id: CodeId) -> Result<Option<EntryCode>> {
    let row = sqlx::query(
        "select id, person_id, link_id, code_hash, former_code_hash, expires_at, tries, used_at from entry_code where id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(conn)
    .await?;
    row.as_ref().map(read).transpose()
}

/// Keeps a code that is yet to be made and mailed.
pub async fn insert(change: &mut Change, write: &LinkWrite, id: CodeId, browser_hash: &str, expires_at: Timestamp) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into entry_code (id, person_id, link_id, browser_hash, created_at, expires_at, tries)
         values ($1, $2, $3, $4, $5, $6, 0)",
    )
    .bind(id.to_string())
    .bind(write.person().to_string())
    .bind(write.link().to_string())
    .bind(browser_hash)
    .bind(now.as_millisecond())
    .bind(expires_at.as_millisecond())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Gives a code its digits, at sending.
pub async fn update_code(change: &mut Change, system: &System, id: CodeId, code_hash: &str) -> Result<()> {
    sqlx::query("update entry_code set former_code_hash = code_hash, code_hash = $1 where id = $2")
        .bind(code_hash)
        .bind(id.to_string())
        .execute(system.on(change)?)
        .await?;
    Ok(())
}

/// Counts a try and says how many there were, this one included; none where `limit` were used up or the code was.
pub async fn count_try(change: &mut Change, id: CodeId, limit: i64) -> Result<Option<i64>> {
    let row =
        sqlx::query("update entry_code set tries = tries + 1 where id = $1 and tries < $2 and used_at is null returning tries")
            .bind(id.to_string())
            .bind(limit)
            .fetch_optional(&mut **change)
            .await?;
    row.map(|row| row.int("tries")).transpose()
}

/// Uses the code up; false where it was used before.
pub async fn update_used(change: &mut Change, write: &LinkWrite, id: CodeId) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query("update entry_code set used_at = $1 where id = $2 and link_id = $3 and used_at is null")
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .bind(write.link().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets codes that were made longer ago than this.
pub async fn remove_old(change: &mut Change, system: &System, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    sqlx::query("delete from entry_code where created_at < $1").bind(before).execute(system.on(change)?).await?;
    Ok(())
}
