//! When the supplier's people want to be emailed what waits for them.

use crate::{
    Change, Conn, Result,
    access::{DigestStop, OwnAccount, System, WriteProof},
    row::Columns,
};
use coplan_domain::{id::PersonId, mail::MailTimes};
use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<MailTimes> {
    let hour = i8::try_from(row.int("hour")?).unwrap_or(MailTimes::default().hour);
    let days = row.text("weekdays")?;
    let weekdays = days.split(',').filter_map(|day| day.parse().ok()).collect();
    Ok(MailTimes { weekdays, hour })
}

/// What a person has chosen; never where it has not.
pub async fn find(conn: &mut Conn, person: PersonId) -> Result<MailTimes> {
    let row = sqlx::query("select weekdays, hour from today_mail where person_id = $1")
        .bind(person.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map_or_else(|| Ok(MailTimes::default()), read)
}

/// Saves what a person has chosen, and when the next one goes out.
pub async fn update(change: &mut Change, write: &OwnAccount, times: &MailTimes, next: Option<Timestamp>) -> Result<()> {
    let weekdays = times.weekdays.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    sqlx::query(
        "insert into today_mail (person_id, weekdays, hour, next_at) values ($1, $2, $3, $4)
         on conflict (person_id) do update set weekdays = excluded.weekdays, hour = excluded.hour, next_at = excluded.next_at",
    )
    .bind(write.person().to_string())
    .bind(weekdays)
    .bind(i64::from(times.hour))
    .bind(next.map(Timestamp::as_millisecond))
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// No more of them for a person.
pub async fn update_stopped(change: &mut Change, write: &DigestStop) -> Result<()> {
    sqlx::query("update today_mail set weekdays = '', next_at = null where person_id = $1")
        .bind(write.person().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}

/// Longer than any of them is ahead. What is further ahead was put there by a clock that was ahead, and is due now.
const AHEAD_AT_MOST: SignedDuration = SignedDuration::from_hours(9 * 24);

/// One that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTodayMail {
    /// To whom.
    pub person: PersonId,
    /// What it has chosen.
    pub times: MailTimes,
    /// Its time zone.
    pub time_zone: String,
    /// When it was to go out.
    pub at: Timestamp,
}

/// Those that are due, of people who are still here; at most this many.
pub async fn list_due(conn: &mut Conn, now: Timestamp, limit: i64) -> Result<Vec<DueTodayMail>> {
    let rows = sqlx::query(
        "select v.person_id, v.weekdays, v.hour, v.next_at, p.time_zone from today_mail v
         join person p on p.id = v.person_id and p.ended_at is null
         where v.next_at <= $1 or v.next_at > $3 order by v.next_at, v.person_id limit $2 + 0",
    )
    .bind(now.as_millisecond())
    .bind(limit)
    .bind((now + AHEAD_AT_MOST).as_millisecond())
    .fetch_all(conn)
    .await?;
    let due = |row: &AnyRow| {
        let (person, time_zone, at) = (row.parse("person_id")?, row.text("time_zone")?, row.time("next_at")?);
        Ok(DueTodayMail { person, times: read(row)?, time_zone, at })
    };
    rows.iter().map(due).collect()
}

/// Notes when the next one goes out; false where another process did, or where something else was chosen meanwhile.
pub async fn update_next(change: &mut Change, system: &System, due: &DueTodayMail, next: Option<Timestamp>) -> Result<bool> {
    let done = sqlx::query("update today_mail set next_at = $1 where person_id = $2 and next_at = $3")
        .bind(next.map(Timestamp::as_millisecond))
        .bind(due.person.to_string())
        .bind(due.at.as_millisecond())
        .execute(system.on(change)?)
        .await?;
    Ok(done.rows_affected() == 1)
}
