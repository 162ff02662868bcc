//! Addresses of a customer's plan.

use super::query;
use coplan_domain::id::{CustomerId, TaskId};
use coplan_usecases::{
    Turn,
    plan::{EventFilter, EventKey},
};
use serde::Deserialize;

routes! {
    /// The plan.
    show(customer: CustomerId) = "/c/{customer}";
    /// All that ever changed.
    changes(customer: CustomerId) = "/c/{customer}/changes";
}

/// How the plan is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ShowQuery {
    /// Set by a page that is open already: its reader was noted to be there when it was opened.
    pub follow: String,
    /// The task that the reader has just answered.
    answered: String,
}

impl ShowQuery {
    /// The task that the reader has just answered.
    #[must_use]
    pub fn answered(&self) -> Option<TaskId> {
        self.answered.parse().ok()
    }
}

/// The plan of somebody who has just answered a task.
#[must_use]
pub fn answered(customer: CustomerId, task: TaskId) -> String {
    format!("{}?answered={task}", show(customer))
}

/// The plan as it is now, for a page that is open already; with the task that its reader had just answered.
#[must_use]
pub fn followed(customer: CustomerId, answered: Option<TaskId>) -> String {
    let answered = answered.map(|task| format!("&answered={task}")).unwrap_or_default();
    format!("{}?follow=1{answered}", show(customer))
}

/// Which of all that changed the address asks for, as it stands there. What it does not know is as if it were not there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChangesQuery {
    about: String,
    project: String,
    after: String,
    before: String,
}

impl ChangesQuery {
    /// What is asked for.
    #[must_use]
    pub fn filter(&self) -> EventFilter {
        EventFilter { about: self.about.parse().ok(), project: self.project.parse().ok() }
    }

    /// Where the page begins.
    #[must_use]
    pub fn turn(&self) -> Turn<EventKey> {
        query::turn(&self.after, &self.before)
    }
}

/// One page of what changed.
#[must_use]
pub fn changes_page(customer: CustomerId, filter: EventFilter, turn: &Turn<EventKey>) -> String {
    let about = filter.about.map(|about| about.to_string()).unwrap_or_default();
    let project = filter.project.map(|project| project.to_string()).unwrap_or_default();
    query::page(&changes(customer), [("about", about), ("project", project)], turn)
}
