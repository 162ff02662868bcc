//! The forms of feedback and of what is done about it.

use crate::form::{Choice, Problem, day, form, line, listed, one_of, prose};
use coplan_domain::{
    feedback::{FeedbackKind, Helped},
    id::{FeedbackId, FollowUpId, PersonId},
    text::{Line, Prose},
};
use jiff::civil::Date;

const KINDS: &[Choice] = &[
    Choice::new(FeedbackKind::Praise.as_str(), "feedback-praise"),
    Choice::new(FeedbackKind::Problem.as_str(), "feedback-problem"),
    Choice::new(FeedbackKind::Idea.as_str(), "feedback-idea"),
];

const HELPED: &[Choice] =
    &[Choice::new(Helped::Yes.as_str(), "feedback-helped-yes"), Choice::new(Helped::No.as_str(), "feedback-helped-no")];

form! {
    /// What is said.
    ReadGive {
        /// Of which kind.
        kind: FeedbackKind = one_of("feedback-kind", KINDS),
        /// What.
        words: Prose = prose("feedback-words"),
    } => |problems| {
        // Answers come from surveys alone.
        if kind == Some(FeedbackKind::Answer) {
            problems.add("kind", Problem::NotOneOf);
        }
    }

    /// What is said, as it was typed.
    keyed GiveForm {
        /// Made when the form is drawn, so that a second click gives nothing twice.
        key id: FeedbackId,
        /// What it is about, as `KIND.ID`; nothing is the plan.
        carried about: String,
    }
}

form! {
    /// What is promised to be done.
    ReadPromise {
        /// What.
        action: Line = line("follow-up-action").hint("follow-up-action-hint"),
        /// Who does it.
        owner: PersonId = listed("follow-up-owner", &[]),
        /// By when.
        due_on: Date = day("follow-up-due-on"),
    }

    /// What is promised to be done, as it was typed.
    new PromiseForm { id: FollowUpId }
}

form! {
    /// What was done.
    ReadAnswer {
        /// What.
        result: Prose = prose("feedback-result").hint("feedback-result-hint"),
    }

    /// What was done, as it was typed.
    new AnswerFeedbackForm { id: FollowUpId }
}

form! {
    /// Whether it helped.
    ReadHelped {
        /// Whether.
        helped: Helped = one_of("feedback-helped", HELPED),
        /// What is missing.
        words: Option<Prose> = prose("feedback-helped-words"),
    }

    /// Whether it helped, as it was typed.
    plain HelpedForm {}
}
