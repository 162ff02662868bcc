//! How often a status is said anew: the rhythm that the supplier sets, and reminders that can be put off.

use crate::{
    Error, Portal,
    form::{Choice, FromField, Parse, Problem, form, listed},
    portal::access_to,
};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_store::{
    access::{Actor, ProjectWrite, TemplateWrite, may_write},
    status_rhythm,
};
use jiff::ToSpan;

pub use coplan_domain::status_rhythm::Reminder;
pub use coplan_store::status_rhythm::OldReport;

/// For how many days a reminder is put off.
const OFF: i64 = 7;

const RHYTHMS: &[Choice] = &[
    Choice::new("never", "status-rhythm-never"),
    Choice::new("7", "status-rhythm-7"),
    Choice::new("14", "status-rhythm-14"),
    Choice::new("30", "status-rhythm-30"),
    Choice::new("60", "status-rhythm-60"),
];

/// After how many days; none for no rhythm.
pub struct Rhythm(Option<i64>);

impl FromField for Rhythm {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        match typed.as_str() {
            "never" => Ok(Self(None)),
            days if RHYTHMS.iter().any(|choice| choice.value == days) => Ok(Self(days.parse().ok())),
            _ => Err(Problem::NotOneOf),
        }
    }
}

form! {
    /// How often a status is said anew.
    ReadRhythm {
        /// After how many days.
        every: Rhythm = listed("status-rhythm-every", RHYTHMS).hint("status-rhythm-hint"),
    }

    /// How often a status is said anew, as it was chosen.
    plain StatusRhythmForm {}
}

/// The rhythm, as its form is drawn, for those who keep plans.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<StatusRhythmForm, Error> {
    let staff = actor.staff().filter(|staff| staff.sets_for_all()).ok_or(Error::NotFound)?;
    let every = status_rhythm::find(&mut *portal.db.read().await?, staff).await?;
    Ok(StatusRhythmForm { every: every.map_or_else(|| "never".to_owned(), |days| days.to_string()) })
}

/// Sets the rhythm.
pub async fn set(portal: &Portal, actor: &Actor, form: &StatusRhythmForm) -> Result<(), Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let write = TemplateWrite::prove(&mut change, actor).await?;
    if !write.staff().sets_for_all() {
        return Err(Error::NotFound);
    }
    status_rhythm::update(&mut change, &write, read?.every.0).await?;
    Ok(portal.commit(change).await?)
}

/// Why the status of a project is to be said anew, for those of the supplier's people who may; none for everybody else.
pub async fn remind(portal: &Portal, actor: &Actor, customer: CustomerId, project: ProjectId) -> Result<Option<Reminder>, Error> {
    let Some(staff) = actor.staff() else { return Ok(None) };
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let (today, now) = (portal.today(actor), portal.clock.now());
    if !may_write(&mut conn, staff, access.plan, Some(project), now).await? {
        return Ok(None);
    }
    let every = status_rhythm::find(&mut conn, staff).await?;
    let known = status_rhythm::find_reported(&mut conn, access.plan, project, today).await?;
    Ok(known.and_then(|known| known.reminder(every, (today, now))))
}

/// Puts the reminder off for a week, from today; put off before, it is as long from now.
pub async fn put_off(portal: &Portal, actor: &Actor, customer: CustomerId, project: ProjectId) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let (write, _) = ProjectWrite::prove(&mut change, actor, customer, project).await?;
    status_rhythm::update_off(&mut change, &write, portal.today(actor).saturating_add(OFF.days())).await?;
    Ok(portal.commit(change).await?)
}
