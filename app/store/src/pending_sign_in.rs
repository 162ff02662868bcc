//! Sign-ins whose password was right and whose second factor is still to come. Only the hash of the browser's
//! secret is kept.

use crate::{Change, Conn, Result, row::Columns};
use coplan_domain::id::PersonId;
use jiff::Timestamp;

/// Keeps a sign-in that waits, and forgets those whose time has run out.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn insert(change: &mut Change, browser_hash: &str, person: PersonId, expires_at: Timestamp) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("delete from pending_sign_in where expires_at <= $1").bind(now).execute(&mut **change).await?;
    sqlx::query(
        "insert into pending_sign_in (browser_hash, person_id, created_at, expires_at, tries) values ($1, $2, $3, $4, 0)",
    )
    .bind(browser_hash)
    .bind(person.to_string())
    .bind(now)
    .bind(expires_at.as_millisecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Whether this browser waits for a second factor, or did until its tries were used up.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn find(conn: &mut Conn, browser_hash: &str, now: Timestamp) -> Result<bool> {
    let row = sqlx::query("select person_id from pending_sign_in where browser_hash = $1 and expires_at > $2")
        .bind(browser_hash)
        .bind(now.as_millisecond())
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// Counts a try and says whose sign-in it is and how many tries there were, this one included; none where the
/// browser waits for none, its time has run out, or `limit` were used up.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
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
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn take(change: &mut Change, browser_hash: &str) -> Result<bool> {
    let done =
        sqlx::query("delete from pending_sign_in where browser_hash = $1").bind(browser_hash).execute(&mut **change).await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets every sign-in of the person that waits: one is done, or what it was begun with has changed.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn remove(change: &mut Change, person: PersonId) -> Result<()> {
    sqlx::query("delete from pending_sign_in where person_id = $1").bind(person.to_string()).execute(&mut **change).await?;
    Ok(())
}
