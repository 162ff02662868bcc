//! When the supplier is reminded to say anew how a project is going. A reminder, never a lock.

use crate::plan::Light;
use jiff::{Timestamp, civil::Date};

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// Why the status of a project is to be said anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// It was said so many days ago, or never since the customer sees the project.
    Old {
        /// How many.
        days: i64,
    },
    /// A promised day has passed, and the status does not say so.
    Disagrees,
}

/// What is known of a project that the customer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    /// What was last said, and when; none before.
    pub last: Option<(Light, Timestamp)>,
    /// Since when the customer sees the project.
    pub shared_at: Timestamp,
    /// Whether a promised day has passed that is not reached.
    pub has_late_promise: bool,
    /// From which day on a reminder may come again.
    pub off_until: Option<Date>,
}

impl Reported {
    /// Why it is to be said anew on a day at a moment, in a rhythm of so many days; what is done needs no more words.
    #[must_use]
    pub fn reminder(&self, every: Option<i64>, (today, now): (Date, Timestamp)) -> Option<Reminder> {
        let light = self.last.map(|(light, _)| light);
        if light == Some(Light::Done) || self.off_until.is_some_and(|until| today < until) {
            return None;
        }
        if self.has_late_promise && !matches!(light, Some(Light::AtRisk | Light::Late)) {
            return Some(Reminder::Disagrees);
        }
        let since = self.last.map_or(self.shared_at, |(_, at)| at);
        let days = now.duration_since(since).as_secs() / DAY;
        every.filter(|every| days >= *every).map(|_| Reminder::Old { days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{SignedDuration, civil::date};

    const TODAY: Date = date(2026, 11, 16);

    fn reminder(light: Light, days_ago: i64, every: Option<i64>, has_late_promise: bool) -> Option<Reminder> {
        let now: Timestamp = "2026-11-16T09:00:00Z".parse().unwrap();
        let last = Some((light, now - SignedDuration::from_hours(24 * days_ago)));
        let reported = Reported { last, shared_at: now, has_late_promise, off_until: None };
        let told = reported.reminder(every, (TODAY, now));
        assert_eq!(Reported { off_until: Some(TODAY), ..reported }.reminder(every, (TODAY, now)), told, "put off until today");
        assert_eq!(Reported { off_until: Some(date(2026, 11, 17)), ..reported }.reminder(every, (TODAY, now)), None);
        told
    }

    #[test]
    fn what_is_older_than_the_rhythm_is_to_be_said_anew() {
        assert_eq!(reminder(Light::OnTrack, 14, Some(14), false), Some(Reminder::Old { days: 14 }));
        assert_eq!(reminder(Light::OnTrack, 13, Some(14), false), None);
        assert_eq!(reminder(Light::Done, 90, Some(14), true), None);
        assert_eq!(reminder(Light::OnTrack, 90, None, false), None, "without a rhythm nothing is too old");
    }

    #[test]
    fn a_status_that_does_not_say_what_the_dates_say_is_to_be_said_anew() {
        assert_eq!(reminder(Light::OnTrack, 1, None, true), Some(Reminder::Disagrees));
        assert_eq!((reminder(Light::AtRisk, 1, None, true), reminder(Light::Late, 1, None, true)), (None, None));
    }

    #[test]
    fn one_that_was_never_said_is_as_old_as_the_customers_sight_of_it() {
        let now: Timestamp = "2026-11-16T09:00:00Z".parse().unwrap();
        let shared_at = now - SignedDuration::from_hours(24 * 20);
        let reported = Reported { last: None, shared_at, has_late_promise: false, off_until: None };
        assert_eq!(reported.reminder(Some(14), (TODAY, now)), Some(Reminder::Old { days: 20 }));
    }
}
