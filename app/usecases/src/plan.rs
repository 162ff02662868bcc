//! The plan of one customer as one reader may see it: how it is going, who has it, what waits, what is new.

use crate::{
    Fault, Portal,
    edit::{Refused, may_write},
    portal::access_to,
    responsible::{self, ResponsibleView},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, TaskId},
    plan::{Milestone, StatusReport, next_milestone},
};
use coplan_store::{
    access::{Access, Actor},
    customer, event, milestone, project,
    project::ProjectNow,
    task, visit,
    visit::Visit,
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::collections::BTreeMap;
use ulid::Ulid;

/// How many events are told at most.
const NEWS: i64 = 30;
/// How often a reader's being here is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A plan page.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// Whose plan.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// The projects that go on, oldest first.
    pub projects: Vec<ProjectCard>,
    /// The projects that have ended.
    pub ended: Vec<EndedProject>,
    /// Who has the customer now.
    pub responsible: ResponsibleView,
    /// What waits for the reader's side, longest waiting first.
    pub waiting: Vec<WaitingItem>,
    /// When the reader was here before this visit; none on the first.
    pub last_visit: Option<Timestamp>,
    /// What others did since then, newest first.
    pub news: Vec<NewsItem>,
    /// The reader's day, for telling what is late.
    pub today: Date,
    /// For the supplier's people only.
    pub internal: Option<PlanInternal>,
}

/// What only the supplier's people see of a plan page.
#[derive(Debug, Clone)]
pub struct PlanInternal {
    /// Whether this reader may start projects here.
    pub may_edit: bool,
}

/// A project in short.
#[derive(Debug, Clone)]
pub struct ProjectCard {
    /// Which project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// The light that holds, with its reason; none where nobody has reported yet.
    pub status: Option<StatusReport>,
    /// Milestones with every promised date, in the order of their days.
    pub milestones: Vec<Milestone>,
    /// For the supplier's people only.
    pub internal: Option<ProjectCardInternal>,
}

/// What only the supplier's people see of a project in short.
#[derive(Debug, Clone)]
pub struct ProjectCardInternal {
    /// Whether the customer sees it.
    pub shared: bool,
}

impl ProjectCard {
    /// The milestone that people wait for next.
    #[must_use]
    pub fn next(&self) -> Option<&Milestone> {
        next_milestone(&self.milestones)
    }
}

/// A project that has ended.
#[derive(Debug, Clone)]
pub struct EndedProject {
    /// Which project.
    pub id: ProjectId,
    /// What it is called.
    pub name: String,
    /// When it ended.
    pub ended_at: Timestamp,
}

/// Something that waits for the reader's side.
#[derive(Debug, Clone)]
pub enum WaitingItem {
    /// A task.
    Task(WaitingTask),
}

impl WaitingItem {
    /// Since when it waits.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        match self {
            Self::Task(task) => task.since,
        }
    }
}

/// A task that waits for the reader's side.
#[derive(Debug, Clone)]
pub struct WaitingTask {
    /// Which task.
    pub id: TaskId,
    /// Of which project.
    pub project: ProjectId,
    /// The project's name.
    pub project_name: String,
    /// What is to be done.
    pub name: String,
    /// What it is needed for; may be empty.
    pub why: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// When it should be done.
    pub due_on: Option<Date>,
}

