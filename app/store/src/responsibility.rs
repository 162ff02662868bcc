//! Who has a matter, as change points: what holds at a moment is the last point before it, so no gap and no
//! overlap can be written.

use crate::{
    Change, Conn, Result,
    access::{PlanScope, Staff},
    row::Columns,
};
use coplan_domain::{
    customer::ResponsibilityPoint,
    id::{CustomerId, PersonId},
};
use jiff::{Timestamp, civil::Date};
use sqlx::any::AnyRow;

/// From now on this staff person has the matter (the customer itself, or one of its projects).
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn insert(change: &mut Change, by: &Staff, customer: CustomerId, matter: ulid::Ulid, staff: PersonId) -> Result<()> {
    let now = change.now();
    sqlx::query(
        "insert into responsibility (matter_id, since, customer_id, staff_id, set_by) values ($1, $2, $3, $4, $5)
         on conflict (matter_id, since) do update set staff_id = $4, set_by = $5",
    )
    .bind(matter.to_string())
    .bind(now.as_millisecond())
    .bind(customer.to_string())
    .bind(staff.to_string())
    .bind(by.entered().person().to_string())
    .execute(&mut **change)
    .await?;
    change.touch(customer);
    Ok(())
}

/// Who has had the matter, oldest first.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn list(conn: &mut Conn, scope: PlanScope, matter: ulid::Ulid) -> Result<Vec<ResponsibilityPoint>> {
    let rows = sqlx::query(
        "select r.since, r.staff_id, p.name from responsibility r join person p on p.id = r.staff_id
         where r.customer_id = $1 and r.matter_id = $2 order by r.since",
    )
    .bind(scope.customer().to_string())
    .bind(matter.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<ResponsibilityPoint> {
    Ok(ResponsibilityPoint { since: row.time("since")?, staff: row.parse("staff_id")?, name: row.text("name")? })
}

/// Who has the matter at a moment; the customer's own person where the matter has none of its own.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn find_at(conn: &mut Conn, scope: PlanScope, matter: ulid::Ulid, at: Timestamp) -> Result<Option<PersonId>> {
    let row = sqlx::query(
        "select staff_id from responsibility
         where customer_id = $1 and matter_id in ($1, $2) and since <= $3
         order by case when matter_id = $2 then 0 else 1 end, since desc limit 1",
    )
    .bind(scope.customer().to_string())
    .bind(matter.to_string())
    .bind(at.as_millisecond())
    .fetch_optional(conn)
    .await?;
    row.map(|row| row.parse("staff_id")).transpose()
}

/// An absence as it is shown beside the responsible person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// The first day away.
    pub first_day: Date,
    /// The last day away.
    pub last_day: Date,
    /// Who has the matters meanwhile.
    pub stand_in: PersonId,
    /// The stand-in's name.
    pub stand_in_name: String,
}

/// The absence of a staff person that is on or comes next, seen from this day.
///
/// # Errors
/// [`crate::StoreError`] where the database cannot be read.
pub async fn find_away(conn: &mut Conn, staff: PersonId, today: Date) -> Result<Option<Away>> {
    let row = sqlx::query(
        "select a.first_day, a.last_day, a.stand_in_id, p.name from absence a join person p on p.id = a.stand_in_id
         where a.staff_id = $1 and a.last_day >= $2 order by a.first_day, a.id limit 1",
    )
    .bind(staff.to_string())
    .bind(today.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(Away {
            first_day: row.parse("first_day")?,
            last_day: row.parse("last_day")?,
            stand_in: row.parse("stand_in_id")?,
            stand_in_name: row.text("name")?,
        })
    })
    .transpose()
}

/// Keeps days away with a stand-in.
///
/// # Errors
/// [`crate::StoreError`] where it cannot be written.
pub async fn insert_away(
    change: &mut Change,
    staff: PersonId,
    first_day: Date,
    last_day: Date,
    stand_in: PersonId,
) -> Result<()> {
    let id = change.id::<coplan_domain::id::AbsenceId>();
    sqlx::query("insert into absence (id, staff_id, first_day, last_day, stand_in_id) values ($1, $2, $3, $4, $5)")
        .bind(id.to_string())
        .bind(staff.to_string())
        .bind(first_day.to_string())
        .bind(last_day.to_string())
        .bind(stand_in.to_string())
        .execute(&mut **change)
        .await?;
    Ok(())
}
