//! The forms of reports.

use crate::{
    form::{Choice, day, form, one_of, prose},
    merge::Edit,
};
use coplan_domain::{
    id::ReportId,
    report::{Period, Report},
    text::Prose,
};
use jiff::civil::Date;

const PERIODS: &[Choice] = &[
    Choice::new(Period::Month.as_str(), "report-month"),
    Choice::new(Period::Quarter.as_str(), "report-quarter"),
    Choice::new(Period::Year.as_str(), "report-year"),
];

form! {
    /// What is reported.
    ReadDraft {
        /// How long it lasts.
        period: Period = one_of("report-period", PERIODS),
        /// A day in it.
        day: Date = day("report-day").hint("report-day-hint"),
        /// What the manager says of it.
        words: Option<Prose> = prose("report-words").hint("report-words-hint"),
    }

    /// What is reported, as it was typed.
    new DraftReportForm { id: ReportId }
}

form! {
    /// What the manager says.
    ReadWords {
        /// What.
        words: Option<Prose> = prose("report-words").hint("report-words-hint"),
    }

    /// What the manager says, as it was typed.
    edit ReportWordsForm {}
}

impl DraftReportForm {
    /// Asks for the month before this day.
    #[must_use]
    pub fn suggested(id: ReportId, today: Date) -> Self {
        let last = today.first_of_month().yesterday().unwrap_or(today);
        Self { period: Period::Month.to_string(), day: last.to_string(), ..Self::blank(id) }
    }
}

impl ReportWordsForm {
    /// A draft as its form is drawn.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        Self { version: report.version, was: String::new(), words: report.words.clone() }.seen()
    }
}
