//! A clock that the story sets: what happened three weeks ago is kept as of three weeks ago.

use coplan_domain::system::Clock;
use coplan_usecases::system::SystemClock;
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands at a moment before now, and goes on by a second each time somebody looks at it.
pub struct StoryClock(AtomicI64);

impl StoryClock {
    /// A clock at now.
    pub fn new() -> Self {
        Self(AtomicI64::new(SystemClock.now().as_millisecond()))
    }

    /// Sets it to so many days and hours before now.
    pub fn set(&self, days_ago: i64, hours_ago: i64) {
        let at = SystemClock.now() - SignedDuration::from_hours(days_ago * 24 + hours_ago);
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
