//! Days that staff is away, each with a stand-in.

mod answer;
mod past;

pub use answer::{Asked, find_asked, find_named, list_answers, list_declined, list_unanswered, update_answer};
pub use past::list_history;

use crate::{
    Change, Conn, Result,
    access::{AbsenceWrite, Admin, Staff, WriteProof, find_day},
    row::Columns,
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    person::Absence,
};
use jiff::civil::Date;
use sqlx::any::AnyRow;

fn read(row: &AnyRow) -> Result<Absence> {
    Ok(Absence {
        id: row.parse("id")?,
        staff: row.parse("staff_id")?,
        first_day: row.parse("first_day")?,
        last_day: row.parse("last_day")?,
        stand_in: row.parse("stand_in_id")?,
    })
}

/// The absences of a staff person, of the stand-ins, of theirs and so on, that are not over on this day; first
/// days first. A stand-in who has left stands in no more.
pub async fn list_chain(conn: &mut Conn, staff: PersonId, today: Date) -> Result<Vec<Absence>> {
    // `union` without `all` takes everybody once, so a circle of stand-ins comes to an end.
    let rows = sqlx::query(
        "with recursive asked (staff_id) as (
           select cast($1 as text)
           union
           select a.stand_in_id from absence a join asked on a.staff_id = asked.staff_id where a.last_day >= $2
         )
         select a.id, a.staff_id, a.first_day, a.last_day, a.stand_in_id
         from absence a join asked on a.staff_id = asked.staff_id
         join person p on p.id = a.stand_in_id and p.ended_at is null
         where a.last_day >= $2 order by a.first_day, a.id",
    )
    .bind(staff.to_string())
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

/// A staff person's own absences that are not over on this day, with the names of the stand-ins.
pub async fn list(conn: &mut Conn, _reader: &Staff, staff: PersonId, today: Date) -> Result<Vec<(Absence, String)>> {
    let rows = sqlx::query(
        "select a.id, a.staff_id, a.first_day, a.last_day, a.stand_in_id, p.name
         from absence a join person p on p.id = a.stand_in_id
         where a.staff_id = $1 and a.last_day >= $2 order by a.first_day, a.id",
    )
    .bind(staff.to_string())
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(|row| Ok((read(row)?, row.text("name")?))).collect()
}

/// Days on which a staff person stands in for a colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Who is away.
    pub staff: PersonId,
    /// The name of the one who is away.
    pub away: String,
    /// The first day.
    pub first_day: Date,
    /// The last day.
    pub last_day: Date,
}

/// The days not over on this one on which a staff person stands in for colleagues who are still here, first days first.
pub async fn list_as_stand_in(conn: &mut Conn, _reader: &Staff, stand_in: PersonId, today: Date) -> Result<Vec<StandIn>> {
    let rows = sqlx::query(
        "select a.staff_id, a.first_day, a.last_day, p.name from absence a join person p on p.id = a.staff_id and p.ended_at is null
         where a.stand_in_id = $1 and a.last_day >= $2 order by a.first_day, a.id",
    )
    .bind(stand_in.to_string())
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let (first_day, last_day) = (row.parse("first_day")?, row.parse("last_day")?);
            Ok(StandIn { staff: row.parse("staff_id")?, away: row.text("name")?, first_day, last_day })
        })
        .collect()
}

/// One absence.
pub async fn find(conn: &mut Conn, _reader: &Staff, id: AbsenceId) -> Result<Option<Absence>> {
    let row = sqlx::query("select id, staff_id, first_day, last_day, stand_in_id from absence where id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Keeps days away; false where this id was kept before.
pub async fn insert(change: &mut Change, write: &AbsenceWrite, absence: &Absence) -> Result<bool> {
    let done = sqlx::query(
        "insert into absence (id, staff_id, first_day, last_day, stand_in_id) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing",
    )
    .bind(absence.id.to_string())
    .bind(write.whose().to_string())
    .bind(absence.first_day.to_string())
    .bind(absence.last_day.to_string())
    .bind(absence.stand_in.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets another stand in where one of the supplier's people would have from this day on, for colleagues who are still
/// here; nobody stands in for itself. The days up to this one remain those of the one who stood in.
pub async fn update_stand_in(change: &mut Change, write: &Admin, from: PersonId, to: PersonId, today: Date) -> Result<()> {
    past::insert_of_stand_in(change, write, from, to, today).await?;
    sqlx::query(
        "update absence set stand_in_id = $1, first_day = case when first_day < $3 then $3 else first_day end
         where stand_in_id = $2 and last_day >= $3 and staff_id <> $1
           and staff_id in (select id from person where kind = 'staff' and ended_at is null)",
    )
    .bind(to.to_string())
    .bind(from.to_string())
    .bind(today.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Chooses another stand-in for days away that are not over. The days up to this one remain those of the one who was before.
pub async fn update_own_stand_in(change: &mut Change, write: &AbsenceWrite, absence: &Absence, to: PersonId) -> Result<()> {
    let now = change.now();
    let today = find_day(change, absence.staff, now).await?;
    if absence.last_day < today || absence.stand_in == to {
        return Ok(());
    }
    if absence.first_day <= today {
        past::insert(change, write, absence, today).await?;
    }
    sqlx::query(
        "update absence set stand_in_id = $1, first_day = case when first_day < $3 then $3 else first_day end
         where id = $2 and staff_id = $4",
    )
    .bind(to.to_string())
    .bind(absence.id.to_string())
    .bind(today.to_string())
    .bind(write.whose().to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Takes days away back that are not over where the one away lives. Those that somebody stood in on are noted.
pub async fn remove(change: &mut Change, write: &AbsenceWrite, absence: &Absence) -> Result<()> {
    let now = change.now();
    let today = find_day(change, absence.staff, now).await?;
    if absence.last_day < today {
        return Ok(());
    }
    if absence.first_day <= today {
        past::insert(change, write, absence, today).await?;
    }
    answer::remove(change, write, absence.id).await?;
    sqlx::query("delete from absence where id = $1 and staff_id = $2")
        .bind(absence.id.to_string())
        .bind(write.whose().to_string())
        .execute(write.on(change)?)
        .await?;
    Ok(())
}
