//! The year until today, or one that many years before it: what is drawn along time is drawn a year at a time.

use crate::{Error, Portal};
use coplan_store::access::Actor;
use jiff::{Span, Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// Years that may be asked for.
const YEARS: i64 = 50;

/// A year in the reader's time zone.
pub(crate) struct YearBack {
    zone: TimeZone,
    /// How many years before the one until today.
    pub back: i64,
    /// Its first and its last day.
    pub days: (Date, Date),
    /// When it begins, and when the day behind it does.
    pub moments: (Timestamp, Timestamp),
}

impl YearBack {
    /// The year that ends so many years before the reader's day.
    pub fn new(portal: &Portal, actor: &Actor, back: i64) -> Result<Self, Error> {
        let zone = TimeZone::get(actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
        let (today, back) = (portal.today(actor), back.clamp(0, YEARS));
        let last = today.saturating_sub(Span::new().years(back));
        let first = last.saturating_sub(1.year()).saturating_add(1.day());
        let begin = |day: Date| day.to_zoned(zone.clone()).map(|at| at.timestamp()).map_err(|_| Error::NotFound);
        let moments = (begin(first)?, begin(last.saturating_add(1.day()))?);
        Ok(Self { zone, back, days: (first, last), moments })
    }

    /// The day of a moment of this year; none of another one.
    pub fn day_of(&self, at: Timestamp) -> Option<Date> {
        let within = at >= self.moments.0 && at < self.moments.1;
        within.then(|| at.to_zoned(self.zone.clone()).date())
    }

    /// When a day of this year begins; none of another one.
    pub fn begin_of(&self, day: Date) -> Option<Timestamp> {
        let within = day >= self.days.0 && day <= self.days.1;
        within.then(|| day.to_zoned(self.zone.clone()).ok()).flatten().map(|at| at.timestamp())
    }
}
