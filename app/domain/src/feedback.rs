//! What a customer's people say of the work, and what the supplier does about each word of it.

use crate::{
    id::{FeedbackId, FollowUpId, PersonId, ProjectId, SurveyId},
    person::Language,
    survey::Scale,
    thread::{About, Ball},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// What kind of word it is.
    FeedbackKind {
        /// Something that was good.
        Praise = "praise",
        /// Something that was not.
        Problem = "problem",
        /// Something that could be better.
        Idea = "idea",
        /// The answer to a survey.
        Answer = "answer",
    }
}

words! {
    /// What whoever gave feedback says to what was done about it.
    Helped {
        /// It helped.
        Yes = "yes",
        /// It did not, or not enough.
        No = "no",
    }
}

/// What feedback is about, as it was called when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackSubject {
    /// The object.
    pub about: About,
    /// Its name.
    pub name: String,
    /// What it is a part of.
    pub part_of: Option<String>,
    /// The project it is or stands in.
    pub project: Option<ProjectId>,
}

/// A score with the question behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// The survey.
    pub survey: SurveyId,
    /// From how much to how much.
    pub scale: Scale,
    /// What was asked; empty for the standard question of its scale.
    pub question: String,
    /// The language of who asked.
    pub language: Language,
    /// How many days after something was taken over, where its use was asked; the question names it.
    pub after_days: Option<i64>,
    /// The score.
    pub score: i64,
}

/// Feedback with all that was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Which.
    pub id: FeedbackId,
    /// What kind.
    pub kind: FeedbackKind,
    /// What was said; may be empty beside a score.
    pub words: String,
    /// What it is about; none for the plan as a whole.
    pub subject: Option<FeedbackSubject>,
    /// The score, where it answers a survey.
    pub scored: Option<Scored>,
    /// Who gave it.
    pub by: PersonId,
    /// Its name.
    pub by_name: String,
    /// Its language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// Who must move next.
    pub ball: Ball,
    /// Since when.
    pub ball_since: Timestamp,
    /// What was promised and done about it, in its order.
    pub follow_ups: Vec<FollowUp>,
}

impl Feedback {
    /// The promise that is still to be kept.
    #[must_use]
    pub fn pending(&self) -> Option<&FollowUp> {
        self.follow_ups.last().filter(|last| last.result.is_none())
    }

    /// The project it is about, for who has it.
    #[must_use]
    pub fn project(&self) -> Option<ProjectId> {
        self.subject.as_ref().and_then(|subject| subject.project)
    }
}

/// What is done about feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Which.
    pub id: FollowUpId,
    /// What was promised; empty where it was done at once.
    pub action: String,
    /// Who does it.
    pub owner: PersonId,
    /// Its name.
    pub owner_name: String,
    /// By when.
    pub due_on: Option<Date>,
    /// The language of who promised it.
    pub language: Language,
    /// When it was promised.
    pub at: Timestamp,
    /// What came of it.
    pub result: Option<FollowUpResult>,
}

/// What was done about feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpResult {
    /// What.
    pub words: String,
    /// Who says so.
    pub by: String,
    /// Its language.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// Whether it helped, and what was said to that.
    pub helped: Option<(Helped, String)>,
}
