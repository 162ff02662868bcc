//! Who has had a customer, or one of its projects, and when.

use super::{ResponsibleView, find, matter_of};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::{access_to, day_in},
    view_cache::Moment,
};
use coplan_domain::{
    id::{CustomerId, PersonId, ProjectId},
    person::{Absence, StaffPerson},
    stand_in,
};
use coplan_store::{
    absence,
    access::Actor,
    person::{self, InCharge},
    project, responsibility,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// Who had it from when until when; the last one has it still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Who.
    pub staff: PersonId,
    /// The name.
    pub name: String,
    /// From when.
    pub from: Timestamp,
    /// Until when; none for the one who has it.
    pub until: Option<Timestamp>,
    /// Who stood in meanwhile, oldest first.
    pub stand_ins: Vec<StandInTime>,
}

/// Days on which somebody stood in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandInTime {
    /// The name.
    pub name: String,
    /// The first day.
    pub first_day: Date,
    /// The last day; none where it goes on.
    pub last_day: Option<Date>,
}

/// Who has had the customer, or one of its projects; a project without its own people has no history of its own.
#[derive(Debug, Clone)]
pub struct ResponsibleHistory {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// What the matter is called: the customer's name, or the project's.
    pub matter: String,
    /// Who has it now.
    pub now: ResponsibleView,
    /// Everybody who had it, oldest first, without gaps.
    pub held: Vec<Assignment>,
    /// For the supplier's people who may hand it over.
    pub hand_over: Option<HandOverChoice>,
}

/// What the form for handing over needs.
#[derive(Debug, Clone)]
pub struct HandOverChoice {
    /// Who is responsible now, whoever stands in.
    pub from: PersonId,
    /// Everybody who could have it, by name.
    pub colleagues: Vec<StaffPerson>,
}

/// Shows who has had the customer, or one of its projects.
pub async fn history(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    project: Option<ProjectId>,
) -> Result<ResponsibleHistory, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let matter = matter_of(&mut conn, access.plan, project).await?.ok_or(Error::NotFound)?;
    let Moment { now, today } = portal.moment(actor);
    let points = responsibility::list(&mut conn, access.plan, matter.id).await?;
    let ends = points.iter().skip(1).map(|point| Some(point.since)).chain([None]).collect::<Vec<_>>();
    let held = points.into_iter().zip(ends);
    let shown = find(portal, &mut conn, &access, matter.id, Moment { now, today }).await?;
    let absences = absence::list_history(&mut conn, access.plan, matter.id, today).await?;
    let zone = actor.entered().time_zone();
    let stood_in = StoodIn { absences, zone, today, on_duty: shown.person };
    let held = held.map(|(point, until)| Assignment {
        stand_ins: stood_in.during(point.staff, point.since, until),
        staff: point.staff,
        name: point.name,
        from: point.since,
        until,
    });
    let held = held.collect();
    let hand_over = match actor.staff().filter(|staff| staff.keeps_plans()) {
        None => None,
        Some(staff) => {
            let from = responsibility::find(&mut conn, access.plan, matter.id).await?.ok_or(Error::NotFound)?;
            Some(HandOverChoice {
                from,
                colleagues: person::list_in_charge(&mut conn, staff, InCharge::Customer(customer)).await?,
            })
        }
    };
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let matter = match project {
        Some(project) => project::find(&mut conn, access.plan, project).await?.ok_or(Error::NotFound)?.name,
        None => layout.name.clone(),
    };
    Ok(ResponsibleHistory { layout, matter, now: shown, held, hand_over })
}

/// What it takes to tell who stood in for somebody at a time.
struct StoodIn<'a> {
    /// Each with the stand-in's name.
    absences: Vec<(Absence, String)>,
    /// The reader's time zone.
    zone: &'a str,
    /// The reader's day.
    today: Date,
    /// Who is on duty now.
    on_duty: PersonId,
}

impl StoodIn<'_> {
    fn during(&self, staff: PersonId, from: Timestamp, until: Option<Timestamp>) -> Vec<StandInTime> {
        let absences = self.absences.iter().map(|(absence, _)| absence.clone()).collect::<Vec<_>>();
        let last_day = until.map_or(self.today, |until| day_in(until, self.zone));
        let name = |id: PersonId| self.absences.iter().find(|(absence, _)| absence.stand_in == id).map(|(_, name)| name.clone());
        let days = stand_in::stood_in(staff, day_in(from, self.zone), last_day, &absences).into_iter();
        days.map(|days| {
            let goes_on = until.is_none() && days.last_day == self.today && days.person == self.on_duty;
            let last_day = (!goes_on).then_some(days.last_day);
            StandInTime { name: name(days.person).unwrap_or_default(), first_day: days.first_day, last_day }
        })
        .collect()
    }
}
