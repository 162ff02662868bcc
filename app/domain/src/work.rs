//! Work that the supplier did for a customer: who, when, how long, what, and whether it is charged.

use crate::{
    id::{CustomerId, LineId, NotAnId, PersonId, ProjectId, TaskId, WorkEntryId},
    invoice::InvoiceLine,
};
use jiff::civil::Date;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::{fmt, str::FromStr};

words! {
    /// Whether work is charged, and why it is not.
    Charge {
        /// It is charged.
        Charged = "charged",
        /// A fixed price covers it.
        Included = "included",
        /// The supplier makes good what it did wrong.
        Warranty = "warranty",
        /// The supplier gives it.
        Goodwill = "goodwill",
    }
}

words! {
    /// How much of the work the customer's readers of sums see.
    WorkShown {
        /// What was done, and by whom.
        Names = "names",
        /// What was done.
        Work = "work",
        /// None of it.
        Nothing = "nothing",
    }
}

/// What work is for: a project, or one task of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Matter {
    /// Of which customer.
    pub customer: CustomerId,
    /// In which project.
    pub project: ProjectId,
    /// For which task; none for the project as a whole.
    pub task: Option<TaskId>,
}

/// As a form sends it: the ids in one text.
impl fmt::Display for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.customer, self.project)?;
        self.task.map_or(Ok(()), |task| write!(f, ".{task}"))
    }
}

impl FromStr for Matter {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let mut ids = text.split('.');
        let mut next = || ids.next().ok_or(NotAnId);
        let (customer, project) = (next()?.parse()?, next()?.parse()?);
        let task = ids.next().map(str::parse).transpose()?;
        if ids.next().is_some() { Err(NotAnId) } else { Ok(Self { customer, project, task }) }
    }
}

/// A stretch of work on one day, from 1 minute to 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkTime(i64);

/// A text that is no stretch of work on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time from 1 minute to 24 hours")]
pub struct NotAWorkTime;

/// The most minutes of one entry.
const LONGEST: i64 = 24 * 60;
/// A whole number up to this many is hours, where nothing says what it is.
const HOURS_UP_TO: i64 = 12;
/// A whole number from this many on is minutes.
const MINUTES_FROM: i64 = 15;

impl WorkTime {
    /// A time of so many minutes.
    ///
    /// # Errors
    /// [`NotAWorkTime`] for less than 1 and more than 1,440.
    pub fn new(minutes: i64) -> Result<Self, NotAWorkTime> {
        if (1..=LONGEST).contains(&minutes) { Ok(Self(minutes)) } else { Err(NotAWorkTime) }
    }

    /// Minutes.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.0
    }
}

/// As it is typed again: `1:30`.
impl fmt::Display for WorkTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// As people type it: `1:30`, `1.5`, `1,5 h`, `90 min`, `1 h 30 min`. A bare whole number is hours up to 12 and minutes
/// from 15 on; 13 and 14 could be either.
impl FromStr for WorkTime {
    type Err = NotAWorkTime;

    fn from_str(typed: &str) -> Result<Self, NotAWorkTime> {
        let text = typed.trim().to_lowercase().replace(',', ".").replace("min", "m");
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let whole = |text: &str| text.parse::<u16>().map(i64::from).map_err(|_| NotAWorkTime);
        let minutes = if let Some((hours, minutes)) = text.split_once(':') {
            let minutes = whole(minutes).ok().filter(|of| *of < 60 && minutes.len() == 2).ok_or(NotAWorkTime)?;
            whole(hours)? * 60 + minutes
        } else if let Some((hours, rest)) = text.split_once('h') {
            let minutes = if rest.is_empty() { 0 } else { whole(rest.strip_suffix('m').unwrap_or(rest))? };
            of_hours(hours)?.checked_add(minutes).ok_or(NotAWorkTime)?
        } else if let Some(minutes) = text.strip_suffix('m') {
            whole(minutes)?
        } else {
            match whole(&text) {
                Ok(hours) if hours <= HOURS_UP_TO => hours * 60,
                Ok(minutes) if minutes >= MINUTES_FROM => minutes,
                Ok(_) => return Err(NotAWorkTime),
                Err(_) => of_hours(&text)?,
            }
        };
        Self::new(minutes)
    }
}

