//! Personal links. Only the hash of their secret is kept.

use crate::{
    Affected, Change, Conn, Result,
    access::{EntryWrite, InternalScope, LinkWrite, System, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{LinkId, PersonId},
    person::PersonalLink,
};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

const COLUMNS: &str = "select id, person_id, created_at, expires_at, revoked_at, last_used_at from personal_link";

fn read(row: &AnyRow) -> Result<PersonalLink> {
    Ok(PersonalLink {
        id: row.parse("id")?,
        person: row.parse("person_id")?,
        created_at: row.time("created_at")?,
        expires_at: row.time("expires_at")?,
        revoked_at: row.maybe_time("revoked_at")?,
        last_used_at: row.maybe_time("last_used_at")?,
    })
}

/// The link with this secret, open or not.
pub async fn find_by_secret(conn: &mut Conn, secret_hash: &str) -> Result<Option<PersonalLink>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} where secret_hash = $1 or former_secret_hash = $1"));
    let row = sqlx::query(sql).bind(secret_hash).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// A link.
pub async fn find(conn: &mut Conn, id: LinkId) -> Result<Option<PersonalLink>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} where id = $1"));
    let row = sqlx::query(sql).bind(id.to_string()).fetch_optional(conn).await?;
    row.as_ref().map(read).transpose()
}

/// The links of a person, newest first.
pub async fn list(conn: &mut Conn, person: PersonId) -> Result<Vec<PersonalLink>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} where person_id = $1 order by created_at desc, id desc"));
    sqlx::query(sql).bind(person.to_string()).fetch_all(conn).await?.iter().map(read).collect()
}

/// The links that let a member in at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenLinks {
    /// How many.
    pub count: i64,
    /// When one of them last let somebody in.
    pub last_used_at: Option<Timestamp>,
    /// When the last of them stops by itself.
    pub expires_at: Timestamp,
}

/// The open links of each member of the customer; who has none is not in it.
pub async fn count(conn: &mut Conn, scope: InternalScope, now: Timestamp) -> Result<BTreeMap<PersonId, OpenLinks>> {
    let rows = sqlx::query(
        "select l.person_id, count(*) as n, max(l.last_used_at) as last_used_at, max(l.expires_at) as expires_at
         from personal_link l join membership m on m.person_id = l.person_id
         where m.customer_id = $1 and m.ended_at is null and l.revoked_at is null and l.expires_at > $2
         group by l.person_id",
    )
    .bind(scope.customer().to_string())
    .bind(now.as_millisecond())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let links = OpenLinks {
                count: row.int("n")?,
                last_used_at: row.maybe_time("last_used_at")?,
                expires_at: row.time("expires_at")?,
            };
            Ok((row.parse("person_id")?, links))
        })
        .collect()
}

/// Keeps a new link; without a secret where it is made only when the mail is sent. False where this id was kept before.
pub async fn insert(
    change: &mut Change,
    write: &EntryWrite,
    id: LinkId,
    secret_hash: Option<&str>,
    expires_at: Timestamp,
) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "insert into personal_link (id, person_id, secret_hash, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(write.person().to_string())
    .bind(secret_hash)
    .bind(write.by().to_string())
    .bind(now.as_millisecond())
    .bind(expires_at.as_millisecond())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps a link that its person asked for; its secret is made when the mail is sent. Those asked for before `settled` that
/// never let anybody in are revoked, so that asking leaves few ways in. Anybody may ask with somebody else's address, so
/// those of a moment ago stay good: whoever asks and then opens the mail finds a way in.
pub async fn insert_asked(
    change: &mut Change,
    system: &System,
    id: LinkId,
    person: PersonId,
    settled: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    let (now, write) = (change.now(), system.entry_of(change, person));
    sqlx::query(
        "update personal_link set revoked_at = $1, revoked_by = $2
         where person_id = $2 and id <> $3 and asked_at < $4 and last_used_at is null and revoked_at is null",
    )
    .bind(now.as_millisecond())
    .bind(person.to_string())
    .bind(id.to_string())
    .bind(settled.as_millisecond())
    .execute(write.on(change)?)
    .await?;
    insert(change, &write, id, None, expires_at).await?;
    sqlx::query("update personal_link set asked_at = $1 where id = $2")
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Gives a link its secret, at sending.
pub async fn update_secret(change: &mut Change, system: &System, id: LinkId, secret_hash: &str) -> Result<()> {
    sqlx::query("update personal_link set former_secret_hash = secret_hash, secret_hash = $1 where id = $2")
        .bind(secret_hash)
        .bind(id.to_string())
        .execute(system.on(change)?)
        .await?;
    Ok(())
}

/// Notes that the link let somebody in.
pub async fn update_used(change: &mut Change, write: &LinkWrite) -> Result<()> {
    let now = change.now();
    sqlx::query("update personal_link set last_used_at = $1 where id = $2")
        .bind(now.as_millisecond())
        .bind(write.link().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Revokes a link of a person; false where it is not the person's or is revoked already.
pub async fn revoke(change: &mut Change, write: &EntryWrite, id: LinkId) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update personal_link set revoked_at = $1, revoked_by = $2 where id = $3 and person_id = $4 and revoked_at is null",
    )
    .bind(now.as_millisecond())
    .bind(write.by().to_string())
    .bind(id.to_string())
    .bind(write.person().to_string())
    .execute(write.on_affecting(change, [Affected::Everything])?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Revokes all links of a person that has nowhere to go any more.
pub async fn revoke_all(change: &mut Change, write: &EntryWrite) -> Result<()> {
    let now = change.now();
    sqlx::query("update personal_link set revoked_at = $1, revoked_by = $2 where person_id = $3 and revoked_at is null")
        .bind(now.as_millisecond())
        .bind(write.by().to_string())
        .bind(write.person().to_string())
        .execute(write.on_affecting(change, [Affected::Everything])?)
        .await?;
    Ok(())
}