/// Something that happened since the reader's last visit.
#[derive(Debug, Clone)]
pub struct NewsItem {
    /// What was done.
    pub kind: EventKind,
    /// What it was done to, as it was called then.
    pub label: String,
    /// The kind of object, for its address.
    pub object: ObjectKind,
    /// The object, for its address.
    pub object_id: Ulid,
    /// The project it belongs to, with its name, where it belongs to one.
    pub project: Option<(ProjectId, String)>,
    /// Who did it; none where nobody in person did.
    pub who: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// Shows the plan of a customer.
///
/// # Errors
/// [`Refused`].
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<PlanView, Refused> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Refused::NotFound)?;
    let (scope, now, today) = (access.plan, portal.clock.now(), portal.today(actor));
    let (projects, ended) = cards(&access, project::list(&mut conn, scope).await?, milestone::list(&mut conn, scope).await?);
    let last_visit = visit::find(&mut conn, scope).await?.and_then(|visit| before_this_visit(visit, now));
    let news = match last_visit {
        None => Vec::new(),
        Some(since) => event::list_by_others(&mut conn, &access, since, NEWS).await?,
    };
    let waiting = task::list_waiting(&mut conn, scope).await?;
    let internal = match actor.staff() {
        None => None,
        Some(staff) => Some(PlanInternal { may_edit: may_write(portal, &mut conn, staff, scope, None).await? }),
    };
    Ok(PlanView {
        customer,
        customer_name: customer::find(&mut conn, scope).await?.name,
        projects,
        ended,
        responsible: responsible::find(&mut conn, scope, customer.0, now, today).await?,
        waiting: waiting.into_iter().map(waiting_task).collect(),
        last_visit,
        news: news.into_iter().map(news_item).collect(),
        today,
        internal,
    })
}

/// The end of the visit before this one, whether or not this one has been noted yet.
fn before_this_visit(visit: Visit, now: Timestamp) -> Option<Timestamp> {
    let before = if visit.seen_at < now - visit::AWAY { visit.seen_at } else { visit.previous_at };
    Some(before).filter(|at| *at > Timestamp::UNIX_EPOCH)
}

fn cards(access: &Access, projects: Vec<ProjectNow>, milestones: Vec<Milestone>) -> (Vec<ProjectCard>, Vec<EndedProject>) {
    let mut of: BTreeMap<ProjectId, Vec<Milestone>> = BTreeMap::new();
    for milestone in milestones {
        of.entry(milestone.project).or_default().push(milestone);
    }
    let (mut cards, mut ended) = (Vec::new(), Vec::new());
    for ProjectNow { project, status } in projects {
        let shared = project.shared_at.is_some();
        match project.ended_at {
            Some(ended_at) => ended.push(EndedProject { id: project.id, name: project.name, ended_at }),
            None => cards.push(ProjectCard {
                id: project.id,
                name: project.name,
                status,
                milestones: of.remove(&project.id).unwrap_or_default(),
                internal: access.internal.map(|_| ProjectCardInternal { shared }),
            }),
        }
    }
    (cards, ended)
}

fn waiting_task((task, project_name): (coplan_domain::plan::Task, String)) -> WaitingItem {
    WaitingItem::Task(WaitingTask {
        id: task.id,
        project: task.project,
        project_name,
        name: task.name,
        why: task.why,
        since: task.state_since,
        due_on: task.due_on,
    })
}

fn news_item(news: event::News) -> NewsItem {
    NewsItem {
        kind: news.event.kind,
        label: news.event.label,
        object: news.event.object_kind,
        object_id: news.event.object,
        project: news.project,
        who: news.actor_name,
        at: news.event.at,
    }
}

/// Notes that the reader is at the plan now, at most every 5 minutes, so that reading does not write each time.
///
/// # Errors
/// [`Refused`].
pub async fn note_visit(portal: &Portal, actor: &Actor, customer: CustomerId) -> Result<(), Refused> {
    let noted = {
        let mut conn = portal.db.read().await?;
        let access = access_to(&mut conn, actor, customer).await?.ok_or(Refused::NotFound)?;
        visit::find(&mut conn, access.plan).await?
    };
    if noted.is_some_and(|visit| portal.clock.now() < visit.seen_at + NOTED_EVERY) {
        return Ok(());
    }
    let mut change = portal.change().await?;
    let access = access_to(&mut change, actor, customer).await?.ok_or(Refused::NotFound)?;
    visit::update(&mut change, access.plan).await?;
    portal.keep(change).await.map_err(Fault::into)
}
