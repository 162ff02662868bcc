//! The form of what one side says of a year.

use crate::form::{Choice, FromField, Problem, Word, form, line, listed, one_of};
use coplan_domain::{
    assessment::{AssessmentAnswer, Criterion, HIGHEST, LOWEST},
    id::AssessmentId,
    text::Line,
};

macro_rules! numbers {
    ($($number:literal)+) => { &[$(Choice::called($number, Word::Number($number))),+] };
}

const SCORES: &[Choice] = numbers!["1" "2" "3" "4" "5"];

/// A score of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step(pub i64);

impl FromField for Step {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.is_empty() {
            return Err(Problem::Empty);
        }
        typed.parse().ok().filter(|score| (LOWEST..=HIGHEST).contains(score)).map(Self).ok_or(Problem::NotOneOf)
    }
}

/// A year that is assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year(pub i16);

impl FromField for Year {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        typed.parse().map(Self).map_err(|_| Problem::NotOneOf)
    }
}

form! {
    /// What is said of a year.
    ReadAssessment {
        /// Of which.
        year: Year = listed("assessment-year", &[]),
        /// How we meet.
        meetings: Step = one_of("assessment-meetings", SCORES),
        /// Why.
        meetings_words: Option<Line> = line("assessment-words"),
        /// What is said of what worries.
        concerns: Step = one_of("assessment-concerns", SCORES),
        /// Why.
        concerns_words: Option<Line> = line("assessment-words"),
        /// What comes of feedback.
        listening: Step = one_of("assessment-listening", SCORES),
        /// Why.
        listening_words: Option<Line> = line("assessment-words"),
        /// Who talks with whom.
        people: Step = one_of("assessment-people", SCORES),
        /// Why.
        people_words: Option<Line> = line("assessment-words"),
        /// Who plans.
        planning: Step = one_of("assessment-planning", SCORES),
        /// Why.
        planning_words: Option<Line> = line("assessment-words"),
        /// How one knows how it is going.
        progress: Step = one_of("assessment-progress", SCORES),
        /// Why.
        progress_words: Option<Line> = line("assessment-words"),
        /// How open prices are.
        prices: Step = one_of("assessment-prices", SCORES),
        /// Why.
        prices_words: Option<Line> = line("assessment-words"),
        /// Where information is.
        information: Step = one_of("assessment-information", SCORES),
        /// Why.
        information_words: Option<Line> = line("assessment-words"),
        /// Whose tools and data.
        tools: Step = one_of("assessment-tools", SCORES),
        /// Why.
        tools_words: Option<Line> = line("assessment-words"),
        /// How decisions are known.
        decisions: Step = one_of("assessment-decisions", SCORES),
        /// Why.
        decisions_words: Option<Line> = line("assessment-words"),
        /// What is aimed at.
        goals: Step = one_of("assessment-goals", SCORES),
        /// Why.
        goals_words: Option<Line> = line("assessment-words"),
        /// Who carries risks.
        risks: Step = one_of("assessment-risks", SCORES),
        /// Why.
        risks_words: Option<Line> = line("assessment-words"),
        /// Who gains.
        savings: Step = one_of("assessment-savings", SCORES),
        /// Why.
        savings_words: Option<Line> = line("assessment-words"),
        /// Who develops.
        development: Step = one_of("assessment-development", SCORES),
        /// Why.
        development_words: Option<Line> = line("assessment-words"),
        /// What comes of mistakes.
        mistakes: Step = one_of("assessment-mistakes", SCORES),
        /// Why.
        mistakes_words: Option<Line> = line("assessment-words"),
    }

    /// What is said of a year, as it was typed.
    new AssessForm { id: AssessmentId }
}

/// The fields of a criterion: the score and the words.
#[must_use]
pub fn fields_of(criterion: Criterion) -> (&'static str, &'static str) {
    match criterion {
        Criterion::Meetings => ("meetings", "meetings_words"),
        Criterion::Concerns => ("concerns", "concerns_words"),
        Criterion::Listening => ("listening", "listening_words"),
        Criterion::People => ("people", "people_words"),
        Criterion::Planning => ("planning", "planning_words"),
        Criterion::Progress => ("progress", "progress_words"),
        Criterion::Prices => ("prices", "prices_words"),
        Criterion::Information => ("information", "information_words"),
        Criterion::Tools => ("tools", "tools_words"),
        Criterion::Decisions => ("decisions", "decisions_words"),
        Criterion::Goals => ("goals", "goals_words"),
        Criterion::Risks => ("risks", "risks_words"),
        Criterion::Savings => ("savings", "savings_words"),
        Criterion::Development => ("development", "development_words"),
        Criterion::Mistakes => ("mistakes", "mistakes_words"),
    }
}

impl ReadAssessment {
    /// What is said of each criterion.
    pub(super) fn answers(self) -> Vec<AssessmentAnswer> {
        let said = [
            (Criterion::Meetings, self.meetings, self.meetings_words),
            (Criterion::Concerns, self.concerns, self.concerns_words),
            (Criterion::Listening, self.listening, self.listening_words),
            (Criterion::People, self.people, self.people_words),
            (Criterion::Planning, self.planning, self.planning_words),
            (Criterion::Progress, self.progress, self.progress_words),
            (Criterion::Prices, self.prices, self.prices_words),
            (Criterion::Information, self.information, self.information_words),
            (Criterion::Tools, self.tools, self.tools_words),
            (Criterion::Decisions, self.decisions, self.decisions_words),
            (Criterion::Goals, self.goals, self.goals_words),
            (Criterion::Risks, self.risks, self.risks_words),
            (Criterion::Savings, self.savings, self.savings_words),
            (Criterion::Development, self.development, self.development_words),
            (Criterion::Mistakes, self.mistakes, self.mistakes_words),
        ];
        let answer = |(criterion, Step(score), words): (Criterion, Step, Option<Line>)| AssessmentAnswer {
            criterion,
            score,
            words: words.map(String::from).unwrap_or_default(),
        };
        said.into_iter().map(answer).collect()
    }
}
