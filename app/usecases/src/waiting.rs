//! What waits for one of the supplier's people, at all customers.

use crate::{
    Error, InternalError, Portal,
    goal::WaitingGoal,
    incoming_mail::{self, HeldMailLine},
    thread::{self, WaitingForStaff},
    truncate::truncate,
    undelivered::{self, UnreachedView},
};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    plan::TaskState,
};
use coplan_store::{
    access::Actor,
    goal, overdue,
    overdue::Overdue,
    room_waiting::{self, RoomItem},
    service_request::{self, WaitingRequest},
};
use jiff::{Timestamp, civil::Date};

/// The most that is told at once of each kind.
pub const MOST: usize = 100;
/// One more is read, so that it is known whether there are more.
const ONE_MORE: i64 = 101;

/// What waits for a staff person.
#[derive(Debug, Clone)]
pub struct WaitingView {
    /// Whom mail does not reach, the latest first.
    pub unreached: Vec<UnreachedView>,
    /// Whether the reader may keep members, and so help those.
    pub keeps_members: bool,
    /// Threads with the ball at the supplier, the longest wait first.
    pub threads: Vec<WaitingForStaff>,
    /// Emails that were not posted by themselves.
    pub mails: Vec<HeldMailLine>,
    /// Milestones whose promised day has passed, the oldest first.
    pub promises: Vec<OverdueView>,
    /// The supplier's tasks whose day has passed, the reader's own first, each the oldest first.
    pub tasks: Vec<OverdueView>,
    /// Goals on which the supplier has something to do, the longest wait first.
    pub goals: Vec<WaitingGoal>,
    /// What customers' people say of the work and what was promised about it, the longest wait first.
    pub rooms: Vec<RoomItem>,
    /// Requests that the supplier has to answer or to do, the longest wait first.
    pub requests: Vec<WaitingRequest>,
    /// Whether more waits of any kind than its first [`MOST`], which are told.
    pub has_more: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment, for telling how long something waits.
    pub now: Timestamp,
}

/// Something whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueView {
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// In which project.
    pub project: ProjectId,
    /// The project's name.
    pub project_name: String,
    /// What the milestone or the task is called.
    pub name: String,
    /// The day that has passed.
    pub day: Date,
    /// Since when a task waits or is worked on; none for a milestone.
    pub since: Option<(TaskState, Timestamp)>,
    /// Whether the reader has put its own name on it.
    pub mine: bool,
    /// Whom the reader stands in for, where the matter is not its own.
    pub instead_of: Option<String>,
}

/// Shows what waits for the actor, in what it has itself and in what it stands in for today; none for members.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<Option<WaitingView>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let mut threads = match thread::list_waiting_for_staff(portal, actor).await {
        Ok(threads) => threads,
        Err(Error::Internal(error)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let (now, today) = (portal.clock.now(), portal.today(actor));
    let mut conn = portal.db.read().await?;
    let mut promises = overdue::list_promises(&mut conn, reader, today, ONE_MORE).await?;
    let mut tasks = overdue::list_tasks(&mut conn, reader, today, ONE_MORE).await?;
    let mut goals = goal::list_waiting_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let mails = incoming_mail::list(&mut conn, reader, today).await?;
    let mut rooms = room_waiting::list_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let mut requests = service_request::list_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let unreached = undelivered::list_for_staff(portal, &mut conn, actor, reader).await?;
    let has_more = [
        truncate(&mut threads, MOST),
        truncate(&mut promises, MOST),
        truncate(&mut tasks, MOST),
        truncate(&mut goals, MOST),
        truncate(&mut rooms, MOST),
        truncate(&mut requests, MOST),
    ]
    .contains(&true);
    let views = |found: Vec<Overdue>| found.into_iter().map(|one| view(actor, one)).collect::<Vec<_>>();
    let mut tasks = views(tasks);
    tasks.sort_by_key(|task| !task.mine);
    Ok(Some(WaitingView {
        unreached,
        keeps_members: reader.keeps_plans(),
        threads,
        mails,
        promises: views(promises),
        tasks,
        goals,
        rooms,
        requests,
        has_more,
        today,
        now,
    }))
}

fn view(actor: &Actor, found: Overdue) -> OverdueView {
    OverdueView {
        customer: found.customer,
        customer_name: found.customer_name,
        project: found.project,
        project_name: found.project_name,
        name: found.name,
        day: found.day,
        since: found.since,
        mine: found.taken_by == Some(actor.person()),
        instead_of: (found.responsible != actor.person()).then_some(found.responsible_name),
    }
}
