//! Addresses of a customer's plan.

use super::query::turn;
use coplan_domain::{
    event::ObjectKind,
    id::{CustomerId, ProjectId},
};
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
        turn(&self.after, &self.before)
    }
}

/// One page of what changed.
#[must_use]
pub fn changes_page(customer: CustomerId, filter: EventFilter, turn: &Turn<EventKey>) -> String {
    let about = filter.about.map(|about| format!("about={}", ObjectKind::as_str(about)));
    let project = filter.project.map(|project: ProjectId| format!("project={project}"));
    let place = match turn {
        Turn::First => None,
        Turn::After(key) => Some(format!("after={key}")),
        Turn::Before(key) => Some(format!("before={key}")),
    };
    let asked = [about, project, place].into_iter().flatten().collect::<Vec<_>>();
    let list = changes(customer);
    if asked.is_empty() { list } else { format!("{list}?{}", asked.join("&")) }
}
