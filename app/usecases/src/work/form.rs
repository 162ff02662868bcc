//! The forms of work.

use crate::form::{Choice, FromField, Problem, day, form, line, listed};
use coplan_domain::{
    id::WorkEntryId,
    text::Line,
    work::{Charge, Matter, WorkTime},
};
use coplan_store::work::{WorkRow, WorkWords};
use jiff::civil::Date;

const CHARGES: &[Choice] = &[
    Choice::new(Charge::Charged.as_str(), "work-charged"),
    Choice::new(Charge::Included.as_str(), "work-included"),
    Choice::new(Charge::Warranty.as_str(), "work-warranty"),
    Choice::new(Charge::Goodwill.as_str(), "work-goodwill"),
];

form! {
    /// What is said of work.
    ReadWork {
        /// What it was for.
        matter: Matter = listed("work-matter", &[]),
        /// How long it took.
        time: WorkTime = line("work-time").hint("work-time-hint"),
        /// The day.
        day: Date = day("work-day").beside(),
        /// What was done and why.
        words: Line = line("work-words").hint("work-words-hint"),
        /// Whether it is charged.
        charge: Charge = listed("work-charge", CHARGES),
    }

    /// Work as it was typed.
    new RecordForm { id: WorkEntryId }

    /// An entry as it was typed.
    edit ChangeWorkForm {}
}

form! {
    /// What closes the difference on a line.
    ReadAdjustment {
        /// How much is charged beyond the entries, with a minus where less is; empty where nothing is to be closed.
        minutes: AdjustedMinutes = line("work-adjust-minutes").hint("work-adjust-minutes-hint"),
        /// Why.
        reason: Option<Line> = line("work-adjust-reason").hint("work-adjust-reason-hint"),
    } => |problems| {
        let closes = minutes.is_some_and(|AdjustedMinutes(minutes)| minutes != 0);
        if closes && reason == Some(None) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// The difference as it was typed.
    plain AdjustForm {}
}

/// Minutes beyond the entries; 0 where nothing was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdjustedMinutes(pub i64);

impl FromField for AdjustedMinutes {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let typed = typed.trim().replace('\u{2212}', "-");
        if typed.is_empty() {
            return Ok(Self(0));
        }
        let (sign, rest) = typed.strip_prefix('-').map_or((1, typed.as_str()), |rest| (-1, rest));
        rest.parse::<WorkTime>().map(|time| Self(sign * time.minutes())).map_err(|_| Problem::NotAWorkTime)
    }
}

impl FromField for WorkTime {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.trim().is_empty() { Err(Problem::Empty) } else { typed.parse().map_err(|_| Problem::NotAWorkTime) }
    }
}

impl ChangeWorkForm {
    /// An entry as its form is drawn.
    #[must_use]
    pub fn of(row: &WorkRow) -> Self {
        let entry = &row.entry;
        let form = Self {
            version: entry.version,
            was: String::new(),
            matter: entry.matter.to_string(),
            time: entry.time.to_string(),
            day: entry.day.to_string(),
            words: entry.words.clone(),
            charge: entry.charge.to_string(),
        };
        crate::merge::Edit::seen(form)
    }
}

impl ReadWork {
    /// What is kept of it.
    pub(super) fn kept(self) -> WorkWords {
        let Self { matter, time, day, words, charge } = self;
        WorkWords { task: matter.task, day, time, words: words.into(), charge }
    }
}
