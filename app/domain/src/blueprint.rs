//! The blueprint of a project: what happened, in five lanes on both sides of the line up to which the customer sees.

use crate::{event::EventKind, person::Side, plan::Stage};

words! {
    /// Where something happened, from what the customer holds in its hands to what only carries the rest.
    Lane {
        /// What there is to show for it: reports, files, invoices.
        Evidence = "evidence",
        /// What the customer's people did.
        Customer = "customer",
        /// What the supplier did in the customer's sight.
        Onstage = "onstage",
        /// What it did out of the customer's sight.
        Backstage = "backstage",
        /// What carries all of it: hours of work.
        Support = "support",
    }
}

impl Lane {
    /// Whether the customer sees it without being shown it.
    #[must_use]
    pub const fn is_above_the_line(self) -> bool {
        matches!(self, Self::Evidence | Self::Customer | Self::Onstage)
    }

    /// Where an event belongs: by what was done, on which side whoever did it is, and of a task, whose it is and where it
    /// is done. None for what is no part of the work itself, such as a name that was corrected.
    #[must_use]
    pub fn of(kind: EventKind, by: Option<Side>, task: Option<(Side, Stage)>) -> Option<Self> {
        match kind {
            EventKind::StatusReported | EventKind::AcceptanceProposed => Some(Self::Evidence),
            EventKind::AcceptanceApproved
            | EventKind::AcceptanceRefused
            | EventKind::TaskAnswered
            | EventKind::TaskAnsweredFor
            | EventKind::TaskAnswerUndone => Some(Self::Customer),
            EventKind::TaskMoved | EventKind::TaskDone => task.map(|(side, stage)| match (side, stage) {
                (Side::Customer, _) => Self::Customer,
                (Side::Supplier, Stage::Onstage) => Self::Onstage,
                (Side::Supplier, Stage::Backstage) => Self::Backstage,
            }),
            EventKind::ThreadOpened | EventKind::Replied | EventKind::ThreadResolved | EventKind::MessageAgreed => match by {
                Some(Side::Customer) => Some(Self::Customer),
                Some(Side::Supplier) | None => Some(Self::Onstage),
            },
            EventKind::ProjectShared
            | EventKind::ProjectEnded
            | EventKind::ProjectResumed
            | EventKind::MilestoneReached
            | EventKind::PromiseMoved
            | EventKind::TaskAsked
            | EventKind::TaskShared => Some(Self::Onstage),
            EventKind::ProjectPrepared | EventKind::NoteWritten => Some(Self::Backstage),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_where_it_is_done_and_by_whom() {
        let lane = |side, stage| Lane::of(EventKind::TaskDone, Some(Side::Supplier), Some((side, stage)));
        assert_eq!(lane(Side::Customer, Stage::Onstage), Some(Lane::Customer));
        assert_eq!(lane(Side::Supplier, Stage::Onstage), Some(Lane::Onstage));
        assert_eq!(lane(Side::Supplier, Stage::Backstage), Some(Lane::Backstage));
        assert_eq!(Lane::of(EventKind::TaskDone, Some(Side::Supplier), None), None, "a task that is nowhere is not drawn");
    }

    #[test]
    fn what_is_said_is_on_the_side_of_who_says_it() {
        let lane = |by| Lane::of(EventKind::Replied, by, None);
        assert_eq!(
            [lane(Some(Side::Customer)), lane(Some(Side::Supplier)), lane(None)],
            [Some(Lane::Customer), Some(Lane::Onstage), Some(Lane::Onstage)]
        );
    }

    #[test]
    fn internal_notes_are_below_the_line_and_corrections_nowhere() {
        assert_eq!(Lane::of(EventKind::NoteWritten, Some(Side::Supplier), None), Some(Lane::Backstage));
        assert!(!Lane::Backstage.is_above_the_line() && !Lane::Support.is_above_the_line());
        assert!(Lane::Evidence.is_above_the_line() && Lane::Customer.is_above_the_line() && Lane::Onstage.is_above_the_line());
        assert_eq!(Lane::of(EventKind::TaskChanged, Some(Side::Supplier), Some((Side::Supplier, Stage::Onstage))), None);
    }
}
