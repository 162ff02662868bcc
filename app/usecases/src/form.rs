//! What a form is, and what is wrong with what somebody typed: every field's problem at once, never only the first.

pub(crate) mod define;
mod far_day;
mod from_field;
mod spec;

pub use define::Form;
pub(crate) use define::{Parse, form};
pub(crate) use far_day::far_day;
pub use from_field::{FromField, RawField};
pub(crate) use from_field::{Hidden, choices, parse_email};
pub use spec::{Choice, FieldSpec, Kind, Word};
pub(crate) use spec::{
    confirm, day, digits, email, line, listed, one_of, password, phone, prose, secret_line, several, tick, time_zone,
};

use coplan_domain::{money::Money, phone::PhoneProblem, text::TextProblem};

/// A field of a form and why it cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

/// Why a field cannot be taken. Each has its sentence in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// Longer than fits, both counted in characters.
    TooLong {
        /// Characters typed.
        length: usize,
        /// Characters that fit.
        limit: usize,
    },
    /// Shorter than is safe, both counted in characters.
    TooShort {
        /// Characters typed.
        length: usize,
        /// Characters needed.
        limit: usize,
    },
    /// A password that is its person's own name or address.
    LikeTheAccount,
    /// A password that few guesses find.
    Guessable,
    /// Not the password of whoever typed it.
    NotYourPassword,
    /// Not a code that is good now.
    WrongCode,
    /// Tried too often.
    TooManyTries {
        /// Minutes until the next try.
        minutes: i64,
    },
    /// Nothing is wrong with it, but its writer has written very much lately.
    TooMuchWritten {
        /// Minutes until more is taken.
        minutes: i64,
    },
    /// Not a day that there is.
    NotADate,
    /// Not a time of day.
    NotATime,
    /// Not a time that somebody works on one day, or one that could be read in two ways.
    NotAWorkTime,
    /// Not a number, or one that could be read in two ways.
    NotANumber,
    /// A line that is no question with a few choices.
    LineWithoutChoices {
        /// Which, counted from 1.
        line: usize,
    },
    /// A row that is none of a table with a day and a number.
    NotARow {
        /// Which, counted from 1.
        row: usize,
    },
    /// A target that is worse than what it begins with, by the direction that was chosen.
    OtherDirection,
    /// Not an amount of this currency, or one that could be read in two ways.
    NotAnAmount,
    /// More than is open of an invoice.
    MoreThanOpen {
        /// By how much.
        over: Money,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a phone number.
    NotAPhone,
    /// A business id with a mistyped digit.
    WrongCheckDigit,
    /// Only digits, and not a business id.
    NotABusinessId,
    /// Another customer is known by it too.
    OtherCustomer,
    /// A day more than a year ago.
    LongAgo,
    /// A day more than ten years away.
    FarAway,
    /// Somebody or something else has it already.
    Taken,
    /// None of the choices that were offered.
    NotOneOf,
    /// The day that holds already.
    SameDay,
    /// A day that has not come yet.
    InFuture,
    /// A day that is over.
    InPast,
    /// It ends before it begins.
    EndsBeforeStart,
    /// Some of the days are taken by another absence.
    Overlaps,
    /// It was reached already, so its date is history.
    Reached,
    /// What the customer does must be seen by the customer.
    MustBeOnstage,
    /// A person of the side that does not do it.
    OtherSide,
    /// No customer has this number or is of this segment.
    NoCustomers,
    /// The customer has seen it, so it is a promise.
    Promised,
    /// It asks the customer for an answer, so the customer does it.
    AsksCustomer,
    /// It is done only with the answer that it asks for.
    NeedsAnswer,
    /// It is done already, so nothing can be asked.
    AlreadyDone,
    /// The last day to choose has passed.
    ChoiceOver,
    /// One of several lines has nothing in it that can be kept, or too much.
    LineUnreadable {
        /// Which, from 1.
        line: usize,
    },
    /// One of several lines that promise a day has none.
    LineWithoutDay {
        /// Which, from 1.
        line: usize,
    },
    /// More lines than are added at once.
    TooManyLines {
        /// How many are.
        limit: usize,
    },
    /// No customer has this number or name.
    NoSuchCustomer,
    /// It costs something, and its reader may not see sums.
    NeedsSums,
    /// It lets somebody see sums that whoever gives it does not see.
    NotYoursToGive,
    /// More of the customer's people than before will be able to read what was written.
    OthersWillRead {
        /// How many messages.
        count: i64,
    },
    /// Everybody who could be asked was asked lately.
    NobodyToAsk,
    /// These days have a report already.
    HasReport,
    /// Something is approved of which not every test is confirmed, and nothing says why.
    NotAllConfirmed,
    /// A file that stays has a newer version among what would go.
    FileGoesOn,
}

