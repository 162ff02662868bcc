//! One project as one reader may see it.

use crate::{
    Error, Portal,
    budget::{self, ProjectBudget},
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    request::undo_until,
    responsible::{self, ResponsibleView},
    thread::{self, ThreadLineView},
};
use coplan_domain::{
    acceptance::Acceptance,
    id::{CustomerId, ProjectId, TaskId},
    person::Side,
    plan::{Milestone, Stage, StatusReport, Taken, Task, TaskState},
    request::{Answer, AnswerRequest},
};
use coplan_store::{
    Conn, acceptance,
    access::{Access, Actor, may_write},
    milestone, project,
    removed::{self, Removed},
    request, status_report, task, work,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// A project page.
#[derive(Debug, Clone)]
pub struct ProjectView {
    /// Which project.
    pub id: ProjectId,
    /// Whose.
    pub customer: CustomerId,
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The customer's name.
    pub customer_name: String,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    pub about: String,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Every light with its reason, newest first.
    pub reports: Vec<StatusReport>,
    /// Milestones with every promised date, in the order of their days.
    pub milestones: Vec<Milestone>,
    /// Tasks, what is not done first.
    pub tasks: Vec<TaskView>,
    /// Who has it now.
    pub responsible: ResponsibleView,
    /// The reader's day, for telling what is late.
    pub today: Date,
    /// What is discussed about it and its milestones; none where the reader takes no part in discussions.
    pub threads: Option<Vec<ThreadLineView>>,
    /// Its work beside what it may take; for readers of sums, where there is any.
    pub budget: Option<ProjectBudget>,
    /// What the customer tests before it takes something over, the newest first.
    pub acceptances: Vec<Acceptance>,
    /// For the supplier's people only.
    pub internal: Option<ProjectInternal>,
}

/// What only the supplier's people see of a project page.
#[derive(Debug, Clone)]
pub struct ProjectInternal {
    /// Since when the customer sees it; none while it is being prepared.
    pub shared_at: Option<Timestamp>,
    /// Whether this reader may change it.
    pub may_edit: bool,
    /// For the form that changes its words.
    pub version: i64,
    /// What was taken off it and can be brought back, last first; for readers who may.
    pub removed: Vec<Removed>,
}

/// A task as it is shown.
#[derive(Debug, Clone)]
pub struct TaskView {
    /// Which task.
    pub id: TaskId,
    /// What is to be done.
    pub name: String,
    /// What it is needed for; may be empty.
    pub why: String,
    /// Who does it.
    pub side: Side,
    /// Onstage, or behind the scenes.
    pub stage: Stage,
    /// How far it is.
    pub state: TaskState,
    /// Since when.
    pub state_since: Timestamp,
    /// When it should be done.
    pub due_on: Option<Date>,
    /// Whether this reader may say how far it is, and answer what it asks.
    pub may_move: bool,
    /// Who it is on.
    pub taken: Option<Taken>,
    /// Whether this reader may put its own name on it.
    pub may_take: bool,
    /// What it asks; none where it asks nothing.
    pub request: Option<AnswerRequest>,
    /// What was answered.
    pub answer: Option<Answer>,
    /// Until when this reader may undo what it answered; none where it may not.
    pub undo_until: Option<Timestamp>,
    /// How many minutes of work it took so far; for readers of sums, where there is any.
    pub minutes: Option<i64>,
    /// For the supplier's people only.
    pub internal: Option<TaskInternal>,
}

/// What only the supplier's people see of a task.
#[derive(Debug, Clone)]
pub struct TaskInternal {
    /// Whether the customer sees it once the project is shared.
    pub seen_by_customer: bool,
    /// For the form that changes its words.
    pub version: i64,
}

impl TaskView {
    fn new(task: Task, access: &Access, may_edit: bool) -> Self {
        let seen_by_customer = task.is_seen_by_customer();
        let mine = task.taken.as_ref().is_some_and(|owner| owner.by == access.plan.person());
        let may_move = may_edit || mine || (access.plan.side() == Side::Customer && task.side == Side::Customer);
        Self {
            may_move,
            may_take: may_move && task.side == access.plan.side() && task.state != TaskState::Done,
            internal: access.internal.map(|_| TaskInternal { seen_by_customer, version: task.version }),
            id: task.id,
            name: task.name,
            why: task.why,
            side: task.side,
            stage: task.stage,
            state: task.state,
            state_since: task.state_since,
            due_on: task.due_on,
            taken: task.taken,
            request: None,
            answer: None,
            undo_until: None,
            minutes: None,
        }
    }
}

/// The tasks of a project with what they ask and what was answered.
async fn tasks(
    conn: &mut Conn,
    access: &Access,
    id: ProjectId,
    may_edit: bool,
    (actor, now): (&Actor, Timestamp),
) -> Result<Vec<TaskView>, Error> {
    let (scope, money) = (access.plan, access.money);
    let tasks = task::list_of_project(conn, scope, id).await?;
    let mut tasks = tasks.into_iter().map(|task| TaskView::new(task, access, may_edit)).collect::<Vec<_>>();
    for request in request::list_of_project(conn, scope, money, id).await? {
        if let Some(task) = tasks.iter_mut().find(|task| task.id == request.task) {
            task.request = Some(request);
        }
    }
    for answer in request::list_answers_of_project(conn, scope, money, id).await? {
        if let Some(task) = tasks.iter_mut().find(|task| task.id == answer.task) {
            task.undo_until = undo_until(actor, &answer, task.request.as_ref(), now);
            task.answer = Some(answer);
        }
    }
    if let Some(money) = money {
        for (id, minutes) in work::list_minutes_of_tasks(conn, money, id).await? {
            if let Some(task) = tasks.iter_mut().find(|task| task.id == id) {
                task.minutes = Some(minutes);
            }
        }
    }
    Ok(tasks)
}

/// Shows a project.
///
/// # Errors
/// [`Error::NotFound`] also where the project is not shared with the reader.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: ProjectId) -> Result<ProjectView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let scope = access.plan;
    let project = project::find(&mut conn, scope, id).await?.ok_or(Error::NotFound)?;
    let may_edit = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, scope, Some(id), portal.clock.now()).await?,
        None => false,
    };
    let internal = match access.internal {
        None => None,
        Some(internal) => {
            let removed = if may_edit { removed::list_of_project(&mut conn, internal, id).await? } else { Vec::new() };
            Some(ProjectInternal { shared_at: project.shared_at, may_edit, version: project.version, removed })
        }
    };
    let today = portal.today(actor);
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(ProjectView {
        id,
        customer,
        customer_name: layout.name.clone(),
        layout,
        name: project.name,
        about: project.about,
        ended_at: project.ended_at,
        reports: status_report::list(&mut conn, scope, id).await?,
        milestones: milestone::list_of_project(&mut conn, scope, id).await?,
        tasks: tasks(&mut conn, &access, id, may_edit, (actor, portal.clock.now())).await?,
        responsible: responsible::find(portal, &mut conn, &access, id.0, portal.moment(actor)).await?,
        threads: thread::about(&mut conn, &access, id.0).await?,
        acceptances: acceptance::list_of_project(&mut conn, scope, id).await?,
        budget: budget::of_project(&mut conn, &access, id, today).await?,
        today,
        internal,
    })
}
