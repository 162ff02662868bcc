//! Goals as effects in the customer's business: proposed by either side, agreed to by both, measured and looked at together.

mod form;
mod propose;
mod reading;
mod show;

pub use form::{ChangeGoalForm, DisputeForm, EndGoalForm, ProposeForm, ReadingForm};
pub use propose::{approve, change, end, propose, resume};
pub use reading::{confirm, dispute, record, remove_reading};
pub use show::{GoalList, GoalView, list, show, show_reading};

pub use coplan_store::goal::WaitingGoal;

use crate::Error;
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    goal::{Goal, GoalState},
    id::{CustomerId, GoalId},
    person::Scope,
};
use coplan_store::{
    Change, Result,
    access::{Actor, GoalWrite, hold},
    goal,
};

/// The right to write in the customer's goals, with one of them as it is.
async fn write_of<T>(
    change: &mut Change,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
) -> std::result::Result<(GoalWrite, Goal), Error<T>> {
    let held = hold(change, actor, customer).await?;
    let write = held.goal_write(change).await?;
    let found = goal::find(change, write.goals(), id).await?.ok_or(Error::NotFound)?;
    Ok((write, found))
}

async fn tell(change: &mut Change, write: &GoalWrite, kind: EventKind, id: GoalId, title: &str) -> Result<()> {
    let told = Audience::Scope(Scope::Goals);
    crate::record::record(change, write, kind, (ObjectKind::Goal, id.0), title, told).await
}

/// Says anew whether a goal is off its path, behind a change of what it says or of what was measured.
async fn settle(change: &mut Change, write: &GoalWrite, id: GoalId) -> Result<()> {
    let Some(found) = goal::find(change, write.goals(), id).await? else { return Ok(()) };
    let is_off = |(day, value): &(_, coplan_domain::exact::Exact)| found.now.terms.is_off(found.begun_on, *day, value.value());
    let is_off = found.state() == GoalState::Agreed && found.last.as_ref().is_some_and(is_off);
    goal::set_off(change, write, id, is_off).await
}
