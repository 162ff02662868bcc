//! Days that staff is away, each with a stand-in: planned by whoever goes, or by an admin.

mod form;

pub use form::AbsenceForm;

use crate::{
    Portal,
    edit::{AccessError, AddError},
    form::{Problem, Problems},
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    person::{Absence, StaffRole},
};
use coplan_store::{
    absence,
    access::{Actor, Staff},
    person, staff,
};
use jiff::civil::Date;

/// An absence with the stand-in's name.
#[derive(Debug, Clone)]
pub struct AbsenceView {
    /// The absence.
    pub absence: Absence,
    /// The stand-in's name.
    pub stand_in: String,
}

fn planner(actor: &Actor, whose: PersonId) -> Result<&Staff, AccessError> {
    let staff = actor.staff().ok_or(AccessError::NotFound)?;
    if actor.person() == whose || staff.role() == StaffRole::Admin { Ok(staff) } else { Err(AccessError::NotResponsible) }
}

/// Absences of a staff person that are not over, first days first.
///
/// # Errors
/// [`AccessError`].
pub async fn list(portal: &Portal, actor: &Actor, whose: PersonId) -> Result<Vec<AbsenceView>, AccessError> {
    let staff = planner(actor, whose)?;
    let mut conn = portal.db.read().await?;
    let found = absence::list(&mut conn, staff, whose, portal.today(actor)).await?;
    Ok(found.into_iter().map(|(absence, stand_in)| AbsenceView { absence, stand_in }).collect())
}

/// Plans days away; planned before with the same form, they are there already.
///
/// # Errors
/// [`AddError`].
pub async fn plan(portal: &Portal, actor: &Actor, whose: PersonId, form: &AbsenceForm) -> Result<(), AddError> {
    let by = planner(actor, whose)?;
    let mut problems = Problems::default();
    let first_day: Option<Date> = problems.read("first_day", &form.first_day);
    let last_day = problems.read("last_day", &form.last_day);
    if first_day.zip(last_day).is_some_and(|(first, last)| last < first) {
        problems.add("last_day", Problem::EndsBeforeStart);
    }
    let stand_in = problems.read::<PersonId>("stand_in", &form.stand_in);
    let mut change = portal.change().await?;
    // Neither of them leaves, and nothing else is planned for the one who goes, until these days are kept.
    staff::lock(&mut change, stand_in.into_iter().chain([whose])).await?;
    if let Some(known) = absence::find(&mut change, by, form.id).await? {
        return if known.staff == whose { Ok(()) } else { Err(AddError::NotFound) };
    }
    person::find_staff(&mut change, whose).await?.ok_or(AddError::NotFound)?;
    if let Some(stand_in) = stand_in
        && (stand_in == whose || person::find_staff(&mut change, stand_in).await?.is_none())
    {
        problems.add("stand_in", Problem::NotOneOf);
    }
    if let Some((first, last)) = first_day.zip(last_day) {
        let others = absence::list(&mut change, by, whose, first).await?;
        if others.iter().any(|(other, _)| other.first_day <= last) {
            problems.add("first_day", Problem::Overlaps);
        }
    }
    let read = first_day.zip(last_day).zip(stand_in);
    let ((first_day, last_day), stand_in) = problems.finish(read)?;
    let absence = Absence { id: form.id, staff: whose, first_day, last_day, stand_in };
    if !absence::insert(&mut change, by, &absence).await? {
        // The id of somebody else's days.
        return Err(AddError::NotFound);
    }
    Ok(portal.commit(change).await?)
}

/// Takes planned days away back; taken back before, they stay so.
///
/// # Errors
/// [`AccessError`].
pub async fn cancel(portal: &Portal, actor: &Actor, whose: PersonId, id: AbsenceId) -> Result<(), AccessError> {
    let staff = planner(actor, whose)?;
    let mut change = portal.change().await?;
    match absence::find(&mut change, staff, id).await? {
        Some(known) if known.staff == whose => {
            absence::remove(&mut change, staff, &known).await?;
            Ok(portal.commit(change).await?)
        }
        Some(_) => Err(AccessError::NotFound),
        None => Ok(()),
    }
}
