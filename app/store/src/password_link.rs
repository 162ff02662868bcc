//! One-time links to a password of one's own. Only hashes of their secrets are here; a used one is removed.

use crate::{
    Change, Conn, Result,
    access::{EntryWrite, System, WriteProof},
    row::Columns,
};
use coplan_domain::id::{PasswordLinkId, PersonId};
use jiff::Timestamp;

/// Keeps a link that was just made with its secret.
pub async fn insert(
    change: &mut Change,
    write: &EntryWrite,
    id: PasswordLinkId,
    secret_hash: &str,
    expires_at: Timestamp,
) -> Result<()> {
    let now = change.now();
    insert_row(write.on(change)?, id, write.person(), Some(secret_hash), now, expires_at).await
}

/// Keeps a link that is about to be mailed, unless it is there already: a mail that is tried again has the same one.
pub async fn insert_mailed(
    change: &mut Change,
    system: &System,
    id: PasswordLinkId,
    person: PersonId,
    expires_at: Timestamp,
) -> Result<()> {
    let now = change.now();
    insert_row(system.on(change)?, id, person, None, now, expires_at).await
}

async fn insert_row(
    conn: &mut Conn,
    id: PasswordLinkId,
    person: PersonId,
    secret_hash: Option<&str>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    sqlx::query(
        "insert into password_link (id, person_id, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing",
    )
    .bind(id.to_string())
    .bind(person.to_string())
    .bind(secret_hash)
    .bind(now.as_millisecond())
    .bind(expires_at.as_millisecond())
    .execute(conn)
    .await?;
    Ok(())
}

/// Puts another secret into a link, beside which the former one still opens, and says until when; none where the link was
/// used.
pub async fn update_secret(
    change: &mut Change,
    system: &System,
    id: PasswordLinkId,
    secret_hash: &str,
) -> Result<Option<Timestamp>> {
    let row = sqlx::query(
        "update password_link set former_secret_hash = secret_hash, secret_hash = $1 where id = $2 returning expires_at",
    )
    .bind(secret_hash)
    .bind(id.to_string())
    .fetch_optional(system.on(change)?)
    .await?;
    row.map(|row| row.time("expires_at")).transpose()
}

/// Whose password this secret opens the way to, at a moment.
pub async fn find_person(conn: &mut Conn, secret_hash: &str, now: Timestamp) -> Result<Option<PersonId>> {
    let row = sqlx::query(
        "select l.person_id from password_link l join person p on p.id = l.person_id
         where (l.secret_hash = $1 or l.former_secret_hash = $1) and l.expires_at > $2 and p.ended_at is null",
    )
    .bind(secret_hash)
    .bind(now.as_millisecond())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.parse("person_id")).transpose()
}

/// Removes all of a person's links: one was used, or the password was changed otherwise.
pub async fn remove_all(change: &mut Change, write: &EntryWrite) -> Result<()> {
    sqlx::query("delete from password_link where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Forgets links whose time has run out.
pub async fn remove_old(change: &mut Change, system: &System) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query("delete from password_link where expires_at <= $1").bind(now).execute(system.on(change)?).await?;
    Ok(())
}
