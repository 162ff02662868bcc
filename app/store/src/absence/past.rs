//! Days that somebody did stand in, whatever became of the absence afterwards.

use crate::{
    Change, Conn, Result,
    access::{AbsenceWrite, Admin, PlanScope, WriteProof},
    row::Columns,
};
use coplan_domain::{id::PersonId, person::Absence};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use ulid::Ulid;

/// The absences that began by this day, of everybody who has had the matter, of their stand-ins, and so on, each with the
/// stand-in's name; first those that were left as they were planned. A stand-in's days end when it leaves.
pub async fn list_history(conn: &mut Conn, scope: PlanScope, matter: Ulid, today: Date) -> Result<Vec<(Absence, String)>> {
    // `union` without `all` takes everybody once, so a circle of stand-ins comes to an end.
    let rows = sqlx::query(
        "with recursive days (id, staff_id, first_day, last_day, stand_in_id, place) as (
           select id, staff_id, first_day, last_day, stand_in_id, 0 from absence where first_day <= $3
           union all
           select absence_id, staff_id, first_day, last_day, stand_in_id, 1 from past_absence where first_day <= $3
         ), asked (staff_id) as (
           select r.staff_id from responsibility r where r.customer_id = $1 and r.matter_id = $2
           union
           select d.stand_in_id from days d join asked on d.staff_id = asked.staff_id
         )
         select d.id, d.staff_id, d.first_day, d.last_day, d.stand_in_id, p.name, p.ended_at
         from days d join asked on d.staff_id = asked.staff_id join person p on p.id = d.stand_in_id
         order by d.place, d.first_day, d.id",
    )
    .bind(scope.customer().to_string())
    .bind(matter.to_string())
    .bind(today.to_string())
    .fetch_all(conn)
    .await?;
    let mut found = Vec::new();
    for row in &rows {
        let mut absence = super::read(row)?;
        if let Some(left) = row.maybe_time("ended_at")? {
            absence.last_day = absence.last_day.min(day_of(left));
        }
        if absence.first_day <= absence.last_day {
            found.push((absence, row.text("name")?));
        }
    }
    Ok(found)
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Notes that somebody stood in from the first of the days up to this one.
pub(super) async fn insert(change: &mut Change, write: &AbsenceWrite, absence: &Absence, until: Date) -> Result<()> {
    sqlx::query(
        "insert into past_absence (absence_id, staff_id, first_day, last_day, stand_in_id) values ($1, $2, $3, $4, $5)
         on conflict (absence_id, stand_in_id, first_day) do nothing",
    )
    .bind(absence.id.to_string())
    .bind(write.whose().to_string())
    .bind(absence.first_day.to_string())
    .bind(until.to_string())
    .bind(absence.stand_in.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}

/// Notes the days up to this one of all absences that another stands in for from then on.
pub(super) async fn insert_of_stand_in(
    change: &mut Change,
    write: &Admin,
    from: PersonId,
    to: PersonId,
    today: Date,
) -> Result<()> {
    sqlx::query(
        "insert into past_absence (absence_id, staff_id, first_day, last_day, stand_in_id)
         select id, staff_id, first_day, $3, stand_in_id from absence
         where stand_in_id = $2 and first_day <= $3 and last_day >= $3 and staff_id <> $1
           and staff_id in (select id from person where kind = 'staff' and ended_at is null)
         on conflict (absence_id, stand_in_id, first_day) do nothing",
    )
    .bind(to.to_string())
    .bind(from.to_string())
    .bind(today.to_string())
    .execute(write.on(change)?)
    .await?;
    Ok(())
}
