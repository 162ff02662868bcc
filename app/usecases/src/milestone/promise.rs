//! Promising another day for a milestone, with the reason; the earlier days stay readable.

use super::{
    form::{PromiseForm, ReadPromise},
    stale, write_of,
};
use crate::{
    Error, Portal,
    form::{FieldProblem, Parse, Problem, far_day},
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

/// Promises another day. The same day with the same reason was kept by the first click; the same day with
/// another reason is told back. What else of the milestone others have changed since does not matter.
///
/// # Errors
/// [`Error`]; `Stale` with the milestone as it stands now.
pub async fn move_promise(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: MilestoneId,
    form: &PromiseForm,
) -> Result<ProjectId, Error<Milestone>> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, project, milestone) = write_of(&mut change, actor, customer, id).await?;
    let ReadPromise { promised_on: day, reason } = read?;
    if milestone.promises.last().is_some_and(|last| last.day == day && last.reason == reason.as_str()) {
        return Ok(project.id);
    }
    // Somebody else's new date comes first: what is wrong with mine depends on it.
    merge::merged(form, &PromiseForm::of(&milestone)).ok_or_else(|| Error::stale(milestone.clone()))?;
    let doubt = || far_day(day, portal.today(actor)).filter(|_| !form.confirmed);
    if let Some(problem) = problem_with(&milestone, day).or_else(doubt) {
        return Err(Error::Invalid(vec![FieldProblem { field: "promised_on", problem }]));
    }
    if !milestone::update_promise(&mut change, &write, id, milestone.version, day, reason.as_str()).await? {
        return Err(stale(&mut change, write, id).await);
    }
    let object = (ObjectKind::Milestone, id.0);
    record(&mut change, &write, EventKind::PromiseMoved, object, &milestone.name, audience(&project)).await?;
    portal.commit(change).await?;
    Ok(project.id)
}

fn problem_with(milestone: &Milestone, day: Date) -> Option<Problem> {
    if milestone.reached_on.is_some() {
        Some(Problem::Reached)
    } else if milestone.promised_on() == Some(day) {
        Some(Problem::SameDay)
    } else {
        None
    }
}
