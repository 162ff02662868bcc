//! The supplier's working hours: which days are worked, and when so many hours of work are over.

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, DateTime, Weekday, date},
    tz::TimeZone,
};

words! {
    /// Whose holidays nobody works on.
    HolidayCountry {
        /// Finland's.
        Finland = "fi",
        /// Sweden's.
        Sweden = "se",
    }
}

/// The hours at which a working day begins and ends.
const DAY: (i8, i8) = (8, 16);
/// The most hours that are counted: half a year of work.
pub const MOST_HOURS: i64 = 1_000;

/// When the supplier works: Monday to Friday from 8 to 16 in its time zone, but not on the holidays of its country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingTime {
    country: HolidayCountry,
    zone: TimeZone,
}

impl Default for WorkingTime {
    fn default() -> Self {
        Self::new(HolidayCountry::Finland, "Europe/Helsinki")
    }
}

impl WorkingTime {
    /// Working hours by the holidays of a country, in an IANA time zone; in UTC where that is not known.
    #[must_use]
    pub fn new(country: HolidayCountry, time_zone: &str) -> Self {
        Self { country, zone: TimeZone::get(time_zone).unwrap_or(TimeZone::UTC) }
    }

    /// The day at a moment where the supplier works.
    #[must_use]
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// When a day begins where the supplier works; none beyond the calendar.
    #[must_use]
    pub fn start_of(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.zone.clone()).ok().map(|start| start.timestamp())
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_holiday(self.country, day)
    }

    /// The moment at which so many working hours are over since another one, at most [`MOST_HOURS`]; none where the
    /// calendar ends before.
    #[must_use]
    pub fn after(&self, from: Timestamp, hours: i64) -> Option<Timestamp> {
        let local = from.to_zoned(self.zone.clone()).datetime();
        let (mut day, mut begin) = (local.date(), local);
        let mut left = SignedDuration::from_hours(hours.clamp(0, MOST_HOURS));
        loop {
            if let Some(rest) = self.rest_of(day, begin) {
                if left <= rest.left {
                    // Clocks change at night and on Sundays, so an hour of a working day is an hour.
                    let end = rest.from.checked_add(left).ok()?;
                    return Some(end.to_zoned(self.zone.clone()).ok()?.timestamp());
                }
                left -= rest.left;
            }
            day = day.checked_add(1.day()).ok()?;
            begin = day.at(0, 0, 0, 0);
        }
    }

    /// What is left to work on a day from a time on; none where nothing is.
    fn rest_of(&self, day: Date, from: DateTime) -> Option<Rest> {
        let from = from.max(day.at(DAY.0, 0, 0, 0));
        let left = day.at(DAY.1, 0, 0, 0).duration_since(from);
        (self.is_worked(day) && left.is_positive()).then_some(Rest { from, left })
    }
}

/// The rest of a working day.
struct Rest {
    from: DateTime,
    left: SignedDuration,
}