impl Problem {
    /// Whether it may be right all the same, and is taken once somebody says so.
    #[must_use]
    pub const fn can_be_confirmed(self) -> bool {
        matches!(
            self,
            Self::WrongCheckDigit
                | Self::NotABusinessId
                | Self::OtherCustomer
                | Self::LongAgo
                | Self::FarAway
                | Self::OthersWillRead { .. }
        )
    }
}

impl From<PhoneProblem> for Problem {
    fn from(problem: PhoneProblem) -> Self {
        match problem {
            PhoneProblem::Text(problem) => problem.into(),
            PhoneProblem::NotAPhone => Self::NotAPhone,
        }
    }
}

impl From<TextProblem> for Problem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Empty => Self::Empty,
            TextProblem::TooLong { length, limit } => Self::TooLong { length, limit },
        }
    }
}

/// Reads the fields of one form and gathers what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, field: &'static str, problem: Problem) {
        self.0.push(FieldProblem { field, problem });
    }

    /// Reads a field; none only after its problem is noted.
    pub fn read<T: FromField>(&mut self, field: &'static str, typed: &T::Raw) -> Option<T> {
        T::from_field(typed).map_err(|problem| self.add(field, problem)).ok()
    }

    /// What was read, where nothing is wrong anywhere.
    ///
    /// # Errors
    /// All problems, in the order of the fields.
    pub fn finish<T>(self, read: Option<T>) -> Result<T, Vec<FieldProblem>> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{
        person::{Email, Side},
        text::{Line, Prose},
    };
    use jiff::civil::{Date, date};

    fn day(typed: &str) -> Option<Date> {
        Problems::default().read("day", &typed.to_owned())
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let mut problems = Problems::default();
        let name = problems.read::<Line>("name", &" ".to_owned());
        let day = problems.read::<Date>("day", &"2026-02-30".to_owned());
        let side = problems.read::<Side>("side", &"ours".to_owned());
        let email = problems.read::<Email>("email", &"anna".to_owned());
        let told = problems.finish(name.zip(day).zip(side).zip(email)).unwrap_err();
        let told = told.iter().map(|p| (p.field, p.problem)).collect::<Vec<_>>();
        assert_eq!(
            told,
            [("name", Problem::Empty), ("day", Problem::NotADate), ("side", Problem::NotOneOf), ("email", Problem::NotAnEmail)]
        );
    }

    #[test]
    fn nothing_typed_is_fine_where_nothing_is_asked() {
        let mut problems = Problems::default();
        let line = problems.read::<Option<Line>>("a", &String::new());
        let prose = problems.read::<Option<Prose>>("b", &"\n".to_owned());
        let day = problems.read::<Option<Date>>("c", &" ".to_owned());
        assert_eq!(problems.finish(Some((line, prose, day))), Ok((Some(None), Some(None), Some(None))));
    }

    #[test]
    fn an_optional_field_that_is_wrong_is_told() {
        let mut problems = Problems::default();
        let day = problems.read::<Option<Date>>("day", &"tomorrow".to_owned());
        assert_eq!(problems.finish(day), Err(vec![FieldProblem { field: "day", problem: Problem::NotADate }]));
    }

    #[test]
    fn a_domain_with_letters_of_its_own_is_kept_as_mail_servers_know_it() {
        let email = |typed: &str| Problems::default().read::<Email>("email", &typed.to_owned()).map(String::from);
        assert_eq!(email("Anna@Päivä.example").as_deref(), Some("anna@xn--piv-qlac.example"));
        for wrong in ["änna@x.example", "anna@päi vä.example", "anna@ä..example", "ä@"] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_may_be_written_with_points() {
        assert_eq!(["2026-12-04", "4.12.2026", "04.12.2026"].map(day), [Some(date(2026, 12, 4)); 3]);
        for wrong in ["12.4.26", "31.2.2026", "4.12.", "4/12/2026", "4.12.2026.1"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_days_with_a_year_of_four_digits_are_days() {
        for typed in ["0026-12-04", "4.12.26", "2026-12-04T10:00", "9999-12-31", "2026-13-01"] {
            assert_eq!(day(typed), None, "{typed}");
        }
        assert_eq!(day(" 2026-12-04 "), Some(date(2026, 12, 4)));
    }
}
