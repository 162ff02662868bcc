//! How what was handed over is used: asked of whoever took it over, on the first day and again after 30, 90 and 180.

use crate::id::AcceptanceId;

/// After how many days it is asked; at once for the first impression.
pub const USE_DAYS: [i64; 4] = [0, 30, 90, 180];
/// For how many days after such a day it is still asked: what lies longer back is left out, not made up for.
const LATE: i64 = 14;

/// What a survey of use is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfUse {
    /// The checklist that was approved.
    pub acceptance: AcceptanceId,
    /// How many days after that it asks.
    pub after_days: i64,
}

/// Which of [`USE_DAYS`] is to be asked so many days after the approval, where the one that was asked last is known.
#[must_use]
pub fn use_due(days: i64, asked: Option<i64>) -> Option<i64> {
    let after = USE_DAYS.into_iter().rev().find(|after| *after <= days)?;
    (days - after <= LATE && asked.is_none_or(|last| last < after)).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_is_asked_once_and_a_missed_one_is_left_out() {
        assert_eq!(
            [0, 14, 15, 29, 30, 44, 45, 90, 180, 194, 195].map(|days| use_due(days, None)),
            [Some(0), Some(0), None, None, Some(30), Some(30), None, Some(90), Some(180), Some(180), None,]
        );
        assert_eq!(
            [(3, 0), (30, 0), (31, 30), (90, 0), (200, 180)].map(|(days, asked)| use_due(days, Some(asked))),
            [None, Some(30), None, Some(90), None,]
        );
        assert_eq!(use_due(-1, None), None, "a clock that was set back");
    }
}
