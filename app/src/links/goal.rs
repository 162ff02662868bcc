//! Addresses of goals. Members write there too.

use coplan_domain::id::{CustomerId, GoalId, ReadingId};
use serde::Deserialize;

routes! {
    /// A customer's goals.
    list(customer: CustomerId) = "/c/{customer}/goals";
    /// Proposes one.
    propose(customer: CustomerId) = "/c/{customer}/goals/new";
    /// One of them.
    show(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}";
    /// Proposes other words for it.
    change(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/edit";
    /// Agrees to it.
    approve(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/approve";
    /// Ends it.
    end(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/end";
    /// Lets it go on.
    resume(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/resume";
    /// Writes down what was measured.
    record(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/readings";
    /// Writes down what was measured on many days.
    import(customer: CustomerId, goal: GoalId) = "/c/{customer}/goals/{goal}/readings/import";
    /// Confirms what the other side has measured.
    confirm(customer: CustomerId, goal: GoalId, reading: ReadingId) = "/c/{customer}/goals/{goal}/readings/{reading}/confirm";
    /// Says why it is not so.
    dispute(customer: CustomerId, goal: GoalId, reading: ReadingId) = "/c/{customer}/goals/{goal}/readings/{reading}/dispute";
    /// Removes it.
    remove_reading(customer: CustomerId, goal: GoalId, reading: ReadingId)
        = "/c/{customer}/goals/{goal}/readings/{reading}/remove";
}

/// Whether old readings are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReadingsQuery {
    readings: String,
}

impl ReadingsQuery {
    /// Whether they are.
    #[must_use]
    pub fn is_every(&self) -> bool {
        self.readings == "all"
    }
}

/// All that was measured, on its page.
#[must_use]
pub fn every_reading(customer: CustomerId, goal: GoalId) -> String {
    format!("{}?readings=all#h-readings", show(customer, goal))
}

/// What was measured, on its page.
#[must_use]
pub fn readings(customer: CustomerId, goal: GoalId) -> String {
    format!("{}#h-readings", show(customer, goal))
}
