//! Saying that a milestone is reached, or that it is not after all.

use super::{ReachForm, stale, writer_of};
use crate::{
    Portal,
    edit::{EditError, audience},
    form::{Parse, Problem, Problems},
    merge,
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
/// [`EditError`]; `Stale` with the milestone as it stands now.
pub async fn reach(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
) -> Result<ProjectId, EditError<Milestone>> {
    let mut problems = Problems::default();
    let day = form.read(&mut problems).map(|read| read.reached_on);
    if day.is_some_and(|day| day > portal.today(actor)) {
        problems.add("reached_on", Problem::InFuture);
    }
    let read = problems.finish(day).map(Some).map_err(EditError::Invalid);
    set_reached(portal, actor, customer, id, form, read).await
}

/// Says that a milestone is not reached after all. The form's day does not matter.
///
/// # Errors
/// [`EditError`]; `Stale` with the milestone as it stands now.
pub async fn not_reached(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
) -> Result<ProjectId, EditError<Milestone>> {
    let form = ReachForm { reached_on: String::new(), ..form.clone() };
    set_reached(portal, actor, customer, id, &form, Ok(None)).await
}

async fn set_reached(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &ReachForm,
    read: Result<Option<Date>, EditError<Milestone>>,
) -> Result<ProjectId, EditError<Milestone>> {
    let mut change = portal.change_touched().await?;
    let (writer, project, milestone) = writer_of(portal, &mut change, actor, customer, id).await?;
    let day = read?;
    if milestone.reached_on == day {
        return Ok(project.id);
    }
    let theirs = ReachForm::of(&milestone);
    let merged = merge::merged(form, &theirs).ok_or_else(|| EditError::Stale(Box::new(milestone.clone())))?;
    // Left as it was while somebody else said otherwise.
    if merged.reached_on == theirs.reached_on {
        return Ok(project.id);
    }
    if !milestone::update_reached(&mut change, writer.scope, id, milestone.version, day).await? {
        return Err(stale(&mut change, writer, id).await);
    }
    let kind = if day.is_some() { EventKind::MilestoneReached } else { EventKind::MilestoneNotReached };
    writer.record(&mut change, kind, (ObjectKind::Milestone, id.0), &milestone.name, audience(&project)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}
