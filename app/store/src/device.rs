//! Browsers that have been let in. Only the hash of their secret is kept.

mod over;

pub use over::{Over, list_over};

use crate::{
    Affected, Change, Conn, Result,
    access::{AccountAdmin, CustomerWrite, EntryWrite, InternalScope, LetIn, Session, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{DeviceId, LinkId, PersonId},
    person::{Device, DeviceEnd, Side},
};
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// A device to be let in.
pub struct NewDevice {
    /// Which.
    pub id: DeviceId,
    /// The hash of the secret in its cookie.
    pub secret_hash: String,
    /// What the browser calls itself, in short.
    pub label: String,
    /// When somebody proved to be its person, by a code or a password; none where a link alone lets it in.
    pub proved_at: Option<Timestamp>,
    /// When it must come in anew if it stays away.
    pub ends_at: Timestamp,
    /// The first device that this browser was, where it was one before.
    pub browser: Option<DeviceId>,
}

/// Lets a device in.
pub async fn insert(change: &mut Change, write: &LetIn, device: &NewDevice) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into device (id, person_id, link_id, secret_hash, label, created_at, seen_at, ends_at, proved_at, browser)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)",
    )
    .bind(device.id.to_string())
    .bind(write.person().to_string())
    .bind(write.link().map(|id| id.to_string()))
    .bind(device.secret_hash.as_str())
    .bind(device.label.as_str())
    .bind(now)
    .bind(device.ends_at.as_millisecond())
    .bind(device.proved_at.map(Timestamp::as_millisecond))
    .bind(device.browser.unwrap_or(device.id).to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// The live devices of a person, last seen first.
pub async fn list(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<Device>> {
    let rows = sqlx::query(
        "select d.id, d.label, d.created_at, d.seen_at from device d
         left join personal_link l on l.id = d.link_id
         where d.person_id = $1 and d.ended_at is null and d.ends_at > $2 and (l.id is null or l.revoked_at is null)
         order by d.seen_at desc, d.id",
    )
    .bind(person.to_string())
    .bind(now.as_millisecond())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Device> {
    Ok(Device {
        id: row.parse("id")?,
        label: row.text("label")?,
        created_at: row.time("created_at")?,
        seen_at: row.time("seen_at")?,
    })
}

/// How long a browser that has gone away is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 180);
/// How long a secret that another one has replaced is taken for its browser's: two tabs may come in at once, and the
/// second one still sends the earlier cookie. Later than that, whoever has it copied it.
const RACED: SignedDuration = SignedDuration::from_mins(5);

/// A browser on which its person has been in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// When somebody proved to be the person on it, by a code or a password.
    pub proved_at: Option<Timestamp>,
    /// The first device that the browser was.
    pub browser: DeviceId,
}

/// The browser with this secret, where it was let in for the person before, within half a year, by a link that holds
/// still, and nobody has ended it or signed out on it since; then it is no new device, even if its time has run out
/// or it has come in anew under another secret a few minutes ago.
pub async fn find_known(conn: &mut Conn, person: PersonId, secret_hash: &str, now: Timestamp) -> Result<Option<Known>> {
    let row = sqlx::query(
        "select d.proved_at, coalesce(d.browser, d.id) as browser from device d left join personal_link l on l.id = d.link_id
         where d.person_id = $1 and d.secret_hash = $2 and d.seen_at > $3
           and d.ended_why is null and (d.ended_at is null or d.ended_at > $4) and (l.id is null or l.revoked_at is null)",
    )
    .bind(person.to_string())
    .bind(secret_hash)
    .bind((now - REMEMBERED).as_millisecond())
    .bind((now - RACED).as_millisecond())
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok(Known { proved_at: row.maybe_time("proved_at")?, browser: row.parse("browser")? })).transpose()
}

/// Whose device had this secret, where the person has ended it since that moment by disowning another one that came
/// by the same link.
pub async fn find_disowner(conn: &mut Conn, secret_hash: &str, since: Timestamp) -> Result<Option<PersonId>> {
    let row = sqlx::query(
        "select person_id from device
         where secret_hash = $1 and ended_why = 'link_revoked' and ended_by = person_id and ended_at > $2",
    )
    .bind(secret_hash)
    .bind(since.as_millisecond())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.parse("person_id")).transpose()
}

