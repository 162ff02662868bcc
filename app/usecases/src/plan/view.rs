//! What one reader receives of a plan.

use super::DateNews;
use crate::{
    customer_layout::CustomerLayoutView,
    goal::WaitingGoal,
    invoice::MoneyInShort,
    thread::{ThreadLineView, WaitingThread},
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{ProjectId, TaskId},
    idea::IdeaState,
    knowledge::Question,
    person::Language,
    plan::{Light, Milestone, StatusReport, Taken, TaskState, next_milestone},
    request::AnswerRequest,
};
use coplan_store::{access::PlanScope, event::News, membership::Fellow, room_waiting::RoomItem};
use jiff::{Timestamp, civil::Date};
use ulid::Ulid;

/// A plan page.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// What stands around it: whose plan it is and who has it.
    pub frame: CustomerLayoutView,
    /// The projects that go on, oldest first.
    pub projects: Vec<ProjectCard>,
    /// The projects that have ended.
    pub ended: Vec<EndedProject>,
    /// What waits for the reader's side, longest waiting first.
    pub waiting: Vec<WaitingItem>,
    /// The discussions in short; none without the discussion scope.
    pub discussion: Option<PlanThreads>,
    /// The other members by name, for a member who may know them.
    pub people: Option<Vec<Fellow>>,
    /// What the customer pays for, where the reader may see sums.
    pub money: Option<MoneyInShort>,
    /// What it was read with.
    pub(crate) scope: PlanScope,
    /// When the reader was here before this visit; none on the first.
    pub last_visit: Option<Timestamp>,
    /// What others did since then, newest first.
    pub news: Vec<NewsItem>,
    /// Whether there was more than these.
    pub more_news: bool,
    /// The reader's day, for telling what is late.
    pub today: Date,
    /// For the supplier's people only.
    pub internal: Option<PlanInternal>,
}

impl PlanView {
    /// What this reader should hear of the dates first.
    #[must_use]
    pub fn dates(&self) -> DateNews<'_> {
        let milestones = self.projects.iter().flat_map(|project| &project.milestones).collect::<Vec<_>>();
        DateNews::of(&milestones, self.last_visit, self.today)
    }
}

/// What only the supplier's people see of a plan page.
#[derive(Debug, Clone)]
pub struct PlanInternal {
    /// Whether this reader may start projects here.
    pub may_edit: bool,
    /// When working with the customer ended; none while it goes on.
    pub ended_at: Option<Timestamp>,
}

/// The discussions in short.
#[derive(Debug, Clone)]
pub struct PlanThreads {
    /// The first few: open ones first, the longest wait on top.
    pub threads: Vec<ThreadLineView>,
    /// Whether there are more.
    pub has_more: bool,
    /// Whether the reader may open a thread about the plan.
    pub may_open: bool,
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
    /// A thread whose ball is with the reader's side.
    Thread(WaitingThread),
    /// Goals on which the reader's side has something to do: one line for all of them, since they have a room of their own.
    /// There is at least one, the longest wait first.
    Goals(WaitingGoals),
    /// Something that the customer is asked about itself.
    Question(Question),
    /// Something in a room beside the plan.
    Room(RoomItem),
}

impl WaitingItem {
    /// Since when it waits.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        match self {
            Self::Task(task) => task.since,
            Self::Thread(thread) => thread.since,
            Self::Goals(goals) => goals.first.since,
            Self::Question(question) => question.asked_at,
            Self::Room(item) => item.since,
        }
    }
}

/// Goals on which the reader's side has something to do.
#[derive(Debug, Clone)]
pub struct WaitingGoals {
    /// The one that has waited the longest.
    pub first: WaitingGoal,
    /// How many there are with it.
    pub count: usize,
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
    /// Whether somebody is at it already.
    pub state: TaskState,
    /// Whether this reader may say how far it is, and answer what it asks.
    pub may_move: bool,
    /// Who has put its own name on it.
    pub taken: Option<Taken>,
    /// What it asks; none where it asks nothing.
    pub request: Option<AnswerRequest>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What it was before and is now, and why.
    pub detail: Option<NewsDetail>,
}

/// What was different afterwards, as far as history knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewsDetail {
    /// A promised day moved.
    Moved {
        /// The day that held before.
        from: Date,
        /// The day that held from then on.
        to: Date,
        /// Why, with the language it is written in.
        reason: (Language, String),
    },
    /// A project was reported to be so.
    Reported {
        /// How it was before; none where that is not known, or nothing was reported before.
        from: Option<Light>,
        /// How it was from then on.
        to: Light,
        /// Why, with the language it is written in.
        reason: (Language, String),
    },
    /// How far an idea is, and why.
    Decided {
        /// How far it was from then on.
        to: IdeaState,
        /// Why, with the language it is written in.
        reason: (Language, String),
    },
    /// What came of a thread that was resolved, with the language it is written in; only where all that changed is told.
    Outcome((Language, String)),
    /// What the customer was told of its new contact, with the language it is written in.
    Word((Language, String)),
}

impl NewsDetail {
    /// The move of a milestone's promised day at this moment.
    pub(crate) fn of_move(milestone: &Milestone, at: Timestamp) -> Option<Self> {
        let promises = &milestone.promises;
        let place = promises.iter().position(|promise| promise.promised_at == at)?;
        let (before, promise) = (promises.get(place.checked_sub(1)?)?, &promises[place]);
        Some(Self::Moved { from: before.day, to: promise.day, reason: (promise.language, promise.reason.clone()) })
    }

    /// What was reported at this moment, from a project's reports, newest first.
    pub(crate) fn of_report(reports: &[StatusReport], at: Timestamp) -> Option<Self> {
        let place = reports.iter().position(|report| report.reported_at == at)?;
        let report = &reports[place];
        let from = reports.get(place + 1).map(|before| before.light);
        Some(Self::Reported { from, to: report.light, reason: (report.language, report.reason.clone()) })
    }
}

impl From<News> for NewsItem {
    fn from(news: News) -> Self {
        Self {
            kind: news.event.kind,
            label: news.event.label,
            object: news.event.object_kind,
            object_id: news.event.object,
            project: news.project,
            who: news.actor_name,
            at: news.event.at,
            detail: None,
        }
    }
}
