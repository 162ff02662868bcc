//! Needs and ideas of either side: what is wanted, who supports it, how far it is and why, and who tries it out.

use crate::{
    id::{CustomerId, IdeaId, IdeaStepId, PersonId},
    person::{Language, Side},
};
use jiff::Timestamp;

words! {
    /// What an idea is about.
    IdeaCategory {
        /// The service itself.
        Service = "service",
        /// What is reported, and how.
        Report = "report",
        /// What it costs.
        Price = "price",
        /// The technology behind it.
        Technology = "technology",
        /// How the two sides work together.
        WayOfWorking = "way_of_working",
    }
}

words! {
    /// How far an idea is.
    IdeaState {
        /// Nobody of the supplier has said anything yet.
        New = "new",
        /// It is being looked at.
        Looking = "looking",
        /// It will be done.
        Accepted = "accepted",
        /// It is being done.
        UnderWay = "under_way",
        /// It is done.
        Done = "done",
        /// It will not be done now.
        NotNow = "not_now",
    }
}

impl IdeaState {
    /// Whether something is still to come of it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::NotNow)
    }
}

words! {
    /// What somebody says who was invited to try an idea.
    TrialAnswer {
        /// Tries it.
        Yes = "yes",
        /// Does not.
        No = "no",
    }
}

/// What an idea says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaWords {
    /// What it is about.
    pub category: IdeaCategory,
    /// What is needed or proposed, in one line.
    pub what: String,
    /// What would be different then.
    pub effect: String,
    /// Who would gain; may be empty.
    pub gains: String,
}

/// An idea with all that came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    /// Which.
    pub id: IdeaId,
    /// What it says.
    pub said: IdeaWords,
    /// Whose it is.
    pub by: PersonId,
    /// The name of whose it is.
    pub by_name: String,
    /// The side of whose it is.
    pub side: Side,
    /// The language of whose it is.
    pub language: Language,
    /// When it was written.
    pub at: Timestamp,
    /// How far it is.
    pub state: IdeaState,
    /// Since when.
    pub state_since: Timestamp,
    /// Who supports it, in the order of their support.
    pub supporters: Vec<(PersonId, String)>,
    /// How it came this far, the newest step last.
    pub steps: Vec<IdeaStep>,
    /// Who was invited to try it, in the order of the invitations.
    pub trials: Vec<IdeaTrial>,
}

impl Idea {
    /// Whether a person supports it.
    #[must_use]
    pub fn is_supported_by(&self, person: PersonId) -> bool {
        self.supporters.iter().any(|(supporter, _)| *supporter == person)
    }

    /// The invitation of a person.
    #[must_use]
    pub fn trial_of(&self, person: PersonId) -> Option<&IdeaTrial> {
        self.trials.iter().find(|trial| trial.person == person)
    }
}

/// A step of an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaStep {
    /// Which.
    pub id: IdeaStepId,
    /// Of which idea.
    pub idea: IdeaId,
    /// How far it was from then on.
    pub state: IdeaState,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub by: String,
    /// The language of who does.
    pub language: Language,
    /// When.
    pub at: Timestamp,
}

/// An invitation to try an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaTrial {
    /// Who is invited.
    pub person: PersonId,
    /// The name of who is.
    pub name: String,
    /// When.
    pub invited_at: Timestamp,
    /// What was answered; none yet.
    pub answer: Option<TrialAnswer>,
}

/// An idea in the list over several customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdeaLine {
    /// Which.
    pub id: IdeaId,
    /// Of which customer.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What it is about.
    pub category: IdeaCategory,
    /// What is needed or proposed.
    pub what: String,
    /// The name of whose it is.
    pub by_name: String,
    /// The language of whose it is.
    pub language: Language,
    /// How far it is.
    pub state: IdeaState,
    /// Since when.
    pub state_since: Timestamp,
    /// How many support it.
    pub support: i64,
}
