//! The forms of surveys.

use crate::form::{Choice, FromField, Problem, Word, form, line, listed, one_of, prose};
use coplan_domain::{
    id::{FeedbackId, MilestoneId, SurveyId},
    survey::Scale,
    text::{Line, Prose},
};

const SCALES: &[Choice] = &[
    Choice::new(Scale::Nps.as_str(), "survey-scale-nps").hint("survey-scale-nps-hint"),
    Choice::new(Scale::Ten.as_str(), "survey-scale-ten").hint("survey-scale-ten-hint"),
];

macro_rules! numbers {
    ($($number:literal)+) => { &[$(Choice::called($number, Word::Number($number))),+] };
}

const SCORES: &[Choice] = numbers!["0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "10"];

form! {
    /// What is asked.
    ReadSend {
        /// From how much to how much.
        scale: Scale = one_of("survey-scale", SCALES).stacked(),
        /// The question, where it is one's own.
        question: Option<Line> = line("survey-question").hint("survey-question-hint"),
        /// The milestone after which it is asked.
        milestone: Option<MilestoneId> = listed("survey-milestone", &[]),
    } => |problems| {
        if scale == Some(Scale::Ten) && matches!(question, Some(None)) {
            problems.add("question", Problem::Empty);
        }
    }

    /// What is asked, as it was typed.
    new SendSurveyForm { id: SurveyId }
}

form! {
    /// An answer.
    ReadRespond {
        /// The score.
        score: Score = one_of("survey-score", SCORES),
        /// The reason.
        reason: Option<Prose> = prose("survey-reason").hint("survey-reason-hint"),
    }

    /// An answer as it was typed.
    new RespondForm { id: FeedbackId }
}

/// A score that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score(pub i64);

impl FromField for Score {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.is_empty() {
            return Err(Problem::Empty);
        }
        typed.parse().ok().filter(|score| Scale::Nps.has(*score)).map(Self).ok_or(Problem::NotOneOf)
    }
}
