//! What becomes of each customer that was to go over to a colleague on a day.

use crate::id::PersonId;

words! {
    /// What became of one customer.
    HandOverOutcome {
        /// It went over.
        Done = "done",
        /// Somebody else was responsible by then, and still is.
        Meanwhile = "meanwhile",
        /// Whoever was to get it can no longer be responsible for it.
        HeirCannot = "heir_cannot",
        /// Whoever planned it may no longer hand it over, or the co-operation has ended.
        NotAllowed = "not_allowed",
    }
}

/// How it is with a customer on the day.
#[derive(Debug, Clone, Copy)]
pub struct OnTheDay {
    /// Who is responsible.
    pub responsible: PersonId,
    /// Who was when it was planned.
    pub planned_from: PersonId,
    /// Who is to get it.
    pub heir: PersonId,
    /// Whether the heir can be responsible for it.
    pub heir_can: bool,
}

impl OnTheDay {
    /// What becomes of it: what somebody has decided since counts for more than the plan. With the heir already, it is done.
    #[must_use]
    pub fn outcome(self) -> HandOverOutcome {
        if self.responsible == self.heir {
            HandOverOutcome::Done
        } else if self.responsible != self.planned_from {
            HandOverOutcome::Meanwhile
        } else if self.heir_can {
            HandOverOutcome::Done
        } else {
            HandOverOutcome::HeirCannot
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ulid::Ulid;

    fn outcome(responsible: u64, heir_can: bool) -> HandOverOutcome {
        let person = |n| PersonId(Ulid::from_parts(n, 1));
        OnTheDay { responsible: person(responsible), planned_from: person(1), heir: person(2), heir_can }.outcome()
    }

    #[test]
    fn it_goes_over_from_whom_it_was_planned_to_one_who_can() {
        assert_eq!((outcome(1, true), outcome(1, false)), (HandOverOutcome::Done, HandOverOutcome::HeirCannot));
    }

    #[test]
    fn what_was_handed_over_meanwhile_stays_and_what_the_heir_has_is_done() {
        assert_eq!((outcome(3, true), outcome(3, false)), (HandOverOutcome::Meanwhile, HandOverOutcome::Meanwhile));
        assert_eq!((outcome(2, true), outcome(2, false)), (HandOverOutcome::Done, HandOverOutcome::Done));
    }
}
