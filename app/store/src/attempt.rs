//! Tries at something that can be guessed, counted over a stretch of time, by all processes together.

use crate::{
    Change, Conn, Result,
    access::{System, WriteProof},
    row::Columns,
};
use jiff::{SignedDuration, Timestamp};
use ulid::Ulid;

/// Tries for one key over a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    /// How many.
    pub count: i64,
    /// When the oldest of them was; none where there was none.
    pub oldest: Option<Timestamp>,
}

/// The tries for a key since a moment and up to now: what a clock that was ahead has noted locks nobody out until then.
pub async fn find(conn: &mut Conn, key_hash: &str, since: Timestamp, now: Timestamp) -> Result<Tries> {
    let row = sqlx::query("select count(*) as n, min(at) as oldest from attempt where key_hash = $1 and at > $2 and at <= $3")
        .bind(key_hash)
        .bind(since.as_millisecond())
        .bind(now.as_millisecond())
        .fetch_one(conn)
        .await?;
    Ok(Tries { count: row.int("n")?, oldest: row.maybe_time("oldest")? })
}

/// Counts a try; gives its id.
pub async fn insert(change: &mut Change, key_hash: &str) -> Result<Ulid> {
    let (id, now) = (change.id::<Ulid>(), change.now());
    sqlx::query("insert into attempt (id, key_hash, at) values ($1, $2, $3)")
        .bind(id.to_string())
        .bind(key_hash)
        .bind(now.as_millisecond())
        .execute(&mut **change)
        .await?;
    Ok(id)
}

/// Forgets one try, which turned out to be none.
pub async fn remove_one(change: &mut Change, id: Ulid) -> Result<()> {
    sqlx::query("delete from attempt where id = $1").bind(id.to_string()).execute(&mut **change).await?;
    Ok(())
}

/// Forgets the tries for a key, once it was shown that they were honest.
pub async fn remove(change: &mut Change, key_hash: &str) -> Result<()> {
    sqlx::query("delete from attempt where key_hash = $1").bind(key_hash).execute(&mut **change).await?;
    Ok(())
}

/// Forgets tries older than this, and those that only a clock that was ahead by more than that can have noted.
pub async fn remove_old(change: &mut Change, system: &System, age: SignedDuration) -> Result<()> {
    let (before, behind) = (change.now() - age, change.now() + age);
    sqlx::query("delete from attempt where at < $1 or at > $2")
        .bind(before.as_millisecond())
        .bind(behind.as_millisecond())
        .execute(system.on(change)?)
        .await?;
    Ok(())
}
