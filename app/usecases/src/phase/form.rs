//! The forms of phases.

use crate::{
    form::{Choice, Problem, day, form, line, listed, one_of, prose},
    merge::Edit,
};
use coplan_domain::{
    id::{PersonId, PhaseId},
    process::{PhaseTerms, Relief},
    text::{Line, Prose},
};
use jiff::civil::Date;

const RELIEFS: &[Choice] = &[
    Choice::new(Relief::Kept.as_str(), "phase-kept"),
    Choice::new(Relief::Shorter.as_str(), "phase-shorter"),
    Choice::new(Relief::Unnecessary.as_str(), "phase-unnecessary"),
];

form! {
    /// A new phase.
    ReadNewPhase {
        /// What it is called.
        name: Line = line("phase-name").hint("phase-name-hint"),
        /// The customer's goal in it.
        goal: Option<Prose> = prose("phase-goal").hint("phase-goal-hint"),
    }

    /// A new phase, as it was typed.
    new NewPhaseForm { id: PhaseId }
}

form! {
    /// What a phase says.
    ReadPhase {
        /// What it is called.
        name: Line = line("phase-name").hint("phase-name-hint"),
        /// The customer's goal in it.
        goal: Option<Prose> = prose("phase-goal").hint("phase-goal-hint"),
        /// Who owns it at the customer.
        owner: Option<PersonId> = listed("phase-owner", &[]),
        /// What is missing.
        missing: Option<Prose> = prose("phase-missing"),
        /// What the supplier does in it.
        supplier_part: Option<Prose> = prose("phase-supplier-part"),
        /// Who does that.
        staff: Option<PersonId> = listed("phase-staff", &[]),
        /// What the joint process made of it.
        relief: Relief = one_of("phase-relief", RELIEFS),
        /// Since when.
        relieved_on: Option<Date> = day("phase-relieved-on"),
        /// To which effect.
        effect: Option<Line> = line("phase-effect").hint("phase-effect-hint"),
    } => |problems| {
        // What became shorter or unnecessary is told with its day and its effect, or it convinces nobody.
        if relief.is_some_and(|relief| relief != Relief::Kept) {
            if matches!(relieved_on, Some(None)) {
                problems.add("relieved_on", Problem::Empty);
            }
            if matches!(effect, Some(None)) {
                problems.add("effect", Problem::Empty);
            }
        }
    }

    /// What a phase says, as it was typed.
    edit PhaseForm {}
}

form! {
    /// Why a proposal is declined.
    ReadDecline {
        /// Why.
        reason: Line = line("phase-decline-reason").hint("phase-decline-hint"),
    }

    /// Why a proposal is declined, as it was typed.
    keyed DeclinePhaseForm {
        /// Which, as it was read.
        carried proposal: String,
    }
}

impl PhaseForm {
    /// What a phase says, as its form is drawn.
    #[must_use]
    pub fn of(terms: &PhaseTerms, version: i64) -> Self {
        let id = |person: Option<PersonId>| person.map(|person| person.to_string()).unwrap_or_default();
        let form = Self {
            version,
            was: String::new(),
            name: terms.name.clone(),
            goal: terms.goal.clone(),
            owner: id(terms.owner),
            missing: terms.missing.clone(),
            supplier_part: terms.supplier_part.clone(),
            staff: id(terms.staff),
            relief: terms.relief.to_string(),
            relieved_on: terms.relieved_on.map(|day| day.to_string()).unwrap_or_default(),
            effect: terms.effect.clone(),
        };
        form.seen()
    }
}

impl From<ReadNewPhase> for PhaseTerms {
    fn from(read: ReadNewPhase) -> Self {
        let goal = read.goal.map(String::from).unwrap_or_default();
        Self { goal, ..Self::named(read.name.into()) }
    }
}

impl From<ReadPhase> for PhaseTerms {
    fn from(read: ReadPhase) -> Self {
        let prose = |text: Option<Prose>| text.map(String::from).unwrap_or_default();
        let kept = read.relief == Relief::Kept;
        Self {
            name: read.name.into(),
            goal: prose(read.goal),
            owner: read.owner,
            missing: prose(read.missing),
            supplier_part: prose(read.supplier_part),
            staff: read.staff,
            relief: read.relief,
            relieved_on: read.relieved_on.filter(|_| !kept),
            effect: read.effect.filter(|_| !kept).map(String::from).unwrap_or_default(),
        }
    }
}
