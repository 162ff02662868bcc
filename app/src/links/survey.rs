//! Addresses of surveys.

use coplan_domain::id::{CustomerId, MilestoneId, SurveyId};
use serde::Deserialize;

routes! {
    /// What is asked once a year.
    yearly() = "/staff/surveys" for staff;
    /// Sends one.
    send(customer: CustomerId) = "/c/{customer}/surveys/new" for staff;
    /// One of them: to answer for who is asked, with its answers for the supplier's people.
    show(customer: CustomerId, survey: SurveyId) = "/c/{customer}/surveys/{survey}";
    /// Leaves it unanswered.
    decline(customer: CustomerId, survey: SurveyId) = "/c/{customer}/surveys/{survey}/decline";
}

/// Which milestone a new survey is about; nothing is none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SendQuery {
    /// Its id as it was sent.
    pub milestone: String,
}

/// Sends a survey about a milestone.
#[must_use]
pub fn send_about(customer: CustomerId, milestone: MilestoneId) -> String {
    format!("{}?milestone={milestone}", send(customer))
}

/// The score that an address chooses beforehand; only sending the form stores it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ScoreQuery {
    /// The score as it was sent.
    pub score: String,
}

/// A survey with a score chosen beforehand.
#[must_use]
pub fn with_score(customer: CustomerId, survey: SurveyId, score: i64) -> String {
    format!("{}?score={score}", show(customer, survey))
}
