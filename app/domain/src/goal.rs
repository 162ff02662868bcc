//! Goals: the effect that a customer wants in its business, the way there, and what was measured on it.

use crate::{
    exact::Exact,
    id::{GoalId, ReadingId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;

words! {
    /// Which way is better.
    Direction {
        /// Less is better.
        Down = "down",
        /// More is better.
        Up = "up",
    }
}

words! {
    /// How a goal ended.
    GoalOutcome {
        /// The effect is there.
        Reached = "reached",
        /// It is not followed any more.
        GivenUp = "given_up",
    }
}

words! {
    /// What the other side says to a reading.
    ReadingAnswer {
        /// It is so.
        Confirmed = "confirmed",
        /// It is not so.
        Disputed = "disputed",
    }
}

/// How far a goal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalState {
    /// One side or both have yet to agree to it as it is now.
    Proposed,
    /// Both sides agreed to it as it is now.
    Agreed,
    /// It ended.
    Ended(GoalOutcome),
}

/// What a goal says; it is the same for ever in one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTerms {
    /// The effect or condition that is wanted, in the customer's words.
    pub title: String,
    /// Why it matters to its business.
    pub why: String,
    /// What is measured.
    pub measure: String,
    /// In which unit; may be empty.
    pub unit: String,
    /// Who measures it.
    pub measured_by: String,
    /// What it was at the beginning.
    pub baseline: Exact,
    /// What it shall be.
    pub target: Exact,
    /// Which way is better.
    pub direction: Direction,
    /// By when.
    pub due_on: Date,
    /// Where and when other conditions hold; may be empty.
    pub note: String,
}

/// One revision of a goal, with who proposed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalRevision {
    /// Counted from 1.
    pub revision: i64,
    /// What it says.
    pub terms: GoalTerms,
    /// Who proposed it.
    pub proposed_by: String,
    /// The side of who did.
    pub side: Side,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub proposed_at: Timestamp,
}

/// That one side agreed to a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalApproval {
    /// Which side.
    pub side: Side,
    /// To which revision.
    pub revision: i64,
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// How and why a goal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalEnd {
    /// How.
    pub outcome: GoalOutcome,
    /// Why, or what was learnt; may be empty where it was reached.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A goal as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Which.
    pub id: GoalId,
    /// The day from which on its path is counted.
    pub begun_on: Date,
    /// What it says now.
    pub now: GoalRevision,
    /// The sides that agreed to that.
    pub agreed: Vec<Side>,
    /// Since when what was measured is off the path.
    pub off_since: Option<Timestamp>,
    /// What was measured last and is not disputed.
    pub last: Option<(Date, Exact)>,
    /// How it ended; none while it goes on.
    pub end: Option<GoalEnd>,
}

/// What was measured on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which.
    pub id: ReadingId,
    /// On which day it was measured.
    pub day: Date,
    /// What was measured.
    pub value: Exact,
    /// What is to know of it; may be empty.
    pub note: String,
    /// Who wrote it down.
    pub by: String,
    /// The side of who did.
    pub side: Side,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// What the other side says, in its words where it disputes; who said it.
    pub answer: Option<(ReadingAnswer, String, String)>,
}

impl Reading {
    /// Whether it counts: what is disputed does not.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self.answer, Some((ReadingAnswer::Disputed, ..)))
    }
}

impl Direction {
    /// Whether a goal from here to there would go the other way.
    #[must_use]
    pub fn is_against(self, baseline: Decimal, target: Decimal) -> bool {
        self.is_worse(target, baseline)
    }

    /// Whether one value is worse than another.
    #[must_use]
    pub fn is_worse(self, one: Decimal, other: Decimal) -> bool {
        match self {
            Self::Down => one > other,
            Self::Up => one < other,
        }
    }
}