/// Whole minutes of a decimal number of hours.
fn of_hours(text: &str) -> Result<i64, NotAWorkTime> {
    let hours = Decimal::from_str_exact(text).map_err(|_| NotAWorkTime)?;
    whole_minutes(hours, 60).ok_or(NotAWorkTime)
}

/// A count of something that takes so many minutes each, in minutes; none where it comes to no whole number of them, as
/// long as that is not for the two digits that hours are written with.
fn whole_minutes(count: Decimal, each: i64) -> Option<i64> {
    let minutes = count.checked_mul(Decimal::from(each))?;
    let rounded = minutes.round();
    // A third of an hour is written as 0.33.
    let slack = Decimal::from(each).checked_div(Decimal::from(200))?;
    ((minutes - rounded).abs() <= slack).then(|| rounded.to_i64()).flatten()
}

/// An entry of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkEntry {
    /// Which.
    pub id: WorkEntryId,
    /// What it was for.
    pub matter: Matter,
    /// Who did it.
    pub person: PersonId,
    /// The day.
    pub day: Date,
    /// How long it took.
    pub time: WorkTime,
    /// What was done and why, in one sentence.
    pub words: String,
    /// Whether it is charged.
    pub charge: Charge,
    /// Whether it was approved.
    pub approved: bool,
    /// The invoice line that it is on.
    pub line: Option<LineId>,
    /// Raised by each change of what is said of it.
    pub version: i64,
}

/// The minutes that an invoice line states, where it counts hours, minutes or seconds.
#[must_use]
pub fn stated_minutes(line: &InvoiceLine) -> Option<i64> {
    let each = match line.unit.as_deref()? {
        "HUR" => 60,
        "MIN" => 1,
        _ => return None,
    };
    whole_minutes(line.quantity.value(), each)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn minutes(typed: &str) -> Option<i64> {
        typed.parse().ok().map(WorkTime::minutes)
    }

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for typed in ["1:30", "1.5", "1,5", " 1,5 h ", "90", "90 min", "90m", "1 h 30 min", "1h30", "01:30"] {
            assert_eq!(minutes(typed), Some(90), "{typed}");
        }
        assert_eq!((minutes("2"), minutes("12"), minutes("15"), minutes("0.33")), (Some(120), Some(720), Some(15), Some(20)));
        assert_eq!((minutes("24:00"), minutes("0:01")), (Some(1440), Some(1)));
    }

    #[test]
    fn what_could_mean_two_times_or_none_is_not_guessed() {
        for typed in ["", "0", "13", "14", "-1", "1:5", "1:60", "24:01", "1441", "h", "m", "1.5.2", "1e2", "eight", "1:30:00"] {
            assert_eq!(minutes(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_matter_is_sent_as_it_is_read() {
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        for text in [format!("{id}.{id}"), format!("{id}.{id}.{id}")] {
            assert_eq!(text.parse::<Matter>().unwrap().to_string(), text);
        }
        for wrong in [String::new(), id.to_owned(), format!("{id}.{id}."), format!("{id}.{id}.{id}.{id}")] {
            assert!(wrong.parse::<Matter>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_time_is_typed_again_as_it_is_written(minutes in 1..=1440_i64) {
            let time = WorkTime::new(minutes).unwrap();
            prop_assert_eq!(time.to_string().parse::<WorkTime>(), Ok(time));
        }

        #[test]
        fn no_text_makes_a_time_out_of_bounds(typed in ".{0,12}") {
            if let Ok(time) = typed.parse::<WorkTime>() {
                prop_assert!((1..=1440).contains(&time.minutes()));
            }
        }
    }
}
