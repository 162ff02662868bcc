//! Who may change a customer's plan: admins and key account managers anywhere, specialists where they are responsible.

use crate::{
    Conn, Result, StoreError, absence,
    access::{PlanScope, Staff},
    responsibility,
    row::Columns,
};
use coplan_domain::{id::PersonId, id::ProjectId, person::Absence, stand_in::on_duty};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// Whether one of the supplier's people may change one project, or the plan as a whole: admins and managers anywhere;
/// specialists where they are responsible at this moment, as themselves or as stand-ins.
pub async fn may_write(
    conn: &mut Conn,
    staff: &Staff,
    scope: PlanScope,
    project: Option<ProjectId>,
    now: Timestamp,
) -> Result<bool> {
    if staff.keeps_plans() || staff.only_reads() {
        return Ok(staff.keeps_plans());
    }
    let me = staff.entered().person();
    for matter in project.map(|id| id.0).into_iter().chain([scope.customer().0]) {
        let Some(owner) = responsibility::find(conn, scope, matter).await? else { continue };
        if owner == me || on_duty_at(conn, owner, now).await? == me {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The first day that it can be anywhere while it is this moment: 12 hours behind UTC.
const LATEST_ZONE: SignedDuration = SignedDuration::from_hours(12);

/// Who has at a moment what `owner` is responsible for. An absence lasts by the days of the one who is away: a stand-in
/// who says that it lives elsewhere has it no longer for that.
pub(super) async fn on_duty_at(conn: &mut Conn, owner: PersonId, now: Timestamp) -> Result<PersonId> {
    let earliest = day_in(now - LATEST_ZONE, "UTC");
    let mut present = Vec::new();
    for absence in absence::list_chain(conn, owner, earliest).await? {
        let day = find_day(conn, absence.staff, now).await?;
        if absence.first_day <= day && day <= absence.last_day {
            // Each is on by its own person's days; one day for all of them is then as good as another.
            present.push(Absence { first_day: earliest, last_day: earliest, ..absence });
        }
    }
    Ok(on_duty(owner, earliest, &present))
}

/// What day it is at a moment where one of the supplier's people lives.
pub(crate) async fn find_day(conn: &mut Conn, staff: PersonId, now: Timestamp) -> Result<Date> {
    let row = sqlx::query("select time_zone from person where id = $1").bind(staff.to_string()).fetch_one(conn).await;
    Ok(day_in(now, &row.map_err(StoreError::from)?.text("time_zone")?))
}

fn day_in(at: Timestamp, time_zone: &str) -> Date {
    at.to_zoned(TimeZone::get(time_zone).unwrap_or(TimeZone::UTC)).date()
}
