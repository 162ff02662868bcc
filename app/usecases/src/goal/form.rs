//! The forms of goals.

use crate::{
    form::{Choice, FromField, Problem, day, form, line, one_of, prose},
    merge::Edit,
};
use coplan_domain::{
    exact::Exact,
    goal::{Direction, Goal, GoalOutcome, GoalTerms},
    id::{GoalId, ReadingId},
    text::{Line, Prose},
};
use jiff::civil::Date;

const DIRECTIONS: &[Choice] =
    &[Choice::new(Direction::Down.as_str(), "goal-down"), Choice::new(Direction::Up.as_str(), "goal-up")];

const OUTCOMES: &[Choice] =
    &[Choice::new(GoalOutcome::Reached.as_str(), "goal-reached"), Choice::new(GoalOutcome::GivenUp.as_str(), "goal-given-up")];

form! {
    /// What a goal says.
    ReadGoal {
        /// The effect or condition that is wanted.
        title: Line = line("goal-title").hint("goal-title-hint"),
        /// Why it matters.
        why: Prose = prose("goal-why").hint("goal-why-hint"),
        /// What is measured.
        measure: Line = line("goal-measure").hint("goal-measure-hint"),
        /// In which unit.
        unit: Option<Line> = line("goal-unit").hint("goal-unit-hint").beside(),
        /// Who measures it.
        measured_by: Line = line("goal-measured-by"),
        /// What it is now.
        baseline: Measured = line("goal-baseline"),
        /// What it shall be.
        target: Measured = line("goal-target").beside(),
        /// Which way is better.
        direction: Direction = one_of("goal-direction", DIRECTIONS),
        /// By when.
        due_on: Date = day("goal-due-on"),
        /// Where and when other conditions hold.
        note: Option<Prose> = prose("goal-note").hint("goal-note-hint"),
    } => |problems| {
        if let (Some(Measured(baseline)), Some(Measured(target)), Some(direction)) = (&baseline, &target, direction)
            && direction.is_against(baseline.value(), target.value())
        {
            problems.add("target", Problem::OtherDirection);
        }
    }

    /// A new goal as it was typed.
    new ProposeForm { id: GoalId }

    /// A goal as it was typed.
    edit ChangeGoalForm {}
}

form! {
    /// What was measured.
    ReadReading {
        /// On which day.
        day: Date = day("reading-day"),
        /// What.
        value: Measured = line("reading-value").beside(),
        /// What is to know of it.
        note: Option<Line> = line("reading-note").hint("reading-note-hint"),
    }

    /// What was measured, as it was typed.
    new ReadingForm { id: ReadingId }
}

form! {
    /// Why a reading is not so.
    ReadDispute {
        /// Why.
        words: Line = line("reading-dispute-words").hint("reading-dispute-hint"),
    }

    /// Why a reading is not so, as it was typed.
    plain DisputeForm {}
}

form! {
    /// How a goal ends.
    ReadEnd {
        /// How.
        outcome: GoalOutcome = one_of("goal-end-outcome", OUTCOMES),
        /// Why, or what was learnt.
        reason: Option<Prose> = prose("goal-end-reason").hint("goal-end-reason-hint"),
    } => |problems| {
        // What is reached speaks for itself; who gives up owes the others a reason.
        if outcome == Some(GoalOutcome::GivenUp) && matches!(reason, Some(None)) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// How a goal ends, as it was typed.
    plain EndGoalForm {}
}

/// A number that was measured or is to be measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured(pub Exact);

/// The most characters of such a number: what is reckoned with it stays exact.
const LONGEST: usize = 14;

/// With a point or a comma before its decimals; no signs between thousands, which could be read in two ways.
impl FromField for Measured {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let typed = typed.trim().replace(',', ".").replace('\u{2212}', "-");
        if typed.is_empty() {
            return Err(Problem::Empty);
        }
        typed.parse().ok().filter(|_| typed.len() <= LONGEST).map(Self).ok_or(Problem::NotANumber)
    }
}

impl ChangeGoalForm {
    /// A goal as its form is drawn.
    #[must_use]
    pub fn of(goal: &Goal) -> Self {
        let terms = &goal.now.terms;
        let form = Self {
            version: goal.now.revision,
            was: String::new(),
            title: terms.title.clone(),
            why: terms.why.clone(),
            measure: terms.measure.clone(),
            unit: terms.unit.clone(),
            measured_by: terms.measured_by.clone(),
            baseline: terms.baseline.to_string(),
            target: terms.target.to_string(),
            direction: terms.direction.to_string(),
            due_on: terms.due_on.to_string(),
            note: terms.note.clone(),
        };
        form.seen()
    }
}

impl From<ReadGoal> for GoalTerms {
    fn from(read: ReadGoal) -> Self {
        Self {
            title: read.title.into(),
            why: read.why.into(),
            measure: read.measure.into(),
            unit: read.unit.map(String::from).unwrap_or_default(),
            measured_by: read.measured_by.into(),
            baseline: read.baseline.0,
            target: read.target.0,
            direction: read.direction,
            due_on: read.due_on,
            note: read.note.map(String::from).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_the_ways_of_both_sides_of_the_baltic() {
        let read = |typed: &str| Measured::from_field(&typed.to_owned()).map(|it| it.0.to_string());
        assert_eq!(read(" 8,5 "), Ok("8.5".to_owned()));
        assert_eq!(read("\u{2212}18.0"), Ok("-18.0".to_owned()));
        assert_eq!(read(""), Err(Problem::Empty));
        for wrong in ["1 000", "1,000.5", "8 min", "123456789012345"] {
            assert_eq!(read(wrong), Err(Problem::NotANumber), "{wrong}");
        }
    }
}
