//! Addresses of the log of security events.

use super::query::{encoded, turn};
use coplan_domain::id::{PersonId, SecurityEventId};
use coplan_usecases::{
    Turn,
    security_log::{SecurityFilter, SecurityKind},
};
use serde::Deserialize;

routes! {
    /// The log.
    list() = "/security" for staff;
}

/// What the address asks for. What it does not know is as if it were not there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SecurityQuery {
    kind: String,
    who: String,
    after: String,
    before: String,
}

impl SecurityQuery {
    /// Which events.
    #[must_use]
    pub fn filter(&self) -> SecurityFilter {
        SecurityFilter { kind: self.kind.parse().ok(), person: self.who.parse().ok() }
    }

    /// Where the page begins.
    #[must_use]
    pub fn turn(&self) -> Turn<SecurityEventId> {
        turn(&self.after, &self.before)
    }

    /// The same events from another place on.
    #[must_use]
    pub fn page(&self, turn: &Turn<SecurityEventId>) -> String {
        address(self.filter(), turn)
    }
}

/// What concerns one person.
#[must_use]
pub fn of_person(person: PersonId) -> String {
    address(SecurityFilter { person: Some(person), ..SecurityFilter::default() }, &Turn::First)
}

fn address(filter: SecurityFilter, turn: &Turn<SecurityEventId>) -> String {
    let kind = filter.kind.map(SecurityKind::as_str).unwrap_or_default().to_owned();
    let who = filter.person.map(|id| id.to_string()).unwrap_or_default();
    let (name, key) = match turn {
        Turn::First => ("after", String::new()),
        Turn::After(key) => ("after", key.to_string()),
        Turn::Before(key) => ("before", key.to_string()),
    };
    let pairs = [("kind", kind), ("who", who), (name, key)].into_iter().filter(|(_, value)| !value.is_empty());
    let query = pairs.map(|(name, value)| format!("{name}={}", encoded(&value))).collect::<Vec<_>>().join("&");
    if query.is_empty() { list() } else { format!("{}?{query}", list()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_some_events_is_a_page_of_the_same_events() {
        let id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        let asked = SecurityQuery { kind: "sign_in".to_owned(), who: id.to_owned(), ..SecurityQuery::default() };
        let turn = Turn::After(id.parse().unwrap());
        assert_eq!(asked.page(&turn), format!("/security?kind=sign_in&who={id}&after={id}"));
        let nonsense = SecurityQuery { kind: "x".to_owned(), who: "me".to_owned(), ..SecurityQuery::default() };
        assert_eq!(nonsense.page(&Turn::First), "/security");
    }
}
