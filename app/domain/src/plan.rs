//! The plan: projects with their lights and reasons, milestones with every promised date, tasks.

use crate::{
    id::{CustomerId, MilestoneId, PersonId, PlanTemplateId, ProjectId, ProjectTemplateId, StatusReportId, TaskId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// What each of several lines is that are added to a project at once.
    LineKind {
        /// A task of the supplier.
        Ours = "ours",
        /// A task of the customer.
        Theirs = "theirs",
        /// A milestone with its promised day.
        Dates = "dates",
    }
}

words! {
    /// How a project is going. Ordered from calm to alarming, `Done` first.
    Light {
        /// Finished.
        Done = "done",
        /// As promised.
        OnTrack = "on_track",
        /// The promise may not hold.
        AtRisk = "at_risk",
        /// The promise does not hold.
        Late = "late",
    }
}

words! {
    /// Whether the customer sees a task by its nature.
    Stage {
        /// Seen by the customer.
        Onstage = "onstage",
        /// Behind the scenes; seen only where the supplier shares it.
        Backstage = "backstage",
    }
}

words! {
    /// How far a task is.
    TaskState {
        /// Not begun.
        Open = "open",
        /// Being done.
        Doing = "doing",
        /// Done.
        Done = "done",
    }
}

/// A project of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Which project.
    pub id: ProjectId,
    /// Whose.
    pub customer: CustomerId,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    pub about: String,
    /// Since when the customer sees it; none while it is being prepared.
    pub shared_at: Option<Timestamp>,
    /// When it ended; none while it goes on.
    pub ended_at: Option<Timestamp>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// A light with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusReport {
    /// Which report.
    pub id: StatusReportId,
    /// How it is going.
    pub light: Light,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub reported_by: String,
    /// The language of who says so.
    pub language: Language,
    /// When it was said.
    pub reported_at: Timestamp,
}

/// One date that was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The day.
    pub day: Date,
    /// Why it is this day; empty for a first promise without words.
    pub reason: String,
    /// The language of who promised it.
    pub language: Language,
    /// When it was promised.
    pub promised_at: Timestamp,
}

/// A point of a project that people wait for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Which milestone.
    pub id: MilestoneId,
    /// Of which project.
    pub project: ProjectId,
    /// What will be so.
    pub name: String,
    /// Every promised date, oldest first; never empty.
    pub promises: Vec<Promise>,
    /// The day it was reached.
    pub reached_on: Option<Date>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

impl Milestone {
    /// The date that holds now.
    #[must_use]
    pub fn promised_on(&self) -> Option<Date> {
        self.promises.last().map(|promise| promise.day)
    }

    /// The dates that no longer hold, oldest first.
    #[must_use]
    pub fn moved_from(&self) -> &[Promise] {
        self.promises.split_last().map_or(&[], |(_, earlier)| earlier)
    }

    /// Not reached, and the promised day is over.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.reached_on.is_none() && self.promised_on().is_some_and(|day| day < today)
    }
}

/// The milestone that people wait for next: not reached, with the earliest promised day.
#[must_use]
pub fn next_milestone(milestones: &[Milestone]) -> Option<&Milestone> {
    milestones.iter().filter(|m| m.reached_on.is_none()).min_by_key(|m| (m.promised_on(), m.id))
}

/// The person that a task is on: one who took it, or was given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Who.
    pub by: PersonId,
    /// The name.
    pub name: String,
    /// Since when.
    pub at: Timestamp,
}

/// Something to be done in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Which task.
    pub id: TaskId,
    /// Of which project.
    pub project: ProjectId,
    /// What is to be done.
    pub name: String,
    /// What it is needed for; may be empty.
    pub why: String,
    /// Who does it.
    pub side: Side,
    /// Whether the customer sees it by its nature.
    pub stage: Stage,
    /// Since when a backstage task is shown to the customer.
    pub shared_at: Option<Timestamp>,
    /// How far it is.
    pub state: TaskState,
    /// Since when it is so.
    pub state_since: Timestamp,
    /// When it should be done.
    pub due_on: Option<Date>,
    /// Who it is on; its side as a whole where nobody.
    pub taken: Option<Taken>,
    /// For edits that must not overwrite each other.
    pub version: i64,
}

/// What a project of a kind consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectTemplate {
    /// Which.
    pub id: ProjectTemplateId,
    /// What it is called.
    pub name: String,
    /// What such a project is for.
    pub about: String,
    /// Its milestones and then its tasks.
    pub items: Vec<TemplateItem>,
}

/// What the plan of a customer of a kind begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTemplate {
    /// Which.
    pub id: PlanTemplateId,
    /// What it is called.
    pub name: String,
    /// For which service background questions are asked; none where nothing is asked.
    pub service: Option<String>,
    /// Its projects, each with how many days after the first one it begins.
    pub projects: Vec<(ProjectTemplate, i32)>,
}

/// A milestone or a task of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateItem {
    /// What it is called.
    pub name: String,
    /// What else a task says; none for a milestone.
    pub task: Option<TemplateTask>,
    /// How many days after the first day of the project; none for a task without a day.
    pub after_days: Option<i32>,
}

/// What a task of a template says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateTask {
    /// What it is needed for; may be empty.
    pub why: String,
    /// Who does it.
    pub side: Side,
    /// Whether the customer sees it by its nature.
    pub stage: Stage,
}

impl Task {
    /// Whether the customer may know of it.
    #[must_use]
    pub fn is_seen_by_customer(&self) -> bool {
        self.stage == Stage::Onstage || self.shared_at.is_some()
    }
}
