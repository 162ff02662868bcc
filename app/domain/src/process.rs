//! A customer's own process in phases, what each side does in them, and the concerns that hang on them.

use crate::{
    id::{ConcernAnswerId, ConcernId, CustomerId, PersonId, PhaseId, PhaseProposalId},
    person::{Language, Side},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// What the joint process made of a phase.
    Relief {
        /// It is as it was.
        Kept = "kept",
        /// It takes less than before.
        Shorter = "shorter",
        /// It is not needed any more.
        Unnecessary = "unnecessary",
    }
}

words! {
    /// What became of a proposal.
    ProposalDecision {
        /// The other side accepted it.
        Accepted = "accepted",
        /// The other side declined it.
        Declined = "declined",
        /// Its own side proposed something else, or nothing any more.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// For what a concern waits.
    ConcernWait {
        /// For the supplier's answer.
        Answer = "answer",
        /// For who raised it to say whether it is resolved.
        Verdict = "verdict",
        /// For nothing: it is resolved.
        Nobody = "nobody",
    }
}

words! {
    /// What who raised a concern says of the answer.
    ConcernVerdict {
        /// It is resolved.
        Resolved = "resolved",
        /// It is not, yet.
        NotYet = "not_yet",
    }
}

/// What a phase says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseTerms {
    /// What it is called.
    pub name: String,
    /// The customer's goal in its own words; may be empty.
    pub goal: String,
    /// Who owns it at the customer.
    pub owner: Option<PersonId>,
    /// What is missing; may be empty.
    pub missing: String,
    /// What the supplier does in it; may be empty.
    pub supplier_part: String,
    /// Who does that.
    pub staff: Option<PersonId>,
    /// What the joint process made of it.
    pub relief: Relief,
    /// Since when.
    pub relieved_on: Option<Date>,
    /// To which effect; may be empty.
    pub effect: String,
}

impl PhaseTerms {
    /// A phase with a name and nothing else.
    #[must_use]
    pub fn named(name: String) -> Self {
        Self {
            name,
            goal: String::new(),
            owner: None,
            missing: String::new(),
            supplier_part: String::new(),
            staff: None,
            relief: Relief::Kept,
            relieved_on: None,
            effect: String::new(),
        }
    }

    /// Whether two of them differ in the words of the customer: its name for the phase, its goal, who owns it, what is missing.
    #[must_use]
    pub fn differs_for_customer(&self, other: &Self) -> bool {
        let words = |it: &Self| (it.name.clone(), it.goal.clone(), it.owner, it.missing.clone());
        words(self) != words(other)
    }
}

/// The names of the people that a phase speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhasePeople {
    /// Who owns it at the customer.
    pub owner: Option<String>,
    /// Who does the supplier's part.
    pub staff: Option<String>,
}

/// A phase of the customer's process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Which.
    pub id: PhaseId,
    /// Where in the order.
    pub place: i64,
    /// Counts its changes.
    pub version: i64,
    /// What it says.
    pub terms: PhaseTerms,
    /// Of whom it speaks.
    pub people: PhasePeople,
    /// Whose words it has: the customer's, once it has proposed or accepted some.
    pub voice: Side,
    /// The language of who changed it last.
    pub language: Language,
    /// Whether both sides take it for a phase; where not, one side has proposed it.
    pub is_agreed: bool,
    /// The last proposal of each side, open or declined.
    pub proposals: Vec<PhaseProposal>,
}

impl Phase {
    /// The open proposal of a side.
    #[must_use]
    pub fn open(&self, side: Side) -> Option<&PhaseProposal> {
        self.proposals.iter().find(|it| it.side == side && it.declined.is_none())
    }
}

/// Other words for a phase that one side proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseProposal {
    /// Which.
    pub id: PhaseProposalId,
    /// What the phase would say.
    pub terms: PhaseTerms,
    /// Of whom it would speak.
    pub people: PhasePeople,
    /// What the phase said when it was proposed, as a form carries it.
    pub base: String,
    /// Which side proposes.
    pub side: Side,
    /// Who.
    pub by: String,
    /// The language of who does.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// That it was declined.
    pub declined: Option<Declined>,
}

/// Why a proposal was declined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// Something that somebody is concerned about in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Which.
    pub id: ConcernId,
    /// In which phase.
    pub phase: PhaseId,
    /// What that is called.
    pub phase_name: String,
    /// What it is about.
    pub words: String,
    /// The side of who raised it.
    pub side: Side,
    /// Who raised it.
    pub by: PersonId,
    /// By name.
    pub by_name: String,
    /// Whether that person is not here any more, so that others of its side speak for it.
    pub is_orphan: bool,
    /// The language of who raised it.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// For what it waits.
    pub waits: ConcernWait,
    /// Since when.
    pub waits_since: Timestamp,
    /// What was answered, in its order.
    pub answers: Vec<ConcernAnswer>,
}

impl Concern {
    /// What is promised and neither done nor judged.
    #[must_use]
    pub fn pending(&self) -> Option<&ConcernAnswer> {
        self.answers.last().filter(|last| last.done_at.is_none() && last.verdict.is_none())
    }

    /// Whether this person may say whether it is resolved.
    #[must_use]
    pub fn is_judged_by(&self, person: PersonId, side: Side) -> bool {
        self.side == side && (self.by == person || self.is_orphan)
    }
}

/// What the supplier does about a concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernAnswer {
    /// Which.
    pub id: ConcernAnswerId,
    /// What is done.
    pub action: String,
    /// By whom.
    pub owner: PersonId,
    /// By name.
    pub owner_name: String,
    /// By when.
    pub due_on: Date,
    /// Who answered.
    pub by: String,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// What who raised the concern says of it.
    pub verdict: Option<Judged>,
}

/// What who raised a concern said of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Whether it is resolved.
    pub verdict: ConcernVerdict,
    /// What is missing; may be empty where it is resolved.
    pub words: String,
    /// Who said so.
    pub by: String,
    /// The language of who did.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

/// A concern as colleagues see it among those of other customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernLine {
    /// Which.
    pub id: ConcernId,
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What the phase is called.
    pub phase_name: String,
    /// What it is about.
    pub words: String,
    /// The language of who raised it.
    pub language: Language,
    /// When it was raised.
    pub at: Timestamp,
    /// For what it waits.
    pub waits: ConcernWait,
    /// What colleagues call it wherever it comes up; may be empty.
    pub theme: String,
}
