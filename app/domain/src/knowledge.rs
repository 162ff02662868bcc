//! What is asked of a customer once and used everywhere: questions with their reason, answers with source and day.

use crate::{
    id::{QuestionId, QuestionTemplateId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date};

/// What a question says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionWords {
    /// What is asked.
    pub words: String,
    /// Why it is asked.
    pub why: String,
    /// Who needs to know; may be empty.
    pub for_whom: String,
    /// What cannot go on before it is answered; may be empty.
    pub blocks: String,
    /// By when; none where there is no hurry.
    pub due_on: Option<Date>,
}

/// Something that was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// What it says.
    pub said: QuestionWords,
    /// Who asked.
    pub asked_by: String,
    /// The language of who asked.
    pub language: Language,
    /// When.
    pub asked_at: Timestamp,
    /// The answer that holds.
    pub answer: Option<Answer>,
    /// What was answered when the same was asked before.
    pub earlier: Option<Answer>,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub words: String,
    /// Who answered.
    pub by: String,
    /// The side of who did.
    pub side: Side,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

/// What is asked of each customer that takes a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTemplate {
    /// Which.
    pub id: QuestionTemplateId,
    /// The service.
    pub service: String,
    /// What is asked.
    pub words: String,
    /// Why.
    pub why: String,
    /// Who needs to know; may be empty.
    pub for_whom: String,
}