impl GoalTerms {
    /// What is expected on a day: on the straight line from the baseline to the target, and the target from its day on.
    #[must_use]
    pub fn expected_on(&self, begun_on: Date, day: Date) -> Decimal {
        let (baseline, target) = (self.baseline.value(), self.target.value());
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| i64::from(span.get_days()));
        let (whole, gone) = (days(begun_on, self.due_on), days(begun_on, day));
        if gone >= whole {
            return target;
        }
        let share = Decimal::from(gone.max(0)).checked_div(Decimal::from(whole));
        let way = target.checked_sub(baseline).zip(share).and_then(|(way, share)| way.checked_mul(share));
        way.and_then(|way| baseline.checked_add(way)).unwrap_or(target)
    }

    /// Whether a value that was measured on a day is off the path: worse than expected by more than a tenth of the whole
    /// way, so that a small swing alarms nobody. From the day of the target on the target itself counts.
    #[must_use]
    pub fn is_off(&self, begun_on: Date, day: Date, value: Decimal) -> bool {
        let expected = self.expected_on(begun_on, day);
        if day >= self.due_on {
            return self.direction.is_worse(value, self.target.value());
        }
        let way = self.target.value().checked_sub(self.baseline.value()).unwrap_or_default();
        let allowed = way.abs().checked_div(Decimal::TEN).unwrap_or_default();
        let bound = match self.direction {
            Direction::Down => expected.checked_add(allowed),
            Direction::Up => expected.checked_sub(allowed),
        };
        self.direction.is_worse(value, bound.unwrap_or(expected))
    }

    /// Whether a value is as good as the target, or better.
    #[must_use]
    pub fn is_met(&self, value: Decimal) -> bool {
        !self.direction.is_worse(value, self.target.value())
    }
}

impl Goal {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> GoalState {
        match &self.end {
            Some(end) => GoalState::Ended(end.outcome),
            None if Side::ALL.iter().all(|side| self.agreed.contains(side)) => GoalState::Agreed,
            None => GoalState::Proposed,
        }
    }

    /// Whether it is off its path on a day: by what was measured last, or because its day has passed.
    #[must_use]
    pub fn is_off(&self, today: Date) -> bool {
        self.state() == GoalState::Agreed && (self.off_since.is_some() || self.now.terms.due_on < today)
    }

    /// Whether what was measured last is as good as the target.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.last.as_ref().is_some_and(|(_, value)| self.now.terms.is_met(value.value()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn terms(baseline: &str, target: &str, direction: Direction) -> GoalTerms {
        GoalTerms {
            title: "Shorter waits".to_owned(),
            why: "The night shift stands still".to_owned(),
            measure: "Waiting time per shift".to_owned(),
            unit: "min".to_owned(),
            measured_by: "The shift leader".to_owned(),
            baseline: baseline.parse().unwrap(),
            target: target.parse().unwrap(),
            direction,
            due_on: date(2026, 12, 11),
            note: String::new(),
        }
    }

    #[test]
    fn the_path_leads_straight_from_the_baseline_to_the_target() {
        let (goal, begun) = (terms("20", "10", Direction::Down), date(2026, 12, 1));
        let on = |day| goal.expected_on(begun, date(2026, 12, day)).normalize().to_string();
        assert_eq!([1, 2, 6, 11, 20].map(on), ["20", "19", "15", "10", "10"]);
        assert_eq!(goal.expected_on(begun, date(2026, 11, 1)).to_string(), "20", "before it began");
    }

    #[test]
    fn a_tenth_of_the_way_is_allowed_until_its_day() {
        let (goal, begun) = (terms("20", "10", Direction::Down), date(2026, 12, 1));
        let off = |day, value: &str| goal.is_off(begun, date(2026, 12, day), value.parse().unwrap());
        assert!(!off(6, "16") && off(6, "16.1") && !off(6, "3"));
        assert!(!off(11, "10") && off(11, "10.1"));
        let up = terms("80", "90", Direction::Up);
        let off = |value: &str| up.is_off(begun, date(2026, 12, 6), value.parse().unwrap());
        assert!(!off("84") && off("83.9") && !off("95"));
    }

    #[test]
    fn a_condition_that_is_to_last_has_no_room_beside_it() {
        let (goal, begun) = (terms("18", "18", Direction::Up), date(2026, 12, 1));
        assert!(!goal.is_off(begun, date(2026, 12, 2), Decimal::from(18)));
        assert!(goal.is_off(begun, date(2026, 12, 2), Decimal::new(179, 1)));
    }

    proptest! {
        #[test]
        fn what_meets_the_target_is_never_off(
            baseline in -1000_i64..1000, target in -1000_i64..1000, better in 0_i64..500, day in 1_i8..=31, up in any::<bool>()
        ) {
            let direction = if up { Direction::Up } else { Direction::Down };
            prop_assume!(!direction.is_against(Decimal::from(baseline), Decimal::from(target)));
            let goal = terms(&baseline.to_string(), &target.to_string(), direction);
            let value = Decimal::from(if up { target + better } else { target - better });
            prop_assert!(goal.is_met(value));
            prop_assert!(!goal.is_off(date(2026, 12, 1), date(2026, 12, day), value));
        }
    }
}
