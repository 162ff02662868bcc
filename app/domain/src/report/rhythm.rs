//! How often a customer gets a report, and by when.

use super::{Period, ReportSpan};
use jiff::civil::Date;

/// The last day of the month by which a report can be promised: every month has it.
pub const LAST_DAY: i8 = 28;

/// How often a customer gets a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportRhythm {
    /// Of how long each.
    pub period: Period,
    /// By which day of the month after, from 1 to [`LAST_DAY`].
    pub day: i8,
    /// From which day on; nothing that was over before is reported by it.
    pub since: Date,
}

impl ReportRhythm {
    /// What is to be reported on a day, and by when: the last month, quarter or year that is over. None where that was over
    /// before the rhythm began.
    #[must_use]
    pub fn due(self, today: Date) -> Option<(ReportSpan, Date)> {
        let now = ReportSpan::around(self.period, today);
        let last = ReportSpan::around(self.period, now.first.yesterday().ok()?);
        let by = Date::new(now.first.year(), now.first.month(), self.day).ok()?;
        (last.last >= self.since).then_some((last, by))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_over_is_reported_by_the_day_of_the_month_after() {
        let due = |period, today| {
            let rhythm = ReportRhythm { period, day: 10, since: date(2026, 1, 1) };
            rhythm.due(today).map(|(span, by)| (span.to_string(), by))
        };
        assert_eq!(due(Period::Month, date(2026, 12, 1)), Some(("2026-11".to_owned(), date(2026, 12, 10))));
        assert_eq!(due(Period::Month, date(2026, 12, 31)), Some(("2026-11".to_owned(), date(2026, 12, 10))));
        assert_eq!(due(Period::Quarter, date(2026, 12, 31)), Some(("2026-Q3".to_owned(), date(2026, 10, 10))));
        assert_eq!(due(Period::Quarter, date(2027, 1, 1)), Some(("2026-Q4".to_owned(), date(2027, 1, 10))));
        assert_eq!(due(Period::Year, date(2027, 3, 1)), Some(("2026".to_owned(), date(2027, 1, 10))));
    }

    #[test]
    fn what_was_over_before_the_rhythm_began_is_not_reported_by_it() {
        let rhythm = ReportRhythm { period: Period::Month, day: 5, since: date(2026, 11, 16) };
        assert_eq!(rhythm.due(date(2026, 11, 20)), None, "October was over");
        assert_eq!(rhythm.due(date(2026, 12, 1)).unwrap().0.to_string(), "2026-11");
    }
}