/// Easter Sunday by the Gregorian calendar, as Meeus, Jones and Butcher count it.
#[must_use]
pub fn easter(year: i16) -> Date {
    let number = i32::from(year);
    let (golden, century, rest) = (number % 19, number / 100, number % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    date(year, 3, 22).saturating_add((moon + weekday - 7 * late).days())
}

/// Whether nobody works on a day by the holidays of a country; among them the eves of Midsummer and Christmas, and in Sweden
/// New Year's Eve, which are no holidays by law and free by custom and by the laws on leave.
#[must_use]
pub fn is_holiday(country: HolidayCountry, day: Date) -> bool {
    let since_easter = easter(day.year()).until(day).map_or(i32::MAX, |span| span.get_days());
    // Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
    let moves = matches!(since_easter, -2 | 0 | 1 | 39 | 49);
    let (month, of_month) = (day.month(), day.day());
    let is_week =
        |weekday, first: (i8, i8), last: (i8, i8)| day.weekday() == weekday && (first..=last).contains(&(month, of_month));
    let midsummer = is_week(Weekday::Friday, (6, 19), (6, 25)) || is_week(Weekday::Saturday, (6, 20), (6, 26));
    let all_saints = is_week(Weekday::Saturday, (10, 31), (11, 6));
    let shared = matches!((month, of_month), (1, 1 | 6) | (5, 1) | (12, 24..=26));
    let own = match country {
        HolidayCountry::Finland => (month, of_month) == (12, 6),
        HolidayCountry::Sweden => matches!((month, of_month), (6, 6) | (12, 31)),
    };
    moves || midsummer || all_saints || shared || own
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn after(country: HolidayCountry, zone: &str, from: &str, hours: i64) -> String {
        WorkingTime::new(country, zone).after(at(from), hours).unwrap().to_string()
    }

    #[test]
    fn easter_is_when_the_almanacs_say() {
        for (year, month, day) in [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn each_country_has_its_own_days() {
        let free = |country| {
            let days = date(2026, 1, 1).series(1.day()).take(365).filter(move |day| is_holiday(country, *day));
            days.map(|day| (day.month(), day.day())).collect::<Vec<_>>()
        };
        let both = [(1, 1), (1, 6), (4, 3), (4, 5), (4, 6), (5, 1), (5, 14), (5, 24)];
        let summer = [(6, 19), (6, 20), (10, 31)];
        let christmas = [(12, 24), (12, 25), (12, 26)];
        let finland = [&both[..], &summer, &[(12, 6)], &christmas].concat();
        let sweden = [&both[..], &[(6, 6)], &summer, &christmas, &[(12, 31)]].concat();
        assert_eq!(free(HolidayCountry::Finland), finland);
        assert_eq!(free(HolidayCountry::Sweden), sweden);
    }

    #[test]
    fn working_hours_go_around_nights_weekends_and_holidays() {
        let helsinki = |from: &str, hours| after(HolidayCountry::Finland, "Europe/Helsinki", from, hours);
        // Monday 30 November 2026; Helsinki is two hours ahead.
        assert_eq!(helsinki("2026-11-30T07:00:00Z", 4), "2026-11-30T11:00:00Z");
        assert_eq!(helsinki("2026-11-30T12:00:00Z", 4), "2026-12-01T08:00:00Z", "two hours are left of Monday");
        assert_eq!(helsinki("2026-11-30T20:00:00Z", 8), "2026-12-01T14:00:00Z", "a whole day ends at 16");
        assert_eq!(helsinki("2026-12-04T13:00:00Z", 8), "2026-12-07T13:00:00Z", "over a weekend");
        assert_eq!(helsinki("2026-12-23T13:00:00Z", 2), "2026-12-28T07:00:00Z", "over Christmas");
        assert_eq!(after(HolidayCountry::Sweden, "Europe/Stockholm", "2026-12-30T14:00:00Z", 8), "2027-01-04T14:00:00Z");
        assert_eq!(helsinki("2027-03-25T13:00:00Z", 2), "2027-03-30T06:00:00Z", "over Easter, on which clocks change");
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_of_spring(year in 1900_i16..2400) {
            let day = easter(year);
            prop_assert_eq!(day.weekday(), Weekday::Sunday);
            prop_assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&day));
        }

        #[test]
        fn midsummer_and_all_saints_are_one_saturday_each_and_no_weekday_is_free_more_than_the_law_says(
            year in 1900_i16..2400, sweden in any::<bool>()
        ) {
            let country = if sweden { HolidayCountry::Sweden } else { HolidayCountry::Finland };
            let free = date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year).filter(|day| is_holiday(country, *day));
            let free = free.collect::<Vec<_>>();
            let saturdays = |months: [i8; 2]| {
                let between = free.iter().filter(|day| months.contains(&day.month()) && day.weekday() == Weekday::Saturday);
                between.filter(|day| (day.month(), day.day()) != (6, 6)).count()
            };
            prop_assert_eq!(saturdays([6, 6]), 1);
            prop_assert_eq!(saturdays([10, 11]), 1);
            prop_assert!(matches!(free.len(), 14..=16), "{free:?}");
        }

        #[test]
        fn working_hours_end_in_working_hours_add_up_and_never_go_back(
            from in 0_i64..4_000_000_000, more in 0_i64..500_000, hours in 1_i64..200, others in 1_i64..200, sweden in any::<bool>()
        ) {
            let (country, zone) =
                if sweden { (HolidayCountry::Sweden, "Europe/Stockholm") } else { (HolidayCountry::Finland, "Europe/Helsinki") };
            let time = WorkingTime::new(country, zone);
            let moment = |second| Timestamp::from_second(second).unwrap();
            let end = time.after(moment(from), hours).unwrap();
            prop_assert!(end > moment(from));
            let local = end.to_zoned(TimeZone::get(zone).unwrap()).datetime();
            prop_assert!(time.is_worked(local.date()));
            prop_assert!(local > local.date().at(8, 0, 0, 0) && local <= local.date().at(16, 0, 0, 0), "{local}");
            prop_assert_eq!(time.after(end, others), time.after(moment(from), hours + others));
            prop_assert!(time.after(moment(from + more), hours).unwrap() >= end);
        }
    }
}
