//! The forms of concerns.

use crate::form::{Choice, Problem, day, form, line, listed, one_of, prose};
use coplan_domain::{
    id::{ConcernAnswerId, ConcernId, PersonId},
    process::ConcernVerdict,
    text::{Line, Prose},
};
use jiff::civil::Date;

const VERDICTS: &[Choice] = &[
    Choice::new(ConcernVerdict::Resolved.as_str(), "concern-judge-yes"),
    Choice::new(ConcernVerdict::NotYet.as_str(), "concern-judge-no"),
];

form! {
    /// What somebody is concerned about.
    ReadRaise {
        /// What.
        words: Prose = prose("concern-words").hint("concern-words-hint"),
    }

    /// A concern, as it was typed.
    new RaiseForm { id: ConcernId }
}

form! {
    /// What is done about it.
    ReadAnswer {
        /// What.
        action: Prose = prose("concern-action").hint("concern-action-hint"),
        /// Who does it.
        owner: PersonId = listed("concern-owner", &[]),
        /// By when.
        due_on: Date = day("concern-due-on").hint("concern-due-on-hint"),
    }

    /// What is done about a concern, as it was typed.
    new AnswerConcernForm { id: ConcernAnswerId }
}

form! {
    /// Whether it is resolved.
    ReadJudge {
        /// Whether.
        verdict: ConcernVerdict = one_of("concern-judge", VERDICTS),
        /// What is missing.
        words: Option<Prose> = prose("concern-judge-words"),
    } => |problems| {
        // Who says that it is not resolved owes the others what is missing.
        if verdict == Some(ConcernVerdict::NotYet) && matches!(words, Some(None)) {
            problems.add("words", Problem::Empty);
        }
    }

    /// Whether a concern is resolved, as it was typed.
    plain JudgeForm {}
}

form! {
    /// What colleagues call it wherever it comes up.
    ReadTheme {
        /// What.
        theme: Option<Line> = line("concern-theme").hint("concern-theme-hint"),
    }

    /// What colleagues call a concern, as it was typed.
    plain ThemeForm {}
}
