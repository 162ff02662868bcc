//! What is reported of a month, a quarter or a year, and what such a report says for ever once it is published.

mod rhythm;

pub use rhythm::{LAST_DAY, ReportRhythm};

use crate::{
    id::ReportId,
    person::{Language, Side},
    word::UnknownWord,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

words! {
    /// How long what is reported lasts.
    Period {
        /// A month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// A year.
        Year = "year",
    }
}

/// Which month, quarter or year. Written `2026-11`, `2026-Q4`, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportSpan {
    /// How long it lasts.
    pub period: Period,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl ReportSpan {
    /// The one with this day in it.
    #[must_use]
    pub fn around(period: Period, day: Date) -> Self {
        let month = day.month();
        let (begins, months) = match period {
            Period::Month => (month, 1),
            Period::Quarter => (month - (month - 1) % 3, 3),
            Period::Year => (1, 12),
        };
        let first = Date::new(day.year(), begins, 1).unwrap_or(day);
        let last = first.checked_add(months.months()).and_then(Date::yesterday).unwrap_or(day);
        Self { period, first, last }
    }

    /// Which quarter of its year it begins in, from 1.
    #[must_use]
    pub fn quarter(self) -> i8 {
        (self.first.month() - 1) / 3 + 1
    }
}

impl std::fmt::Display for ReportSpan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let year = self.first.year();
        match self.period {
            Period::Month => write!(f, "{year:04}-{:02}", self.first.month()),
            Period::Quarter => write!(f, "{year:04}-Q{}", self.quarter()),
            Period::Year => write!(f, "{year:04}"),
        }
    }
}

impl std::str::FromStr for ReportSpan {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord(text.chars().take(40).collect());
        let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
        let (period, month) = match rest {
            None => (Period::Year, Ok(1)),
            Some(rest) => match rest.strip_prefix('Q') {
                Some(quarter) => {
                    (Period::Quarter, quarter.parse::<i8>().map(|quarter| quarter.saturating_mul(3).saturating_sub(2)))
                }
                None => (Period::Month, rest.parse::<i8>()),
            },
        };
        let day = Date::new(year.parse().map_err(|_| unknown())?, month.map_err(|_| unknown())?, 1).map_err(|_| unknown())?;
        let found = Self::around(period, day);
        if found.to_string() == text { Ok(found) } else { Err(unknown()) }
    }
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Which.
    pub id: ReportId,
    /// Of which days.
    pub span: ReportSpan,
    /// What the manager says of them; may be empty.
    pub words: String,
    /// Raised by each change of the words.
    pub version: i64,
    /// Who drafted it.
    pub by: String,
    /// The language of who did.
    pub language: Language,
    /// By when it is to be published, where it was drafted by a rhythm.
    pub due_on: Option<Date>,
    /// How it was published; none while it is a draft.
    pub published: Option<Published>,
}

/// A report as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// When.
    pub at: Timestamp,
    /// What it says, as it is kept: a [`ReportBody`].
    pub text: String,
    /// The SHA-256 of that, as 64 hexadecimal digits.
    pub hash: String,
}

/// That one side agreed to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportApproval {
    /// Which side.
    pub side: Side,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The hash of what it agreed to.
    pub hash: String,
}

/// What a report says. Names and sums are those of the day on which it was published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportBody {
    /// What the manager says; may be empty.
    pub words: String,
    /// Who published it; none in a draft.
    pub by: Option<String>,
    /// What was promised for these days or got another day in them, and is not there.
    pub promised: Vec<Promised>,
    /// What was reached.
    pub delivered: Vec<Delivered>,
    /// What was measured last on each goal.
    pub measured: Vec<Measured>,
    /// What was decided in meetings.
    pub decided: Vec<Decision>,
    /// What was asked in discussions.
    pub asked: Vec<Asked>,
    /// What was invoiced.
    pub spent: Vec<Spent>,
}

impl ReportBody {
    /// Whether the days had nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { words: self.words.clone(), by: self.by.clone(), ..Self::default() }
    }
}

/// A milestone that was not reached in the days of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// Of which project.
    pub project: String,
    /// Which milestone.
    pub milestone: String,
    /// For which day it was promised when they were over.
    #[serde(with = "as_text")]
    pub day: Date,
    /// Since when it is promised for that day, where that was another one before.
    pub moved: Option<Moved>,
}

/// That a promised day moved in the days of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The day before.
    #[serde(with = "as_text")]
    pub from: Date,
    /// Why; may be empty.
    pub reason: String,
}

/// A milestone that was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// Of which project.
    pub project: String,
    /// Which milestone.
    pub milestone: String,
    /// When it was reached.
    #[serde(with = "as_text")]
    pub day: Date,
    /// For which day it was promised.
    #[serde(with = "as_text")]
    pub promised: Date,
}

/// How far a goal was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// Which.
    pub goal: String,
    /// The language that it is written in.
    pub language: Language,
    /// In which unit; may be empty.
    pub unit: String,
    /// What it was when it began, as it was written.
    pub baseline: String,
    /// What was measured last.
    pub value: String,
    /// What it shall be.
    pub target: String,
    /// When it was measured.
    #[serde(with = "as_text")]
    pub day: Date,
}

/// What was decided in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What.
    pub words: String,
    /// The language that it is written in.
    pub language: Language,
    /// In which meeting.
    pub meeting: String,
    /// When that was.
    #[serde(with = "as_text")]
    pub day: Date,
}

/// What was asked in a discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What.
    pub title: String,
    /// The language that it is written in.
    pub language: Language,
    /// Who asked.
    pub by: String,
    /// When.
    #[serde(with = "as_text")]
    pub day: Date,
    /// What came of it; none where that was open when it was reported.
    pub outcome: Option<String>,
    /// Whether it is about sums.
    pub is_money: bool,
}

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Its number.
    pub number: String,
    /// Of which day.
    #[serde(with = "as_text")]
    pub day: Date,
    /// What it asks for in minor units; negative where it gives back.
    pub minor: i64,
    /// In which currency.
    pub currency: String,
}

/// Keeps a value as its own text.
mod as_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::{fmt::Display, str::FromStr};

    pub(super) fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub(super) fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_span_has_its_days_and_one_spelling() {
        let day = date(2028, 2, 29);
        for (period, written, first, last) in [
            (Period::Month, "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
            (Period::Quarter, "2028-Q1", date(2028, 1, 1), date(2028, 3, 31)),
            (Period::Year, "2028", date(2028, 1, 1), date(2028, 12, 31)),
        ] {
            let span = ReportSpan::around(period, day);
            assert_eq!((span.to_string().as_str(), span.first, span.last), (written, first, last));
            assert_eq!(written.parse(), Ok(span));
        }
        assert_eq!(ReportSpan::around(Period::Quarter, date(2026, 12, 31)).to_string(), "2026-Q4");
        for other in ["", "2028-2", "2028-13", "2028-Q5", "2028-Q0", "2028-Q127", "28", "2028-02-29"] {
            assert!(other.parse::<ReportSpan>().is_err(), "{other}");
        }
    }
}
