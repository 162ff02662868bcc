//! What those say who are named as stand-ins.

use crate::{
    Change, Conn, Result,
    access::{AbsenceWrite, Staff, StandInWrite, System, WriteProof},
    row::Columns,
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    person::{Absence, StaffRole},
    stand_in::StandInAnswer,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

/// Days for which somebody is named as the stand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The days.
    pub absence: Absence,
    /// The name of who is away.
    pub away: String,
    /// The name of the stand-in.
    pub stand_in: String,
    /// What the stand-in said, and why not; none where it was not answered.
    pub answer: Option<(StandInAnswer, String)>,
}

const COLUMNS: &str =
    "select a.id, a.staff_id, a.first_day, a.last_day, a.stand_in_id, p.name as away, s.name as stand_in, w.answer, w.reason
     from absence a join person p on p.id = a.staff_id and p.ended_at is null
     join person s on s.id = a.stand_in_id and s.ended_at is null
     left join stand_in_answer w on w.absence_id = a.id and w.stand_in_id = a.stand_in_id";

fn read(row: &AnyRow) -> Result<Asked> {
    let answer = row.maybe("answer")?.zip(row.maybe_text("reason")?);
    Ok(Asked { absence: super::read(row)?, away: row.text("away")?, stand_in: row.text("stand_in")?, answer })
}

async fn list(conn: &mut Conn, condition: &str, person: PersonId, today: Date) -> Result<Vec<Asked>> {
    let sql = format!("{COLUMNS} where a.last_day >= $2 and {condition} order by a.first_day, a.id");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(person.to_string()).bind(today.to_string());
    query.fetch_all(conn).await?.iter().map(read).collect()
}

/// Days that are not over on this one for which the reader is named and has not answered.
pub async fn list_unanswered(conn: &mut Conn, reader: &Staff, today: Date) -> Result<Vec<Asked>> {
    list(conn, "a.stand_in_id = $1 and w.answer is null", reader.entered().person(), today).await
}

/// Days that are not over on this one for which the stand-in has declined: the reader's own, and for admins everybody's.
pub async fn list_declined(conn: &mut Conn, reader: &Staff, today: Date) -> Result<Vec<Asked>> {
    let whose = if reader.role() == StaffRole::Admin { "$1 <> ''" } else { "a.staff_id = $1" };
    list(conn, &format!("{whose} and w.answer = 'declined'"), reader.entered().person(), today).await
}

/// The days of one of the supplier's people that are not over on this one, with the answers.
pub async fn list_answers(conn: &mut Conn, _reader: &Staff, staff: PersonId, today: Date) -> Result<Vec<Asked>> {
    list(conn, "a.staff_id = $1", staff, today).await
}

/// Days for which this person is named.
async fn find(conn: &mut Conn, id: AbsenceId, stand_in: PersonId) -> Result<Option<Asked>> {
    let sql = format!("{COLUMNS} where a.id = $1 and a.stand_in_id = $2");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).bind(stand_in.to_string());
    query.fetch_optional(conn).await?.as_ref().map(read).transpose()
}

/// Days for which the reader is named.
pub async fn find_asked(conn: &mut Conn, reader: &Staff, id: AbsenceId) -> Result<Option<Asked>> {
    find(conn, id, reader.entered().person()).await
}

/// Days for which this person is named. For the email that asks.
pub async fn find_named(conn: &mut Conn, _system: &System, id: AbsenceId, stand_in: PersonId) -> Result<Option<Asked>> {
    find(conn, id, stand_in).await
}

/// Saves what the stand-in says; its last word counts.
pub async fn update_answer(change: &mut Change, write: &StandInWrite, answer: StandInAnswer, reason: &str) -> Result<()> {
    let now = change.now().as_millisecond();
    sqlx::query(
        "insert into stand_in_answer (absence_id, stand_in_id, answer, reason, answered_at) values ($1, $2, $3, $4, $5)
         on conflict (absence_id, stand_in_id) do update set answer = excluded.answer, reason = excluded.reason,
           answered_at = excluded.answered_at",
    )
    .bind(write.absence().to_string())
    .bind(write.person().to_string())
    .bind(answer.as_str())
    .bind(reason)
    .bind(now)
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Forgets what was said of days that are cancelled.
pub(super) async fn remove(change: &mut Change, write: &AbsenceWrite, absence: AbsenceId) -> Result<()> {
    sqlx::query("delete from stand_in_answer where absence_id = $1").bind(absence.to_string()).execute(write.on(change)?).await?;
    Ok(())
}
