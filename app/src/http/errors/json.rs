//! The same errors for programs: `{"error": "not_found", "fields": [...]}` with the status that a page would have.

use super::PageError;
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use coplan_usecases::{
    Outage,
    form::{FieldProblem, Problem},
};
use serde::Serialize;

/// What an API answers when it cannot do what was asked.
#[derive(Debug, Serialize)]
struct Body {
    /// What kind of error.
    error: &'static str,
    /// The fields that cannot be taken, where that is the error.
    fields: Vec<Field>,
    /// By which the log tells more, where there is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
}

/// A field and why it cannot be taken.
#[derive(Debug, Serialize)]
struct Field {
    field: &'static str,
    problem: &'static str,
}

impl From<&FieldProblem> for Field {
    fn from(wrong: &FieldProblem) -> Self {
        Self { field: wrong.field, problem: word(wrong.problem) }
    }
}

impl PageError {
    /// The answer for a program, with the code by which the log tells more.
    #[must_use]
    pub fn as_json(&self, reference: Option<String>) -> Response {
        let fields = match self {
            Self::Invalid(problems) => problems.iter().map(Field::from).collect(),
            _ => Vec::new(),
        };
        (self.status(), Json(Body { error: kind(self), fields, reference })).into_response()
    }
}

fn kind(failure: &PageError) -> &'static str {
    match failure.outage() {
        Some(Outage::Unreachable) => return "unreachable",
        Some(Outage::Unwritable) => return "unwritable",
        None => {}
    }
    match failure {
        PageError::NotIn => "not_in",
        PageError::NoSecondFactor => "no_second_factor",
        PageError::NotFound => "not_found",
        PageError::Preview => "preview",
        PageError::PreviewOfSums => "preview_of_sums",
        PageError::NotResponsible => "not_responsible",
        PageError::SeesMore => "sees_more",
        PageError::BadRequest => "bad_request",
        PageError::Invalid(_) => "invalid",
        PageError::Stale => "stale",
        PageError::TooLarge | PageError::TooLong => "too_large",
        PageError::CrossSite => "cross_site",
        PageError::TooSlow => "too_slow",
        PageError::TooMany { .. } => "too_many",
        PageError::Busy => "busy",
        PageError::Broken | PageError::Internal(_) | PageError::Outage(_) => "internal",
    }
}

fn word(problem: Problem) -> &'static str {
    match problem {
        Problem::Empty => "empty",
        Problem::TooLong { .. } => "too_long",
        Problem::TooShort { .. } => "too_short",
        Problem::LikeTheAccount => "like_the_account",
        Problem::Guessable => "guessable",
        Problem::NotYourPassword => "not_your_password",
        Problem::WrongCode => "wrong_code",
        Problem::TooManyTries { .. } => "too_many_tries",
        Problem::TooMuchWritten { .. } => "too_much_written",
        Problem::NotADate => "not_a_date",
        Problem::NotATime => "not_a_time",
        Problem::NotAWorkTime => "not_a_work_time",
        Problem::NotANumber => "not_a_number",
        Problem::NotARow { .. } => "not_a_row",
        Problem::OtherDirection => "other_direction",
        Problem::NotAnAmount => "not_an_amount",
        Problem::MoreThanOpen { .. } => "more_than_open",
        Problem::NotAnEmail => "not_an_email",
        Problem::NotAPhone => "not_a_phone",
        Problem::WrongCheckDigit => "wrong_check_digit",
        Problem::NotABusinessId => "not_a_business_id",
        Problem::OtherCustomer => "other_customer",
        Problem::LongAgo => "long_ago",
        Problem::FarAway => "far_away",
        Problem::Taken => "taken",
        Problem::NotOneOf => "not_one_of",
        Problem::SameDay => "same_day",
        Problem::InFuture => "in_future",
        Problem::InPast => "in_past",
        Problem::EndsBeforeStart => "ends_before_start",
        Problem::Overlaps => "overlaps",
        Problem::Reached => "reached",
        Problem::MustBeOnstage => "must_be_onstage",
        Problem::OtherSide => "other_side",
        Problem::NoCustomers => "no_customers",
        Problem::Promised => "promised",
        Problem::AsksCustomer => "asks_customer",
        Problem::NeedsAnswer => "needs_answer",
        Problem::AlreadyDone => "already_done",
        Problem::ChoiceOver => "choice_over",
        Problem::LineUnreadable { .. } => "line_unreadable",
        Problem::LineWithoutDay { .. } => "line_without_day",
        Problem::TooManyLines { .. } => "too_many_lines",
        Problem::NoSuchCustomer => "no_such_customer",
        Problem::NeedsSums => "needs_sums",
        Problem::NotYoursToGive => "not_yours_to_give",
        Problem::OthersWillRead { .. } => "others_will_read",
        Problem::LineWithoutChoices { .. } => "line_without_choices",
        Problem::NobodyToAsk => "nobody_to_ask",
        Problem::HasReport => "has_report",
        Problem::NotAllConfirmed => "not_all_confirmed",
        Problem::FileGoesOn => "file_goes_on",
    }
}
