//! What is wrong with a field, in the reader's words.

use crate::{say, words::Words};
use coplan_usecases::form::{FieldProblem, FieldSpec, Problem};
use leptos::prelude::*;

/// The sentence for one problem.
#[must_use]
pub fn sentence(words: &Words, problem: Problem) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match problem {
        Problem::Empty => say!(words, "problem-empty"),
        Problem::TooLong { length, limit } => say!(words, "problem-too-long", length = number(length), limit = number(limit)),
        Problem::TooShort { length, limit } => say!(words, "problem-too-short", length = number(length), limit = number(limit)),
        Problem::LikeTheAccount => say!(words, "problem-like-the-account"),
        Problem::Guessable => say!(words, "problem-guessable"),
        Problem::NotYourPassword => say!(words, "password-wrong"),
        Problem::WrongCode => say!(words, "second-factor-keep-wrong"),
        Problem::TooManyTries { minutes } => say!(words, "sign-in-too-many-text", minutes = minutes),
        Problem::TooMuchWritten { minutes } => say!(words, "problem-too-much-written", minutes = minutes),
        Problem::NotADate => say!(words, "problem-not-a-date"),
        Problem::NotATime => say!(words, "problem-not-a-time"),
        Problem::NotAWorkTime => say!(words, "problem-not-a-work-time"),
        Problem::NotANumber => say!(words, "problem-not-a-number"),
        Problem::NotARow { row } => say!(words, "problem-not-a-row", row = number(row)),
        Problem::OtherDirection => say!(words, "problem-other-direction"),
        Problem::NotAnAmount => say!(words, "problem-not-an-amount"),
        Problem::MoreThanOpen { over } => {
            let currency = over.currency();
            let over = words.money(over.minor(), currency.decimals(), currency.code());
            say!(words, "problem-more-than-open", over = over)
        }
        Problem::NotAnEmail => say!(words, "problem-not-an-email"),
        Problem::NotAPhone => say!(words, "problem-not-a-phone"),
        Problem::WrongCheckDigit => say!(words, "problem-wrong-check-digit"),
        Problem::NotABusinessId => say!(words, "problem-not-a-business-id"),
        Problem::OtherCustomer => say!(words, "problem-other-customer"),
        Problem::LongAgo => say!(words, "problem-long-ago"),
        Problem::FarAway => say!(words, "problem-far-away"),
        Problem::Taken => say!(words, "problem-taken"),
        Problem::NotOneOf => say!(words, "problem-not-one-of"),
        Problem::SameDay => say!(words, "problem-same-day"),
        Problem::InFuture => say!(words, "problem-in-future"),
        Problem::InPast => say!(words, "problem-in-past"),
        Problem::EndsBeforeStart => say!(words, "problem-ends-before-start"),
        Problem::Overlaps => say!(words, "problem-overlaps"),
        Problem::Reached => say!(words, "problem-reached"),
        Problem::MustBeOnstage => say!(words, "problem-must-be-onstage"),
        Problem::OtherSide => say!(words, "problem-other-side"),
        Problem::NoCustomers => say!(words, "problem-no-customers"),
        Problem::Promised => say!(words, "problem-promised"),
        Problem::AsksCustomer => say!(words, "problem-asks-customer"),
        Problem::NeedsAnswer => say!(words, "answer-needed"),
        Problem::AlreadyDone => say!(words, "problem-already-done"),
        Problem::ChoiceOver => say!(words, "problem-choice-over"),
        Problem::LineUnreadable { line } => say!(words, "lines-unreadable", line = number(line)),
        Problem::LineWithoutDay { line } => say!(words, "lines-without-day", line = number(line)),
        Problem::TooManyLines { limit } => say!(words, "lines-too-many", limit = number(limit)),
        Problem::LineWithoutChoices { line } => say!(words, "problem-line-without-choices", line = number(line)),
        Problem::NoSuchCustomer => say!(words, "import-no-such-customer"),
        Problem::HasReport => say!(words, "problem-has-report"),
        Problem::NotAllConfirmed => say!(words, "problem-not-all-confirmed"),
        Problem::FileGoesOn => say!(words, "problem-file-goes-on"),
        Problem::NobodyToAsk => say!(words, "problem-nobody-to-ask"),
        Problem::NeedsSums => say!(words, "problem-needs-sums"),
        Problem::NotYoursToGive => say!(words, "problem-not-yours-to-give"),
        Problem::OthersWillRead { count } => say!(words, "problem-others-will-read", count = count),
    }
}

/// The sentence for a field of a form, where something is wrong with it.
#[must_use]
pub fn of(words: &Words, problems: &[FieldProblem], field: &str) -> Option<String> {
    problems.iter().find(|p| p.field == field).map(|p| sentence(words, p.problem))
}

/// The summary on top of a form that was not kept: what is wrong where, with links to the fields.
#[must_use]
pub fn summary(words: &Words, fields: &[FieldSpec], problems: &[FieldProblem]) -> Option<AnyView> {
    (!problems.is_empty()).then(|| {
        let items = problems.iter().map(|p| {
            let said = in_field(label(words, fields, p.field), sentence(words, p.problem));
            view! { <li><a href=format!("#{}", p.field)>{said}</a></li> }
        });
        view! {
            <div class="notice bad" role="alert" tabindex="-1">
                <p><strong>{say!(words, "form-problems")}</strong></p>
                <ul>{items.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

fn label(words: &Words, fields: &[FieldSpec], field: &str) -> Option<String> {
    fields.iter().find(|spec| spec.name == field).map(|spec| words.say(spec.label))
}

/// "The new day: please fill this in."
fn in_field(label: Option<String>, sentence: String) -> String {
    let Some(label) = label else { return sentence };
    if label.ends_with('?') {
        return format!("{label} {sentence}");
    }
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    format!("{label}: {first}{}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;
    use coplan_usecases::{customer::CreateCustomerForm, form::Form, milestone::PromiseForm};

    #[test]
    fn the_summary_says_where() {
        let words = Words::new(Language::En, "Europe/Helsinki");
        let drawn = |labels, field| {
            let problems = [FieldProblem { field, problem: Problem::Empty }];
            Owner::new_root(None).with(|| summary(&words, labels, &problems).map(RenderHtml::to_html).unwrap_or_default())
        };
        assert!(drawn(PromiseForm::FIELDS, "promised_on").contains(r##"<a href="#promised_on">New date: please fill this in."##));
        assert!(drawn(CreateCustomerForm::FIELDS, "code_policy").contains("When do we email a code? Please fill this in."));
        let none: &[FieldProblem] = &[];
        assert!(summary(&words, CreateCustomerForm::FIELDS, none).is_none());
    }
}
