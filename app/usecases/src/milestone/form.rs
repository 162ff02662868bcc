//! The forms of a milestone.

use crate::{
    form::{confirm, day, form, line, prose},
    merge::Edit,
};
use coplan_domain::{
    id::MilestoneId,
    plan::Milestone,
    text::{Line, Prose},
};
use jiff::civil::Date;

form! {
    /// What is said of a new milestone.
    ReadMilestone {
        /// What will be so.
        name: Line = line("milestone-name").hint("milestone-name-hint"),
        /// The day it is promised for.
        promised_on: Date = day("milestone-promised-on"),
    }

    /// A new milestone as it was typed.
    new MilestoneForm { id: MilestoneId } + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

form! {
    /// What a milestone is called.
    ReadName {
        /// What will be so.
        name: Line = line("milestone-name"),
    }

    /// A milestone's name as it was typed.
    edit RenameForm {}
}

form! {
    /// Another day, with its reason.
    ReadPromise {
        /// The day it is promised for now.
        promised_on: Date = day("milestone-new-day"),
        /// Why it is another day.
        reason: Prose = prose("milestone-because").hint("milestone-because-hint"),
    }

    /// Another day and its reason as they were typed.
    edit PromiseForm {} + {
        /// Whether a day that is far from today is right.
        confirmed: bool = confirm("form-confirm"),
    }
}

form! {
    /// When a milestone was reached.
    ReadReached {
        /// The day; not one that is still to come.
        reached_on: Date = day("milestone-reached-on"),
    }

    /// The day it was reached as it was typed.
    edit ReachForm {}
}

impl RenameForm {
    /// A milestone's name as its form is drawn.
    #[must_use]
    pub fn of(milestone: &Milestone) -> Self {
        Self { version: milestone.version, was: String::new(), name: milestone.name.clone() }.seen()
    }
}

impl PromiseForm {
    /// The day that is promised now, with its reason.
    #[must_use]
    pub fn of(milestone: &Milestone) -> Self {
        let last = milestone.promises.last();
        let promised_on = last.map(|promise| promise.day.to_string()).unwrap_or_default();
        let reason = last.map(|promise| promise.reason.clone()).unwrap_or_default();
        Self { version: milestone.version, was: String::new(), promised_on, reason, confirmed: false }.seen()
    }
}

impl ReachForm {
    /// Whether it is reached, and when.
    #[must_use]
    pub fn of(milestone: &Milestone) -> Self {
        let reached_on = milestone.reached_on.map(|day| day.to_string()).unwrap_or_default();
        Self { version: milestone.version, was: String::new(), reached_on }.seen()
    }
}
