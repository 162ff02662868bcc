//! What staff sign in with: passwords and recovery codes as hashes, and the secret of the second factor.

use crate::{
    Change, Conn, Result,
    access::{EntryWrite, System, UsesCodes, WriteProof},
    row::Columns,
};
use coplan_domain::id::{DeviceId, PersonId};
use jiff::Timestamp;

/// What a staff person signs in with.
#[derive(Clone)]
pub struct Credentials {
    /// Whose.
    pub person: PersonId,
    /// The argon2id hash of the password, in PHC form.
    pub password_hash: String,
    /// Until when the password, which somebody else has made, opens the way to one of its person's own; none for one that the
    /// person chose.
    pub password_until: Option<Timestamp>,
    /// The seed of the second factor, sealed.
    pub totp_secret: Option<String>,
    /// The device on which it is being set up, or was.
    pub totp_device: Option<DeviceId>,
    /// Since when the second factor is asked for; none while it is being set up.
    pub totp_since: Option<Timestamp>,
}

impl std::fmt::Debug for Credentials {
    /// Says whose, and nothing that signs in.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("person", &self.person).finish_non_exhaustive()
    }
}

fn read(row: &sqlx::any::AnyRow) -> Result<Credentials> {
    Ok(Credentials {
        person: row.parse("person_id")?,
        password_hash: row.text("password_hash")?,
        password_until: row.maybe_time("password_until")?,
        totp_secret: row.maybe_text("totp_secret")?,
        totp_device: row.maybe("totp_device")?,
        totp_since: row.maybe_time("totp_since")?,
    })
}

const COLUMNS: &str = "select s.person_id, s.password_hash, s.password_until, s.totp_secret, s.totp_device, s.totp_since
     from staff s join person p on p.id = s.person_id where p.ended_at is null";

/// What the staff person signs in with.
pub async fn find(conn: &mut Conn, id: PersonId) -> Result<Option<Credentials>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} and s.person_id = $1"));
    sqlx::query(sql).bind(id.to_string()).fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// The same by address, in one statement whether it is known or not.
pub async fn find_by_email(conn: &mut Conn, email: &str) -> Result<Option<Credentials>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} and p.email = $1"));
    sqlx::query(sql).bind(email).fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// Keeps a new password hash; an empty one is no password's. `until` is for one that somebody else has made.
pub async fn update_password(
    change: &mut Change,
    write: &EntryWrite,
    password_hash: &str,
    until: Option<Timestamp>,
) -> Result<()> {
    sqlx::query("update staff set password_hash = $1, password_until = $2 where person_id = $3")
        .bind(password_hash)
        .bind(until.map(Timestamp::as_millisecond))
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Keeps the secret of a second factor that is being set up on this device; false where one is asked for already.
pub async fn insert_totp(change: &mut Change, write: &EntryWrite, device: DeviceId, secret: &str) -> Result<bool> {
    let done = sqlx::query(
        "update staff set totp_secret = $1, totp_device = $2, totp_last_step = 0 where person_id = $3 and totp_since is null",
    )
    .bind(secret)
    .bind(device.to_string())
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// From now on the second factor with this secret is asked for; false where it is already or the secret is another.
pub async fn update_totp(change: &mut Change, write: &EntryWrite, secret: &str) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query("update staff set totp_since = $1 where person_id = $2 and totp_secret = $3 and totp_since is null")
        .bind(now.as_millisecond())
        .bind(write.person().to_string())
        .bind(secret)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The seed of every second factor, as it is kept.
pub async fn list_totp(change: &mut Change, system: &System) -> Result<Vec<(PersonId, String)>> {
    let sql = "select person_id, totp_secret from staff where totp_secret is not null order by person_id";
    let rows = sqlx::query(sql).fetch_all(system.on(change)?).await?;
    rows.iter().map(|row| Ok((row.parse("person_id")?, row.text("totp_secret")?))).collect()
}

/// Keeps a seed in another form; false where it is another by now.
pub async fn replace_totp(change: &mut Change, write: &EntryWrite, from: &str, to: &str) -> Result<bool> {
    let done = sqlx::query("update staff set totp_secret = $1 where person_id = $2 and totp_secret = $3")
        .bind(to)
        .bind(write.person().to_string())
        .bind(from)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Asks for no second factor any more, and forgets its recovery codes.
pub async fn remove_totp(change: &mut Change, write: &EntryWrite) -> Result<()> {
    sqlx::query("update staff set totp_secret = null, totp_since = null, totp_last_step = 0 where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    replace_recovery_codes(change, write, &[]).await
}

/// How many time steps a used one may be ahead of the present: ten minutes. One that is further ahead was used while a clock
/// was ahead, and must not lock its owner out until then.
const STEPS_AHEAD: i64 = 20;

/// Uses up a time step of the second factor; false where it or a later one was used before.
pub async fn use_totp_step(change: &mut Change, write: &impl UsesCodes, step: i64) -> Result<bool> {
    let done =
        sqlx::query("update staff set totp_last_step = $1 where person_id = $2 and (totp_last_step < $1 or totp_last_step > $3)")
            .bind(step)
            .bind(write.owner().to_string())
            .bind(step + STEPS_AHEAD)
            .execute(write.on(change)?)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts new recovery codes, as hashes, in the place of all earlier ones.
pub async fn replace_recovery_codes(change: &mut Change, write: &EntryWrite, hashes: &[String]) -> Result<()> {
    sqlx::query("delete from recovery_code where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    for hash in hashes {
        sqlx::query("insert into recovery_code (person_id, code_hash) values ($1, $2)")
            .bind(write.person().to_string())
            .bind(hash.as_str())
            .execute(write.on(change)?)
            .await?;
    }
    Ok(())
}

/// Uses up a recovery code; false where it is not one or was used before.
pub async fn use_recovery_code(change: &mut Change, write: &impl UsesCodes, hash: &str) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query("update recovery_code set used_at = $1 where person_id = $2 and code_hash = $3 and used_at is null")
        .bind(now.as_millisecond())
        .bind(write.owner().to_string())
        .bind(hash)
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether this is a recovery code that was not used yet.
pub async fn has_recovery_code(conn: &mut Conn, id: PersonId, hash: &str) -> Result<bool> {
    let row = sqlx::query("select count(*) as n from recovery_code where person_id = $1 and code_hash = $2 and used_at is null")
        .bind(id.to_string())
        .bind(hash)
        .fetch_one(conn)
        .await?;
    Ok(row.int("n")? > 0)
}

/// Recovery codes that are left.
pub async fn count_recovery_codes(conn: &mut Conn, id: PersonId) -> Result<i64> {
    let row = sqlx::query("select count(*) as n from recovery_code where person_id = $1 and used_at is null")
        .bind(id.to_string())
        .fetch_one(conn)
        .await?;
    row.int("n")
}
