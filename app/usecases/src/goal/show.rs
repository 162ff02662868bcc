//! The goals of a customer, and one of them with what was measured and who agreed to what.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    goal::{Goal, GoalApproval, GoalRevision, Reading},
    id::{CustomerId, GoalId, ReadingId},
    person::Side,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, GoalsScope, may_write},
    goal::{self, WaitingGoal},
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// The most goals that are listed.
const MOST: i64 = 200;
/// The most readings of one goal that are shown, the newest ones.
const MOST_READINGS: i64 = 500;

/// The goals of a customer.
#[derive(Debug, Clone)]
pub struct GoalList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Those on which the reader's side has something to do, the longest wait first.
    pub waiting: Vec<WaitingGoal>,
    /// All of them: those that go on by their days, then those that ended.
    pub goals: Vec<Goal>,
    /// Whether the reader may propose one.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

/// A goal as either side sees it.
#[derive(Debug, Clone)]
pub struct GoalView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The goal.
    pub goal: Goal,
    /// What was measured, in the order of its days.
    pub readings: Vec<Reading>,
    /// Every revision, the newest first.
    pub revisions: Vec<GoalRevision>,
    /// Who agreed to which of them.
    pub approvals: Vec<GoalApproval>,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may write in it for its side.
    pub may_write: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment.
    pub now: Timestamp,
}

async fn reader(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<(Access, GoalsScope), Error> {
    let access = access_to(conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let goals = access.goals.ok_or(Error::NotFound)?;
    Ok((access, goals))
}

async fn writes(portal: &Portal, conn: &mut Conn, actor: &Actor, access: &Access) -> Result<bool, Error> {
    match actor.staff() {
        Some(staff) => Ok(may_write(conn, staff, access.plan, None, portal.clock.now()).await?),
        None => Ok(true),
    }
}

/// Lists a customer's goals.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<GoalList, Error> {
    let mut conn = portal.db.read().await?;
    let (access, goals) = reader(&mut conn, actor, customer).await?;
    let today = portal.today(actor);
    Ok(GoalList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        waiting: goal::list_waiting(&mut conn, goals, today).await?,
        goals: goal::list(&mut conn, goals, MOST).await?,
        may_write: writes(portal, &mut conn, actor, &access).await?,
        today,
        now: portal.clock.now(),
    })
}

/// Shows a goal.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: GoalId) -> Result<GoalView, Error> {
    let mut conn = portal.db.read().await?;
    let (access, goals) = reader(&mut conn, actor, customer).await?;
    let found = goal::find(&mut conn, goals, id).await?.ok_or(Error::NotFound)?;
    Ok(GoalView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        readings: goal::list_readings(&mut conn, goals, id, MOST_READINGS).await?,
        revisions: goal::list_revisions(&mut conn, goals, id).await?,
        approvals: goal::list_approvals(&mut conn, goals, id).await?,
        goal: found,
        side: actor.side(),
        may_write: writes(portal, &mut conn, actor, &access).await?,
        today: portal.today(actor),
        now: portal.clock.now(),
    })
}

/// One reading of the other side that is not answered, with its goal, for whoever may answer it.
pub async fn show_reading(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
    reading: ReadingId,
) -> Result<(GoalView, Reading), Error> {
    let view = show(portal, actor, customer, id).await?;
    let known = view.readings.iter().find(|it| it.id == reading && it.side != view.side).cloned().ok_or(Error::NotFound)?;
    if view.may_write { Ok((view, known)) } else { Err(Error::NotResponsible) }
}