/// Whether the person of this session has said of one of its devices that it is not its own.
pub async fn is_disowned(conn: &mut Conn, session: &Session, id: DeviceId) -> Result<bool> {
    let row = sqlx::query("select id from device where id = $1 and person_id = $2 and ended_why = 'not_me'")
        .bind(id.to_string())
        .bind(session.person().to_string())
        .fetch_optional(conn)
        .await?;
    Ok(row.is_some())
}

/// On which side the person is whom the browser with this secret was let in for last, live or not.
pub async fn find_side(conn: &mut Conn, secret_hash: &str) -> Result<Option<Side>> {
    let row = sqlx::query("select p.kind from device d join person p on p.id = d.person_id where d.secret_hash = $1")
        .bind(secret_hash)
        .fetch_optional(conn)
        .await?;
    row.map(|row| Ok(if row.text("kind")? == "staff" { Side::Supplier } else { Side::Customer })).transpose()
}

/// A device with whose it is and how it came, live or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceOrigin {
    /// Whose.
    pub person: PersonId,
    /// The personal link it came by.
    pub link: Option<LinkId>,
    /// What the browser calls itself, in short.
    pub label: String,
    /// When it was let in.
    pub created_at: Timestamp,
}

/// A device. For the mails about it and for saying that it is not mine.
pub async fn find(conn: &mut Conn, id: DeviceId) -> Result<Option<DeviceOrigin>> {
    let row = sqlx::query("select person_id, link_id, label, created_at from device where id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(DeviceOrigin {
            person: row.parse("person_id")?,
            link: row.maybe("link_id")?,
            label: row.text("label")?,
            created_at: row.time("created_at")?,
        })
    })
    .transpose()
}

/// How many live devices each member of the customer has; who has none is not in it.
pub async fn count(conn: &mut Conn, scope: InternalScope, now: Timestamp) -> Result<BTreeMap<PersonId, i64>> {
    let rows = sqlx::query(
        "select d.person_id, count(*) as n from device d
         join membership m on m.person_id = d.person_id
         left join personal_link l on l.id = d.link_id
         where m.customer_id = $1 and m.ended_at is null
           and d.ended_at is null and d.ends_at > $2 and (l.id is null or l.revoked_at is null)
         group by d.person_id",
    )
    .bind(scope.customer().to_string())
    .bind(now.as_millisecond())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((row.parse("person_id")?, row.int("n")?))).collect()
}

/// Notes that the device is here, at most every five minutes, and moves its end: `idle` from now, never past
/// `absolute` from its beginning. One that is out by now stays out: the statement itself proves that it is in.
pub async fn update_seen(change: &mut Change, seen: &Session, idle: SignedDuration, absolute: SignedDuration) -> Result<()> {
    let now = change.now();
    change.invalidate(Affected::Person(seen.person()));
    sqlx::query(
        "update device set seen_at = $1,
           ends_at = case when $2 < created_at + $3 then $2 else created_at + $3 end
         where id = $4 and ended_at is null and ends_at > $1",
    )
    .bind(now.as_millisecond())
    .bind((now + idle).as_millisecond())
    .bind(i64::try_from(absolute.as_millis()).unwrap_or(i64::MAX))
    .bind(seen.device().to_string())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// The devices of a browser that can still be ended: the live one, and those that it was before, which are known for a
/// while. `$1` is when, `$2` by whom, `$3` why, `$4` one of the devices, `$5` whose, `$6` which one stays.
const END_BROWSER: &str = "update device set ended_at = coalesce(ended_at, $1), ended_by = $2, ended_why = $3
     where person_id = $5 and (ended_at is null or ended_why is null)
       and (id = $4 or browser = (select browser from device where id = $4)) and id <> $6";

/// Ends the browser that one device of a person is or was, but for the device to keep: of two tabs that came in at once
/// one may ask. False where it is not the person's or is over already.
pub async fn remove(
    change: &mut Change,
    write: &EntryWrite,
    id: DeviceId,
    keep: Option<DeviceId>,
    why: DeviceEnd,
) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(END_BROWSER)
        .bind(now.as_millisecond())
        .bind(write.by().to_string())
        .bind(why.as_str())
        .bind(id.to_string())
        .bind(write.person().to_string())
        .bind(keep.map(|id| id.to_string()).unwrap_or_default())
        .execute(write.on(change)?)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Keeps that a person said: this device is not mine. Also one that is over is then not known any more, and a browser
/// that has come in anew since is ended with it, but for the device on which it is said. False where it is not the person's or this was said before.
pub async fn disown(change: &mut Change, write: &EntryWrite, id: DeviceId, here: DeviceId) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update device set ended_at = coalesce(ended_at, $1), ended_by = $2, ended_why = 'not_me'
         where id = $3 and person_id = $2 and (ended_why is null or ended_why <> 'not_me')",
    )
    .bind(now.as_millisecond())
    .bind(write.person().to_string())
    .bind(id.to_string())
    .execute(write.on(change)?)
    .await?;
    if done.rows_affected() == 1 {
        remove(change, write, id, Some(here), DeviceEnd::NotMe).await?;
        return Ok(true);
    }
    Ok(false)
}

