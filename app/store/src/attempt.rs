//! Tries at what can be guessed, counted over a stretch of time, by all processes together.

use crate::{Change, Result, row::Columns};
use jiff::SignedDuration;

/// Counts a try and says how many there were over this stretch, this one included.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn insert(change: &mut Change, key_hash: &str, over: SignedDuration) -> Result<i64> {
    let (id, now) = (change.id::<ulid::Ulid>(), change.now());
    let since = (now - over).as_millisecond();
    sqlx::query("insert into attempt (id, key_hash, at) values ($1, $2, $3)")
        .bind(id.to_string())
        .bind(key_hash)
        .bind(now.as_millisecond())
        .execute(&mut **change)
        .await?;
    let row = sqlx::query("select count(*) as n from attempt where key_hash = $1 and at > $2")
        .bind(key_hash)
        .bind(since)
        .fetch_one(&mut **change)
        .await?;
    row.int("n")
}

/// Forgets the tries for a key, once it was shown that they were honest.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn remove(change: &mut Change, key_hash: &str) -> Result<()> {
    sqlx::query("delete from attempt where key_hash = $1").bind(key_hash).execute(&mut **change).await?;
    Ok(())
}

/// Forgets tries older than this.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn remove_old(change: &mut Change, age: SignedDuration) -> Result<()> {
    let before = (change.now() - age).as_millisecond();
    sqlx::query("delete from attempt where at < $1").bind(before).execute(&mut **change).await?;
    Ok(())
}
