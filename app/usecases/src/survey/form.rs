//! The forms of surveys.

use crate::form::{Choice, FromField, Problem, Word, form, line, listed, one_of, prose};
use coplan_domain::{
    id::{FeedbackId, MilestoneId, SurveyId},
    survey::{MOST_QUESTIONS, QuestionKind, Scale, SurveyQuestion},
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
        /// Further questions that are answered with a score, a line each.
        scores: Questions = prose("survey-more-scores").hint("survey-more-scores-hint"),
        /// Further questions that are answered with a choice, a line each with its choices.
        choices: Choices = prose("survey-more-choices").hint("survey-more-choices-hint"),
        /// Further questions that are answered in words, a line each.
        words: Questions = prose("survey-more-words").hint("survey-more-words-hint"),
    } => |problems| {
        let asked = [scores.as_ref().map(|it| it.0.len()), choices.as_ref().map(|it| it.0.len()), words.as_ref().map(|it| it.0.len())];
        if asked.into_iter().flatten().sum::<usize>() + 1 > MOST_QUESTIONS {
            problems.add("words", Problem::TooManyLines { limit: MOST_QUESTIONS - 1 });
        }
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
        /// What is answered to the second question, as it was typed.
        answer2: Option<Prose> = prose("survey-answer"),
        /// To the third.
        answer3: Option<Prose> = prose("survey-answer"),
        /// To the fourth.
        answer4: Option<Prose> = prose("survey-answer"),
        /// To the fifth.
        answer5: Option<Prose> = prose("survey-answer"),
        /// To the sixth.
        answer6: Option<Prose> = prose("survey-answer"),
        /// To the seventh.
        answer7: Option<Prose> = prose("survey-answer"),
        /// To the eighth.
        answer8: Option<Prose> = prose("survey-answer"),
        /// To the ninth.
        answer9: Option<Prose> = prose("survey-answer"),
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

/// The fields of the further questions, in their order.
pub const ANSWERS: [&str; MOST_QUESTIONS - 1] =
    ["answer2", "answer3", "answer4", "answer5", "answer6", "answer7", "answer8", "answer9"];

/// The field of the further question at this place, from 2.
#[must_use]
pub fn answer_field(n: i64) -> Option<&'static str> {
    ANSWERS.get(usize::try_from(n).ok()?.checked_sub(2)?).copied()
}

impl RespondForm {
    /// What was typed to the further question at this place, from 2.
    #[must_use]
    pub fn answer(&self, n: i64) -> &str {
        match n {
            2 => &self.answer2,
            3 => &self.answer3,
            4 => &self.answer4,
            5 => &self.answer5,
            6 => &self.answer6,
            7 => &self.answer7,
            8 => &self.answer8,
            9 => &self.answer9,
            _ => "",
        }
    }
}

impl ReadRespond {
    /// What is answered to each further question, in their order.
    pub(super) fn answers(&self) -> [Option<&str>; MOST_QUESTIONS - 1] {
        [&self.answer2, &self.answer3, &self.answer4, &self.answer5, &self.answer6, &self.answer7, &self.answer8, &self.answer9]
            .map(|answer| answer.as_ref().map(Prose::as_str))
    }
}

impl ReadSend {
    /// What is asked beside the first question, in the order in which it is asked.
    pub(super) fn further(&self) -> Vec<SurveyQuestion> {
        let plain = |kind: QuestionKind, lines: &Questions| lines.0.iter().map(|line| (kind, line.clone(), Vec::new())).collect();
        let chosen = self.choices.0.iter().map(|(words, choices)| (QuestionKind::Choice, words.clone(), choices.clone()));
        let scores: Vec<_> = plain(QuestionKind::Ten, &self.scores);
        let words: Vec<_> = plain(QuestionKind::Words, &self.words);
        let all = scores.into_iter().chain(chosen).chain(words);
        (2..).zip(all).map(|(n, (kind, words, choices))| SurveyQuestion { n, kind, words, choices }).collect()
    }
}

/// The lines that were typed, each with its number from 1 and none of them empty.
fn lines(typed: &str) -> impl Iterator<Item = (usize, Result<String, Problem>)> {
    let all = typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    all.map(|(at, line)| {
        let read = Line::parse(line).map(String::from).map_err(|_| Problem::LineUnreadable { line: at + 1 });
        (at + 1, read)
    })
}

/// Questions, a line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions(pub Vec<String>);

impl FromField for Questions {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        lines(typed).map(|(_, line)| line).collect::<Result<_, _>>().map(Self)
    }
}

/// Questions with what can be chosen, a line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices(pub Vec<(String, Vec<String>)>);

impl FromField for Choices {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let read =
            lines(typed).map(|(at, line)| SurveyQuestion::read_choice(&line?).ok_or(Problem::LineWithoutChoices { line: at }));
        read.collect::<Result<_, _>>().map(Self)
    }
}
