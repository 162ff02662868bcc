//! A clock that the story sets: what happened three weeks ago is kept as of three weeks ago.

use crate::builder::PLACE;
use coplan_domain::system::Clock;
use coplan_usecases::system::SystemClock;
use jiff::{SignedDuration, Timestamp, ToSpan, tz::TimeZone};
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands at a moment before now, and goes on by a second each time somebody looks at it.
pub struct StoryClock(AtomicI64);

impl StoryClock {
    /// A clock at now.
    pub fn new() -> Self {
        Self(AtomicI64::new(SystemClock.now().as_millisecond()))
    }

    /// Sets it to so many days and hours before now. A day is a day where the story plays: before midnight, too, and in another
    /// season than today's.
    pub fn set(&self, days_ago: i64, hours_ago: i64) {
        let zone = TimeZone::get(PLACE).unwrap_or(TimeZone::UTC);
        let day = SystemClock.now().to_zoned(zone).saturating_sub(days_ago.days());
        let at = day.timestamp() - SignedDuration::from_hours(hours_ago);
        self.0.store(at.as_millisecond(), Ordering::Relaxed);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        let at = self.0.fetch_add(1_000, Ordering::Relaxed);
        // The story never runs ahead of the day on which it is told.
        Timestamp::from_millisecond(at).unwrap_or_default().min(SystemClock.now())
    }
}
