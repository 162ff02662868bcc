//! What a task asks of its customer, and what was answered.

use crate::{
    id::{MilestoneId, PersonId, TaskId},
    money::Money,
    person::{Language, Side},
};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// The most choices that a task offers.
pub const MOST_CHOICES: usize = 5;

/// What a task asks of its customer; it is done only with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRequest {
    /// Of which task.
    pub task: TaskId,
    /// What can be chosen, in the order of the form; none where only a note is asked for.
    pub choices: Vec<RequestChoice>,
    /// Whether the customer may answer in words of its own.
    pub takes_note: bool,
    /// The last day on which the customer chooses, and undoes what it chose; none where there is no such day.
    pub open_until: Option<Date>,
    /// The language of who asks.
    pub language: Language,
    /// For edits that must not overwrite each other.
    pub version: i64,
    /// Rises with everything that changes what an answer means: the choices, and the milestones that they move.
    pub revision: i64,
}

/// For how long whoever answered may undo that, where no last day to choose is set.
pub const UNDO: SignedDuration = SignedDuration::from_mins(30);

/// Whether a last day to choose, where there is one, has passed on this day.
#[must_use]
pub fn is_over(last_day: Option<Date>, today: Date) -> bool {
    last_day.is_some_and(|last| last < today)
}

impl AnswerRequest {
    /// Whether the customer cannot choose any more, on this day of the reader's.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        is_over(self.open_until, today)
    }

    /// The choice at this place.
    #[must_use]
    pub fn choice(&self, place: i64) -> Option<&RequestChoice> {
        self.choices.iter().find(|choice| choice.place == place)
    }
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestChoice {
    /// Its place in the form, from 1.
    pub place: i64,
    /// What it is called.
    pub name: String,
    /// Which promised day it sets; none where it sets none, or where that milestone is reached or was removed.
    pub sets: Option<DaySet>,
    /// What it costs.
    pub price: Price,
}

/// The day that a choice promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySet {
    /// For which milestone.
    pub milestone: MilestoneId,
    /// What that is called.
    pub name: String,
    /// The day that is promised now.
    pub from: Date,
    /// The day that is promised with this choice.
    pub to: Date,
}

impl DaySet {
    /// Whether it is another day than the one that is promised now.
    #[must_use]
    pub fn is_move(&self) -> bool {
        self.from != self.to
    }
}

/// What something costs, as one reader may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Price {
    /// Nothing.
    Free,
    /// This sum.
    Sum(Money),
    /// A sum that this reader may not see.
    Hidden,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// To which task.
    pub task: TaskId,
    /// The choice as it was called then; none where the answer is a note alone.
    pub choice: Option<String>,
    /// What was added; may be empty.
    pub note: String,
    /// The milestone whose promised day it moved, as that is called now, and the day.
    pub moved: Option<(String, Date)>,
    /// What was chosen to be paid.
    pub price: Price,
    /// Who answered, or wrote down what was told.
    pub person: PersonId,
    /// The name of that person.
    pub by: String,
    /// The side of that person: one of the supplier's writes down what the customer told.
    pub side: Side,
    /// The language of that person.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

impl Answer {
    /// Until when whoever gave it may undo it: the end of the last day to choose where they live, as nobody chooses again
    /// after that; [`UNDO`] from then where there is no such day, or it was over.
    #[must_use]
    pub fn undo_until(&self, last_day: Option<Date>, zone: &TimeZone) -> Timestamp {
        let end = last_day.and_then(|day| day.tomorrow().ok()?.to_zoned(zone.clone()).ok());
        let soon = self.at.saturating_add(UNDO).unwrap_or(self.at);
        end.map(|end| end.timestamp()).filter(|end| *end > self.at).unwrap_or(soon)
    }

    /// The answer in one line: the choice, else the note.
    #[must_use]
    pub fn gist(&self) -> &str {
        self.choice.as_deref().unwrap_or_else(|| self.note.lines().next().unwrap_or_default())
    }
}
