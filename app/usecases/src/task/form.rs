//! The forms of a task.

use crate::{
    form::{Choice, Problem, Word, confirm, day, form, line, listed, one_of, prose, tick},
    merge::Edit,
    project::TaskView,
};
use coplan_domain::{
    id::{PersonId, TaskId},
    person::Side,
    plan::{Stage, Task},
    text::{Line, Prose},
};
use coplan_store::task::TaskWords;
use jiff::civil::Date;

const SIDES: &[Choice] =
    &[Choice::called(Side::Customer.as_str(), Word::Customer), Choice::called(Side::Supplier.as_str(), Word::Supplier)];

const STAGES: &[Choice] = &[
    Choice::new(Stage::Onstage.as_str(), "task-onstage").hint("task-onstage-hint"),
    Choice::new(Stage::Backstage.as_str(), "task-backstage").hint("task-backstage-hint"),
];

form! {
    /// What is said of a task.
    ReadTask {
        /// What is to be done.
        name: Line = line("task-name"),
        /// Who does it.
        side: Side = one_of("task-side", SIDES),
        /// Who of that side; may be nobody yet.
        owner: Option<PersonId> = listed("task-owner", &[]).hint("task-owner-hint"),
        /// Onstage, or behind the scenes.
        stage: Stage = one_of("task-stage", STAGES),
        /// When it should be done; may be empty.
        due_on: Option<Date> = day("task-due-on"),
        /// What it is needed for; may be empty.
        why: Option<Prose> = prose("task-why").hint("task-why-hint"),
    } => |problems| {
        // Refused rather than shown: whoever chose "backstage" meant that it is not seen.
        if side == Some(Side::Customer) && stage == Some(Stage::Backstage) {
            problems.add("stage", Problem::MustBeOnstage);
        }
    }

    /// A new task as it was typed.
    new AddTaskForm { id: TaskId } + {
        /// Whether the customer sees it although it is behind the scenes.
        shared: bool = tick("task-share").hint("task-share-hint"),
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }

    /// A task's words as they were typed.
    edit TaskForm {} + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

impl AddTaskForm {
    /// What most new tasks are.
    #[must_use]
    pub fn suggested(id: TaskId) -> Self {
        Self { side: Side::Supplier.to_string(), stage: Stage::Onstage.to_string(), ..Self::blank(id) }
    }
}

impl TaskForm {
    /// A task as its form is drawn.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        Self::drawn(task.version, words_of(task))
    }

    /// A task as its form is drawn, from how it is shown to whoever may change it.
    #[must_use]
    pub fn of_view(task: &TaskView) -> Self {
        let TaskView { name, why, side, stage, due_on, taken, .. } = task.clone();
        let words = TaskWords { name, why, side, owner: taken.map(|owner| owner.by), stage, due_on };
        Self::drawn(task.internal.as_ref().map_or(0, |internal| internal.version), words)
    }

    fn drawn(version: i64, words: TaskWords) -> Self {
        let TaskWords { name, why, side, owner, stage, due_on } = words;
        let due_on = due_on.map(|day| day.to_string()).unwrap_or_default();
        Self {
            version,
            was: String::new(),
            name,
            why,
            side: side.to_string(),
            owner: owner.map(|id| id.to_string()).unwrap_or_default(),
            stage: stage.to_string(),
            due_on,
            confirmed: false,
        }
        .seen()
    }
}

/// What is kept of a task.
pub(super) fn words_of(task: &Task) -> TaskWords {
    TaskWords {
        name: task.name.clone(),
        why: task.why.clone(),
        side: task.side,
        owner: task.taken.as_ref().map(|owner| owner.by),
        stage: task.stage,
        due_on: task.due_on,
    }
}

impl From<ReadTask> for TaskWords {
    fn from(read: ReadTask) -> Self {
        let ReadTask { name, why, side, owner, stage, due_on } = read;
        Self { name: name.into(), why: why.map(String::from).unwrap_or_default(), side, owner, stage, due_on }
    }
}
