//! What became of a file of payments, in the reader's words.

use coplan_app::{say, words::Words};
use coplan_domain::format::camt::UnreadableStatement;
use coplan_usecases::bank::{NumberProblem, StatementBrief, UnreadablePayments};

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What a file brought, in one line.
#[must_use]
pub fn outcome(words: &Words, brief: &StatementBrief) -> String {
    let brought = say!(words, "bank-brought", n = brief.brought);
    let waiting = (brief.waiting > 0).then(|| say!(words, "bank-still-waiting", n = brief.waiting));
    let present = (brief.present > 0).then(|| say!(words, "table-count-present", n = brief.present));
    let left_out = (brief.left_out > 0).then(|| say!(words, "bank-left-out", n = brief.left_out));
    [Some(brought), waiting, present, left_out].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// That a file brought nothing.
#[must_use]
pub fn nothing_new(words: &Words, present: usize, left_out: usize) -> String {
    let nothing = say!(words, "bank-nothing-new");
    let present = (present > 0).then(|| say!(words, "table-count-present", n = count(present)));
    let left_out = (left_out > 0).then(|| say!(words, "bank-left-out", n = count(left_out)));
    [Some(nothing), present, left_out].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why a file cannot be read as payments.
#[must_use]
pub fn unreadable(words: &Words, why: &UnreadablePayments) -> String {
    match why {
        UnreadablePayments::TooLarge => say!(words, "table-too-large"),
        UnreadablePayments::Xml(UnreadableStatement::NotAStatement { .. } | UnreadableStatement::Xml(_)) => {
            say!(words, "bank-not-a-statement")
        }
        UnreadablePayments::Xml(UnreadableStatement::BadEntry { entry, element }) => {
            say!(words, "bank-bad-entry", entry = count(*entry), element = *element)
        }
        UnreadablePayments::Xml(UnreadableStatement::TooMany { limit }) => {
            say!(words, "table-too-many-rows", limit = count(*limit))
        }
        UnreadablePayments::Table(why) => crate::import::table::said::unreadable(words, why),
        UnreadablePayments::NoColumns => say!(words, "bank-no-columns"),
        UnreadablePayments::BadCell { row, heading } => {
            say!(words, "bank-bad-cell", row = count(*row), heading = heading.as_str())
        }
    }
}

/// Why typed numbers do not say what a payment is for.
pub(super) fn number_problem(words: &Words, why: &NumberProblem) -> String {
    match why {
        NumberProblem::Empty => say!(words, "bank-number-empty"),
        NumberProblem::Unknown(number) => say!(words, "bank-number-unknown", number = number.as_str()),
        NumberProblem::Several(number) => say!(words, "bank-number-several", number = number.as_str()),
        NumberProblem::SeveralCustomers => say!(words, "bank-number-customers"),
    }
}
