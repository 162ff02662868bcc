//! Days so far from today that they are more likely mistyped than meant.

use super::Problem;
use jiff::{ToSpan, civil::Date};

/// What looks wrong with a promised or a due day, and has to be confirmed: more than a year ago, or more than ten years
/// away.
pub(crate) fn far_day(day: Date, today: Date) -> Option<Problem> {
    if day < today.saturating_sub(1.year()) {
        Some(Problem::LongAgo)
    } else if day > today.saturating_add(10.years()) {
        Some(Problem::FarAway)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_ago_and_ten_years_ahead_are_the_last_that_nobody_is_asked_about() {
        let asked = |year, month, day| far_day(date(year, month, day), date(2026, 11, 16));
        assert_eq!([asked(2025, 11, 16), asked(2026, 11, 16), asked(2036, 11, 16)], [None, None, None]);
        assert_eq!([asked(2025, 11, 15), asked(2019, 3, 1)], [Some(Problem::LongAgo); 2]);
        assert_eq!([asked(2036, 11, 17), asked(2126, 11, 16)], [Some(Problem::FarAway); 2]);
    }
}
