//! Addresses of the blueprint of a project.

use coplan_domain::id::{CustomerId, ProjectId};
use serde::Deserialize;

routes! {
    /// The blueprint.
    show(customer: CustomerId, project: ProjectId) = "/c/{customer}/projects/{project}/blueprint";
}

/// How many years back; nothing is the year until today.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BackQuery {
    back: String,
}

impl BackQuery {
    /// The number of years; none back for what is no number.
    #[must_use]
    pub fn years(&self) -> i64 {
        self.back.parse().unwrap_or(0)
    }
}

/// The blueprint of a year so many years back.
#[must_use]
pub fn of_year(customer: CustomerId, project: ProjectId, back: i64) -> String {
    if back == 0 { show(customer, project) } else { format!("{}?back={back}", show(customer, project)) }
}
