//! What people want to be told by mail, and when.

use crate::{
    Change, Conn, Result,
    access::{DigestStop, OwnAccount, System, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{CustomerId, PersonId},
    mail::Pace,
};
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

/// What a person wants to be told, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailChoice {
    /// Messages in discussions.
    pub messages: bool,
    /// What is new on the plan.
    pub news: bool,
    /// Right away or together.
    pub pace: Pace,
    /// The hour of what is told together, from 0 to 23.
    pub hour: i8,
    /// Whether nothing comes at night.
    pub quiet: bool,
}

/// What holds where nobody has chosen.
const UNSAID: MailChoice = MailChoice { messages: true, news: false, pace: Pace::AtOnce, hour: 8, quiet: false };

fn read(row: &AnyRow) -> Result<MailChoice> {
    Ok(MailChoice {
        messages: row.int("messages")? == 1,
        news: row.int("news")? == 1,
        pace: row.parse("pace")?,
        hour: i8::try_from(row.int("hour")?).unwrap_or(UNSAID.hour),
        quiet: row.int("quiet")? == 1,
    })
}

/// What a person has chosen.
pub async fn find(conn: &mut Conn, person: PersonId) -> Result<MailChoice> {
    let row = sqlx::query("select messages, news, pace, hour, quiet from mail_choice where person_id = $1")
        .bind(person.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map_or(Ok(UNSAID), read)
}

/// Keeps what a person has chosen. `digest_at` is when its next digest goes out; it tells of what happens from now on, or since
/// the last one where there were digests before.
pub async fn update(change: &mut Change, write: &OwnAccount, choice: MailChoice, digest_at: Option<Timestamp>) -> Result<()> {
    let since = digest_at.map(|_| change.now().as_millisecond());
    sqlx::query(
        "insert into mail_choice (person_id, messages, news, pace, hour, quiet, digest_since, digest_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (person_id) do update set messages = excluded.messages, news = excluded.news, pace = excluded.pace,
           hour = excluded.hour, quiet = excluded.quiet, digest_at = excluded.digest_at,
           digest_since = case when excluded.digest_since is null then null
             else coalesce(mail_choice.digest_since, excluded.digest_since) end",
    )
    .bind(write.person().to_string())
    .bind(i64::from(choice.messages))
    .bind(i64::from(choice.news))
    .bind(choice.pace.as_str())
    .bind(i64::from(choice.hour))
    .bind(i64::from(choice.quiet))
    .bind(since)
    .bind(digest_at.map(Timestamp::as_millisecond))
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Ends a person's digests: nothing of what they told comes by email any more.
pub async fn update_stopped(change: &mut Change, write: &DigestStop) -> Result<()> {
    sqlx::query(
        "update mail_choice set messages = 0, news = 0, digest_since = null, digest_at = null, pace = 'at_once'
         where person_id = $1 and pace <> 'at_once'",
    )
    .bind(write.person().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Longer than any digest is ahead. What is further ahead was put there by a clock that was ahead, and is due now.
const AHEAD_AT_MOST: SignedDuration = SignedDuration::from_hours(9 * 24);

/// Whose digest is due, each with what it chose, its time zone and since when it tells; at most this many.
pub async fn list_due(conn: &mut Conn, now: Timestamp, limit: i64) -> Result<Vec<(PersonId, MailChoice, String, Timestamp)>> {
    let rows = sqlx::query(
        "select v.person_id, v.messages, v.news, v.pace, v.hour, v.quiet, v.digest_since, p.time_zone
         from mail_choice v join person p on p.id = v.person_id
         where v.digest_at <= $1 or v.digest_at > $3 order by v.digest_at, v.person_id limit $2 + 0",
    )
    .bind(now.as_millisecond())
    .bind(limit)
    .bind((now + AHEAD_AT_MOST).as_millisecond())
    .fetch_all(conn)
    .await?;
    let read = |row: &AnyRow| {
        let since = row.maybe_time("digest_since")?.unwrap_or(now);
        Ok((row.parse("person_id")?, read(row)?, row.text("time_zone")?, since))
    };
    rows.iter().map(read).collect()
}

/// Notes that a person's digest was promised, and when its next one goes out; false where another process did.
pub async fn update_promised(
    change: &mut Change,
    system: &System,
    person: PersonId,
    (since, next): (Timestamp, Option<Timestamp>),
) -> Result<bool> {
    let now = change.now();
    let done = sqlx::query(
        "update mail_choice set digest_since = $1, digest_at = $2
         where person_id = $3 and (digest_at <= $1 or digest_at > $5) and digest_since = $4",
    )
    .bind(now.as_millisecond())
    .bind(next.map(Timestamp::as_millisecond))
    .bind(person.to_string())
    .bind(since.as_millisecond())
    .bind((now + AHEAD_AT_MOST).as_millisecond())
    .execute(system.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether any of a customer's people wants its news right away.
pub async fn is_wanted(conn: &mut Conn, customer: CustomerId) -> Result<bool> {
    let found = sqlx::query(
        "select m.id from membership m join mail_choice c on c.person_id = m.person_id
         where m.customer_id = $1 and m.ended_at is null and c.news = 1 and c.pace = 'at_once' limit 1",
    )
    .bind(customer.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}
