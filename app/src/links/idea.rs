//! Addresses of needs and ideas.

use coplan_domain::{
    id::{CustomerId, IdeaId},
    idea::IdeaState,
};
use serde::Deserialize;

routes! {
    /// The ideas of a customer.
    list(customer: CustomerId) = "/c/{customer}/ideas";
    /// Writes one.
    give(customer: CustomerId) = "/c/{customer}/ideas/new";
    /// One of them.
    show(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}";
    /// Supports it.
    support(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/support";
    /// Supports it no more.
    withdraw_support(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/withdraw-support";
    /// Says how far it is.
    decide(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/status" for staff;
    /// Invites somebody to try it.
    invite(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/invite" for staff;
    /// Tries it.
    join(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/join";
    /// Does not.
    decline(customer: CustomerId, idea: IdeaId) = "/c/{customer}/ideas/{idea}/decline";
    /// Those of all own customers.
    mine() = "/staff/ideas" for staff;
}

/// Of which state the ideas of all own customers are shown; nothing is all that are open.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MineQuery {
    state: String,
}

impl MineQuery {
    /// The state; none for all that are open, and for a word that is no state.
    #[must_use]
    pub fn state(&self) -> Option<IdeaState> {
        self.state.parse().ok()
    }
}
