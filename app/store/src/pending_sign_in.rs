//! Sign-ins whose password was right and whose second factor is still to come. Only the hash of the browser's
//! secret is kept.

use crate::{
    Change, Conn, Result,
    access::{EntryWrite, SignInWrite, WriteProof},
    row::Columns,
};
use coplan_domain::id::PersonId;
use jiff::Timestamp;

/// Keeps a sign-in that waits, and forgets those whose time has run out.
pub async fn insert(change: &mut Change, write: &SignInWrite, browser_hash: &str, expires_at: Timestamp) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("delete from pending_sign_in where expires_at <= $1").bind(now).execute(write.on(change)?).await?;
    sqlx::query(
        "insert into pending_sign_in (browser_hash, person_id, created_at, expires_at, tries) values ($1, $2, $3, $4, 0)",
    )
    .bind(browser_hash)
    .bind(write.person().to_string())
    .bind(now)
    .bind(expires_at.as_millisecond())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Whether this browser waits for a second factor, or did until its tries were used up.
pub async fn find(conn: &mut Conn, browser_hash: &str, now: Timestamp) -> Result<bool> {
    Ok(find_person(conn, browser_hash, now).await?.is_some())
}

/// Whose second factor this browser waits for.
pub(crate) async fn find_person(conn: &mut Conn, browser_hash: &str, now: Timestamp) -> Result<Option<PersonId>> {
    let row = sqlx::query("select person_id from pending_sign_in where browser_hash = $1 and expires_at > $2")
        .bind(browser_hash)
        .bind(now.as_millisecond())
        .fetch_optional(conn)
        .await?;
    row.map(|row| row.parse("person_id")).transpose()
}

/// Counts a try and says whose sign-in it is and how many tries there were, this one included; none where the
/// browser waits for none, its time has run out, or `limit` were used up.
pub async fn count_try(change: &mut Change, browser_hash: &str, limit: i64) -> Result<Option<(PersonId, i64)>> {
    let now = change.now();
    let row = sqlx::query(
        "update pending_sign_in set tries = tries + 1
         where browser_hash = $1 and expires_at > $2 and tries < $3 returning person_id, tries",
    )
    .bind(browser_hash)
    .bind(now.as_millisecond())
    .bind(limit)
    .fetch_optional(&mut **change)
    .await?;
    row.map(|row| Ok((row.parse("person_id")?, row.int("tries")?))).transpose()
}

/// Uses up the sign-in that this browser waits for; false where there is none any more.
pub async fn take(change: &mut Change, write: &SignInWrite, browser_hash: &str) -> Result<bool> {
    let done = sqlx::query("delete from pending_sign_in where browser_hash = $1 and person_id = $2")
        .bind(browser_hash)
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets every sign-in of the person that waits: one is done, or what it was begun with has changed.
pub async fn remove(change: &mut Change, write: &EntryWrite) -> Result<()> {
    sqlx::query("delete from pending_sign_in where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
