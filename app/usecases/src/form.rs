//! What is wrong with what somebody typed: every field's problem at once, never only the first.

use coplan_domain::{
    money::Money,
    person::Email,
    text::{Line, Prose, TextProblem},
};
use jiff::civil::Date;
use std::str::FromStr;

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
    /// Nothing is wrong with it, but its writer has written very much lately.
    TooMuchWritten {
        /// Minutes until more is taken.
        minutes: i64,
    },
    /// Not a day that there is.
    NotADate,
    /// Not an amount of this currency, or one that could be read in two ways.
    NotAnAmount,
    /// More than is open of an invoice.
    MoreThanOpen {
        /// By how much.
        over: Money,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Somebody or something else has it already.
    Taken,
    /// None of the choices that were offered.
    NotOneOf,
    /// The day that holds already.
    SameDay,
    /// A day that has not come yet.
    InFuture,
    /// It ends before it begins.
    EndsBeforeStart,
    /// Some of the days are taken by another absence.
    Overlaps,
    /// It was reached already, so its date is history.
    Reached,
    /// What the customer does must be seen by the customer.
    MustBeOnstage,
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
///
/// A reader gives none only after it has noted a problem; the optional ones also where nothing was typed.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Notes a problem.
    pub fn add(&mut self, field: &'static str, problem: Problem) {
        self.0.push(FieldProblem { field, problem });
    }

    pub(crate) fn note<T, E: Into<Problem>>(&mut self, field: &'static str, read: Result<T, E>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem.into())).ok()
    }

    /// One line.
    pub fn line(&mut self, field: &'static str, typed: &str) -> Option<Line> {
        self.note(field, Line::parse(typed))
    }

    /// One line, or nothing.
    pub fn optional_line(&mut self, field: &'static str, typed: &str) -> Option<Line> {
        self.note(field, Line::parse_optional(typed)).flatten()
    }

    /// Several lines.
    pub fn prose(&mut self, field: &'static str, typed: &str) -> Option<Prose> {
        self.note(field, Prose::parse(typed))
    }

    /// Several lines, or nothing.
    pub fn optional_prose(&mut self, field: &'static str, typed: &str) -> Option<Prose> {
        self.note(field, Prose::parse_optional(typed)).flatten()
    }

    /// A day as `YYYY-MM-DD`, which is what a date field sends in every language; or as `4.12.2026`, which is how people
    /// around the Baltic write it where they are given a line instead of a calendar.
    pub fn date(&mut self, field: &'static str, typed: &str) -> Option<Date> {
        let typed = typed.trim();
        let read = match Date::strptime("%Y-%m-%d", typed).or_else(|_| Date::strptime("%d.%m.%Y", typed)) {
            _ if typed.is_empty() => Err(Problem::Empty),
            // Years of four digits sort as text, which is how the database compares days.
            Ok(day) if (1900..3000).contains(&day.year()) => Ok(day),
            Ok(_) | Err(_) => Err(Problem::NotADate),
        };
        self.note(field, read)
    }

    /// A day, or nothing.
    pub fn optional_date(&mut self, field: &'static str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() { None } else { self.date(field, typed) }
    }

    /// An e-mail address.
    pub fn email(&mut self, field: &'static str, typed: &str) -> Option<Email> {
        let read =
            if typed.trim().is_empty() { Err(Problem::Empty) } else { Email::parse(typed).map_err(|_| Problem::NotAnEmail) };
        self.note(field, read)
    }

    /// One of the words or ids that were offered.
    pub fn choice<T: FromStr>(&mut self, field: &'static str, typed: &str) -> Option<T> {
        let read = if typed.is_empty() { Err(Problem::Empty) } else { typed.parse().map_err(|_| Problem::NotOneOf) };
        self.note(field, read)
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
    use coplan_domain::person::Side;

    #[test]
    fn every_problem_is_told_at_once() {
        let mut problems = Problems::default();
        let name = problems.line("name", " ");
        let day = problems.date("day", "2026-02-30");
        let side = problems.choice::<Side>("side", "ours");
        let email = problems.email("email", "anna");
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
        let read = (problems.optional_line("a", ""), problems.optional_prose("b", "\n"), problems.optional_date("c", " "));
        assert_eq!(problems.finish(Some(read)), Ok((None, None, None)));
    }

    #[test]
    fn an_optional_field_that_is_wrong_is_told() {
        let mut problems = Problems::default();
        let day = problems.optional_date("due_on", "tomorrow");
        assert_eq!(problems.finish(Some(day)), Err(vec![FieldProblem { field: "due_on", problem: Problem::NotADate }]));
    }

    #[test]
    fn a_day_may_be_written_with_points() {
        let mut problems = Problems::default();
        let days = ["2026-12-04", "4.12.2026", "04.12.2026"].map(|typed| problems.date("due_on", typed));
        assert_eq!(days, [Some(jiff::civil::date(2026, 12, 4)); 3]);
        for wrong in ["12.4.26", "31.2.2026", "4.12.", "4/12/2026", "4.12.2026.1"] {
            assert_eq!(problems.date("due_on", wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_days_with_a_year_of_four_digits_are_days() {
        for typed in ["0026-12-04", "4.12.26", "2026-12-04T10:00", "9999-12-31", "2026-13-01"] {
            let mut problems = Problems::default();
            assert_eq!(problems.date("day", typed), None, "{typed}");
        }
        assert_eq!(Problems::default().date("day", " 2026-12-04 "), Some(jiff::civil::date(2026, 12, 4)));
    }
}
