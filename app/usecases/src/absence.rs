//! Days that staff is away, each with a stand-in: planned by whoever goes, or by an admin.

mod answer;
mod form;

pub use answer::{OtherStandInForm, StandInAnswerForm, answer, choose_another, find_asked, mail_of};
pub use coplan_store::absence::Asked;
pub use form::AbsenceForm;

use crate::{
    Error, Portal,
    form::{Problem, Problems},
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    person::{Absence, StaffRole},
    stand_in::StandInAnswer,
};
use coplan_store::{
    absence,
    access::{AbsenceWrite, Actor, Staff},
    person::{self, InCharge},
};
use jiff::civil::Date;

/// An absence with the stand-in's name.
#[derive(Debug, Clone)]
pub struct AbsenceView {
    /// The absence.
    pub absence: Absence,
    /// The stand-in's name.
    pub stand_in: String,
    /// What the stand-in said, and why not; none where it has not answered.
    pub answer: Option<(StandInAnswer, String)>,
}

/// Whoever may plan these days, as it is known when the request begins; planning proves it again.
fn planner(actor: &Actor, whose: PersonId) -> Result<&Staff, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    if actor.person() == whose || staff.role() == StaffRole::Admin { Ok(staff) } else { Err(Error::NotResponsible) }
}

/// Absences of a staff person that are not over, first days first.
pub async fn list(portal: &Portal, actor: &Actor, whose: PersonId) -> Result<Vec<AbsenceView>, Error> {
    let staff = planner(actor, whose)?;
    let mut conn = portal.db.read().await?;
    let found = absence::list(&mut conn, staff, whose, portal.today(actor)).await?;
    let mut answers = absence::list_answers(&mut conn, staff, whose, portal.today(actor)).await?;
    let view = |(absence, stand_in): (Absence, String)| {
        let answered = answers.iter_mut().find(|asked| asked.absence.id == absence.id);
        AbsenceView { answer: answered.and_then(|asked| asked.answer.take()), absence, stand_in }
    };
    Ok(found.into_iter().map(view).collect())
}

/// Plans days away; planned before with the same form, they are there already.
pub async fn plan(portal: &Portal, actor: &Actor, whose: PersonId, form: &AbsenceForm) -> Result<(), Error> {
    let mut problems = Problems::default();
    let first_day: Option<Date> = problems.read("first_day", &form.first_day);
    let last_day = problems.read("last_day", &form.last_day);
    if first_day.zip(last_day).is_some_and(|(first, last)| last < first) {
        problems.add("last_day", Problem::EndsBeforeStart);
    }
    let stand_in = problems.read::<PersonId>("stand_in", &form.stand_in);
    let mut change = portal.change().await?;
    let write = AbsenceWrite::prove(&mut change, actor, whose, stand_in).await?;
    if let Some(known) = absence::find(&mut change, write.staff(), form.id).await? {
        return if known.staff == whose { Ok(()) } else { Err(Error::NotFound) };
    }
    person::find_staff(&mut change, whose).await?.ok_or(Error::NotFound)?;
    if let Some(stand_in) = stand_in
        && (stand_in == whose || person::find_in_charge(&mut change, stand_in, InCharge::InsteadOf(whose)).await?.is_none())
    {
        problems.add("stand_in", Problem::NotOneOf);
    }
    if let Some((first, last)) = first_day.zip(last_day) {
        let others = absence::list(&mut change, write.staff(), whose, first).await?;
        if others.iter().any(|(other, _)| other.first_day <= last) {
            problems.add("first_day", Problem::Overlaps);
        }
    }
    let read = first_day.zip(last_day).zip(stand_in);
    let ((first_day, last_day), stand_in) = problems.finish(read)?;
    let absence = Absence { id: form.id, staff: whose, first_day, last_day, stand_in };
    if !absence::insert(&mut change, &write, &absence).await? {
        // The id of somebody else's days.
        return Err(Error::NotFound);
    }
    answer::ask(&mut change, actor, absence.id, absence.stand_in).await?;
    Ok(portal.commit(change).await?)
}

/// Takes planned days away back; taken back before, they stay so.
pub async fn cancel(portal: &Portal, actor: &Actor, whose: PersonId, id: AbsenceId) -> Result<(), Error> {
    let mut change = portal.change().await?;
    let write = AbsenceWrite::prove(&mut change, actor, whose, None).await?;
    match absence::find(&mut change, write.staff(), id).await? {
        Some(known) if known.staff == whose => {
            absence::remove(&mut change, &write, &known).await?;
            Ok(portal.commit(change).await?)
        }
        Some(_) => Err(Error::NotFound),
        None => Ok(()),
    }
}
