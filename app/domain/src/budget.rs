//! How much work a project may take, and until when that lasts.

use jiff::{ToSpan, civil::Date};

/// How many of the latest weeks tell the pace.
pub const WEEKS: usize = 8;
/// Fewer weeks tell nothing.
const FEWEST_WEEKS: usize = 2;
/// Beyond so many days nobody can say.
const LONGEST_DAYS: i64 = 3 * 366;

/// The day that a budget is used up if work goes on as in the latest weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    /// At the pace of the busier half of those weeks.
    pub first: Date,
    /// At the pace of all of them.
    pub likely: Date,
    /// At the pace of the quieter half; none where that lasts for years.
    pub last: Option<Date>,
    /// How many weeks tell it.
    pub weeks: usize,
}

/// Until when what is left lasts. `weeks` are the minutes of each week so far, the latest last and up to today. None where
/// nothing is left, or too little is known.
#[must_use]
pub fn forecast(left: i64, weeks: &[i64], today: Date) -> Option<Forecast> {
    let latest = &weeks[weeks.len().saturating_sub(WEEKS)..];
    if left <= 0 || latest.len() < FEWEST_WEEKS {
        return None;
    }
    let mut sorted = latest.to_vec();
    sorted.sort_unstable();
    let half = sorted.len().div_ceil(2);
    let runs_out = |pace: &[i64]| {
        let sum: i64 = pace.iter().fold(0, |sum, minutes| sum.saturating_add((*minutes).max(0)));
        let count = i64::try_from(pace.len()).unwrap_or(1);
        // Days that what is left lasts: left / (sum / count / 7), rounded up.
        let days = left.saturating_mul(7).saturating_mul(count).checked_add(sum.saturating_sub(1))?.checked_div(sum)?;
        (days <= LONGEST_DAYS).then(|| today.saturating_add(days.days()))
    };
    let (quiet, busy) = (&sorted[..half], &sorted[sorted.len() - half..]);
    Some(Forecast { first: runs_out(busy)?, likely: runs_out(&sorted)?, last: runs_out(quiet), weeks: sorted.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 16);

    #[test]
    fn what_is_left_lasts_as_long_as_the_pace_says() {
        let told = forecast(600, &[300, 300, 300, 300], TODAY).unwrap();
        let day = date(2026, 11, 30);
        assert_eq!((told.first, told.likely, told.last, told.weeks), (day, day, Some(day), 4));
        let told = forecast(600, &[0, 0, 600, 600], TODAY).unwrap();
        assert_eq!((told.first, told.likely, told.last), (date(2026, 11, 23), date(2026, 11, 30), None));
    }

    #[test]
    fn nothing_is_said_where_nothing_is_known() {
        assert_eq!(forecast(600, &[300], TODAY), None);
        assert_eq!(forecast(0, &[300, 300], TODAY), None);
        assert_eq!(forecast(600, &[0, 0, 0], TODAY), None);
        assert_eq!(forecast(i64::MAX, &[1, 1], TODAY), None);
    }

    proptest! {
        #[test]
        fn the_range_holds_the_likely_day(left in 1..100_000_i64, weeks in prop::collection::vec(0..3_000_i64, 0..20)) {
            if let Some(told) = forecast(left, &weeks, TODAY) {
                prop_assert!(told.first <= told.likely && told.first > TODAY);
                prop_assert!(told.last.is_none_or(|last| last >= told.likely));
            }
        }
    }
}
