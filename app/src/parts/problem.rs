//! What is wrong with a field, in the reader's words.

use crate::{say, words::Words};
use coplan_usecases::form::{FieldProblem, Problem};
use leptos::prelude::*;

/// The sentence for one problem.
#[must_use]
pub fn sentence(words: &Words, problem: Problem) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match problem {
        Problem::Empty => words.say("problem-empty"),
        Problem::TooLong { length, limit } => say!(words, "problem-too-long", length = number(length), limit = number(limit)),
        Problem::TooShort { length, limit } => say!(words, "problem-too-short", length = number(length), limit = number(limit)),
        Problem::LikeTheAccount => words.say("problem-like-the-account"),
        Problem::NotADate => words.say("problem-not-a-date"),
        Problem::NotAnAmount => words.say("problem-not-an-amount"),
        Problem::NotAnEmail => words.say("problem-not-an-email"),
        Problem::Taken => words.say("problem-taken"),
        Problem::NotOneOf => words.say("problem-not-one-of"),
        Problem::SameDay => words.say("problem-same-day"),
        Problem::InFuture => words.say("problem-in-future"),
        Problem::EndsBeforeStart => words.say("problem-ends-before-start"),
        Problem::Overlaps => words.say("problem-overlaps"),
        Problem::Reached => words.say("problem-reached"),
        Problem::MustBeOnstage => words.say("problem-must-be-onstage"),
    }
}

/// The sentence for a field of a form, where something is wrong with it.
#[must_use]
pub fn of(words: &Words, problems: &[FieldProblem], field: &str) -> Option<String> {
    problems.iter().find(|p| p.field == field).map(|p| sentence(words, p.problem))
}

/// The summary on top of a form that was not kept, with links to its fields.
#[must_use]
pub fn summary(words: &Words, problems: &[FieldProblem]) -> Option<AnyView> {
    (!problems.is_empty()).then(|| {
        let items = problems.iter().map(|p| view! { <li><a href=format!("#{}", p.field)>{sentence(words, p.problem)}</a></li> });
        view! {
            <div class="notice bad" role="alert" tabindex="-1">
                <p><strong>{words.say("form-problems")}</strong></p>
                <ul>{items.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}