/// Ends the live device with this secret, whose browser comes in anew for a person under another one. Where it was
/// somebody else's, that one is signed out on it.
pub async fn remove_replaced(change: &mut Change, write: &LetIn, secret_hash: &str) -> Result<()> {
    let now = change.now();
    let row = sqlx::query(
        "update device set ended_at = $1, ended_by = $2, ended_why = case when person_id = $2 then null else 'signed_out' end
         where secret_hash = $3 and ended_at is null returning person_id",
    )
    .bind(now.as_millisecond())
    .bind(write.person().to_string())
    .bind(secret_hash)
    .fetch_optional(write.on(change)?)
    .await?;
    if let Some(row) = row {
        change.invalidate(Affected::Person(row.parse("person_id")?));
    }
    Ok(())
}

/// Ends the devices of the customer's members that a link alone has let in, where the customer asks for a code.
pub async fn remove_unproved(change: &mut Change, write: &AccountAdmin) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "update device set ended_at = $1, ended_by = $2, ended_why = 'ended'
         where ended_at is null and proved_at is null and person_id in (
           select m.person_id from membership m join customer c on c.id = m.customer_id
           where c.id = $3 and c.code_policy <> 'never' and m.ended_at is null)",
    )
    .bind(now.as_millisecond())
    .bind(write.person().to_string())
    .bind(write.customer().to_string())
    .execute(write.on_affecting(change, [Affected::Everything])?)
    .await?;
    Ok(())
}

/// Ends all devices of a person, but the one to keep. What a browser was before it came in anew ends too: its earlier
/// secrets are not known any more.
pub async fn remove_all(change: &mut Change, write: &EntryWrite, keep: Option<DeviceId>, why: DeviceEnd) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "update device set ended_at = coalesce(ended_at, $1), ended_by = $2, ended_why = $3
         where person_id = $4 and id <> $5 and (ended_at is null or ended_why is null)",
    )
    .bind(now.as_millisecond())
    .bind(write.by().to_string())
    .bind(why.as_str())
    .bind(write.person().to_string())
    .bind(keep.map(|id| id.to_string()).unwrap_or_default())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Ends all devices that came by a personal link.
pub async fn remove_by_link(change: &mut Change, write: &EntryWrite, link: LinkId) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "update device set ended_at = coalesce(ended_at, $1), ended_by = $2, ended_why = 'link_revoked'
         where link_id = $3 and person_id = $4 and (ended_at is null or ended_why is null)",
    )
    .bind(now.as_millisecond())
    .bind(write.by().to_string())
    .bind(link.to_string())
    .bind(write.person().to_string())
    .execute(write.on_affecting(change, [Affected::Everything])?)
    .await?;
    Ok(())
}
