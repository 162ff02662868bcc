//! Saying that a milestone is reached, or that it is not after all.

use super::{ReachForm, stale, write_of};
use crate::{
    Error, Portal,
    form::{Parse, Problem, Problems},
    merge,
    record::{audience, record},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_store::{access::Actor, milestone};
use jiff::civil::Date;

/// Says on which day a milestone was reached. The same day again changes nothing.
///
/// # Errors
/// [`Error`]; `Stale` with the milestone as it stands now.
pub async fn reach(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
) -> Result<ProjectId, Error<Milestone>> {
    let mut problems = Problems::default();
    let day = form.read(&mut problems).map(|read| read.reached_on);
    if day.is_some_and(|day| day > portal.today(actor)) {
        problems.add("reached_on", Problem::InFuture);
    }
    let read = problems.finish(day).map(Some).map_err(Error::Invalid);
    set_reached(portal, actor, customer, id, form, read).await
}

/// Says that a milestone is not reached after all. The form's day does not matter.
///
/// # Errors
/// [`Error`]; `Stale` with the milestone as it stands now.
pub async fn not_reached(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
) -> Result<ProjectId, Error<Milestone>> {
    let form = ReachForm { reached_on: String::new(), ..form.clone() };
    set_reached(portal, actor, customer, id, &form, Ok(None)).await
}

async fn set_reached(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
    read: Result<Option<Date>, Error<Milestone>>,
) -> Result<ProjectId, Error<Milestone>> {
    let mut change = portal.change_touched().await?;
    let (write, project, milestone) = write_of(&mut change, actor, customer, id).await?;
    let day = read?;
    if milestone.reached_on == day {
        return Ok(project.id);
    }
    let theirs = ReachForm::of(&milestone);
    let merged = merge::merged(form, &theirs).ok_or_else(|| Error::stale(milestone.clone()))?;
    // Left as it was while somebody else said otherwise.
    if merged.reached_on == theirs.reached_on {
        return Ok(project.id);
    }
    if !milestone::update_reached(&mut change, &write, id, milestone.version, day).await? {
        return Err(stale(&mut change, write, id).await);
    }
    let kind = if day.is_some() { EventKind::MilestoneReached } else { EventKind::MilestoneNotReached };
    record(&mut change, &write, kind, (ObjectKind::Milestone, id.0), &milestone.name, audience(&project)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
