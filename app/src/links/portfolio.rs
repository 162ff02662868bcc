//! Addresses of all customers in one table, with what they ask for.

use super::query;
use coplan_domain::{
    id::{PersonId, SavedFilterId},
    portfolio::{PortfolioShow, PortfolioSort},
    text,
};
use coplan_usecases::{
    Turn,
    portfolio::{PortfolioKey, PortfolioQuestion},
};
use serde::Deserialize;

routes! {
    /// The table.
    list() = "/customers" for staff;
    /// Its rows alone, for whoever finds while typing.
    rows() = "/customers/rows" for staff, part;
    /// All that it asks for, as a file for spreadsheets.
    export() = "/customers/export" for staff, part;
    /// What one keeps of it by name, and where one more is named.
    saved_filters() = "/customers/filters" for staff;
    /// Keeps one no longer.
    remove_filter(filter: SavedFilterId) = "/customers/filters/{filter}/remove" for staff;
}

/// The customers with a project at risk or late, the most urgent first.
#[must_use]
pub fn alarming() -> String {
    format!("{}?show={}&sort={}", list(), PortfolioShow::Alarming, PortfolioSort::Light)
}

/// The customers that wait for the supplier, the longest wait first.
#[must_use]
pub fn waiting() -> String {
    format!("{}?show={}", list(), PortfolioShow::Waiting)
}

/// The customers of one of the supplier's people.
#[must_use]
pub fn of(person: PersonId) -> String {
    format!("{}?who={person}", list())
}

/// The customers of a selection, as [`PortfolioQuery::selection`] gives it.
#[must_use]
pub fn selected(selection: &str) -> String {
    if selection.is_empty() { list() } else { format!("{}?{selection}", list()) }
}

/// What the address asks for, as it stands there. What it does not know is as if it were not there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PortfolioQuery {
    /// What was typed.
    pub q: String,
    who: String,
    show: String,
    sort: String,
    after: String,
    before: String,
}

/// Behind the name of an order that is turned around.
const BACK: &str = "-back";

impl PortfolioQuery {
    /// What the use case is asked.
    #[must_use]
    pub fn question(&self) -> PortfolioQuestion {
        PortfolioQuestion {
            search: text::search(&self.q),
            responsible: self.responsible(),
            show: self.show(),
            sort: self.sort(),
            reversed: self.reversed(),
            turn: query::turn(&self.after, &self.before),
        }
    }

    /// What was looked for in a form that was sent.
    #[must_use]
    pub fn sent(pairs: &[(String, String)]) -> Self {
        let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
        Self { q: value("q"), who: value("who"), ..Self::default() }
    }

    /// Whose customers.
    #[must_use]
    pub fn responsible(&self) -> Option<PersonId> {
        self.who.parse().ok()
    }

    /// Which customers.
    #[must_use]
    pub fn show(&self) -> PortfolioShow {
        self.show.parse().unwrap_or(PortfolioShow::All)
    }

    /// What comes first.
    #[must_use]
    pub fn sort(&self) -> PortfolioSort {
        self.sort.strip_suffix(BACK).unwrap_or(&self.sort).parse().unwrap_or(PortfolioSort::Waiting)
    }

    /// The same in the usual order, where it asks for one by sums and its reader sees none.
    #[must_use]
    pub fn seen_by(mut self, sees_sums: bool) -> Self {
        if !sees_sums && self.sort() == PortfolioSort::Open {
            self.sort.clear();
        }
        self
    }

    /// Whether the order is turned around.
    #[must_use]
    pub fn reversed(&self) -> bool {
        self.sort.ends_with(BACK)
    }

    /// Whether anything is left out of the table.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || self.responsible().is_some() || self.show() != PortfolioShow::All
    }

    /// The usual order, which an address need not name.
    pub const USUAL: (PortfolioSort, bool) = (PortfolioSort::Waiting, false);

    /// An order as the address has it.
    #[must_use]
    pub fn order(sort: PortfolioSort, reversed: bool) -> String {
        match (sort, reversed) {
            Self::USUAL => String::new(),
            (sort, true) => format!("{sort}{BACK}"),
            (sort, false) => sort.to_string(),
        }
    }

    /// The same table in another order; the order that it has already is turned around.
    #[must_use]
    pub fn sorted(&self, sort: PortfolioSort) -> String {
        let turned = self.sort() == sort && !self.reversed();
        self.address(sort, turned, &Turn::First)
    }

    /// The page of the same table behind this row.
    #[must_use]
    pub fn after(&self, key: &PortfolioKey) -> String {
        self.address(self.sort(), self.reversed(), &Turn::After(key.clone()))
    }

    /// The page of the same table before this row.
    #[must_use]
    pub fn before(&self, key: &PortfolioKey) -> String {
        self.address(self.sort(), self.reversed(), &Turn::Before(key.clone()))
    }

    /// The file with all pages of the same table.
    #[must_use]
    pub fn exported(&self) -> String {
        self.address_of(&export(), self.sort(), self.reversed(), &Turn::First)
    }

    /// Whether it is another table than the usual one.
    #[must_use]
    pub fn selects(&self) -> bool {
        !self.selection().is_empty()
    }

    /// What it asks for on its first page, to be kept: the address behind its question mark.
    #[must_use]
    pub fn selection(&self) -> String {
        let address = self.address(self.sort(), self.reversed(), &Turn::First);
        address.split_once('?').map_or_else(String::new, |(_, asked)| asked.to_owned())
    }

    /// Where it is kept by name.
    #[must_use]
    pub fn saved(&self) -> String {
        self.address_of(&saved_filters(), self.sort(), self.reversed(), &Turn::First)
    }

    /// The address of another page about what it asks for.
    #[must_use]
    pub(super) fn at(&self, path: &str) -> String {
        self.address_of(path, self.sort(), self.reversed(), &Turn::First)
    }

    fn address(&self, sort: PortfolioSort, reversed: bool, turn: &Turn<PortfolioKey>) -> String {
        self.address_of(&list(), sort, reversed, turn)
    }

    fn address_of(&self, path: &str, sort: PortfolioSort, reversed: bool, turn: &Turn<PortfolioKey>) -> String {
        let asked =
            [("q", self.q.trim()), ("who", &self.who), ("show", &self.show)].map(|(name, value)| (name, value.to_owned()));
        let [q, who, show] = asked;
        query::page(path, [q, who, show, ("sort", Self::order(sort, reversed))], turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_usecases::Turn;

    fn asked(q: &str, sort: &str) -> PortfolioQuery {
        PortfolioQuery { q: q.to_owned(), sort: sort.to_owned(), ..PortfolioQuery::default() }
    }

    #[test]
    fn the_order_that_holds_is_turned_around_and_another_begins_forwards() {
        assert_eq!(asked("", "name").sorted(PortfolioSort::Name), "/customers?sort=name-back");
        assert_eq!(asked("", "name-back").sorted(PortfolioSort::Name), "/customers?sort=name");
        assert_eq!(asked("", "name-back").sorted(PortfolioSort::Open), "/customers?sort=open");
        assert_eq!(asked("", "").sorted(PortfolioSort::Waiting), "/customers?sort=waiting-back");
        assert_eq!(asked("", "waiting-back").sorted(PortfolioSort::Waiting), "/customers");
    }

    #[test]
    fn what_is_kept_asks_for_the_first_page_of_the_same_table() {
        let key: PortfolioKey = "-5~2a3f~00000000000000000000000001".parse().unwrap();
        let late = PortfolioQuery { after: key.to_string(), show: "alarming".to_owned(), ..asked("Mäki", "light") };
        assert_eq!(selected(&late.selection()), "/customers?q=M%C3%A4ki&show=alarming&sort=light");
        assert_eq!(late.saved(), "/customers/filters?q=M%C3%A4ki&show=alarming&sort=light");
        assert!(late.selects() && !asked(" ", "waiting").selects());
        assert_eq!(selected(&asked("", "").selection()), "/customers");
    }

    #[test]
    fn what_was_typed_survives_the_address() {
        let key: PortfolioKey = "-5~2a3f~00000000000000000000000001".parse().unwrap();
        let expected = format!("/customers?q=M%C3%A4ki%20%26%2050%20%25&after={key}");
        assert_eq!(asked(" Mäki & 50 %", "").after(&key), expected);
        let back = PortfolioQuery { before: key.to_string(), ..asked("", "") };
        assert_eq!(back.question().turn, Turn::Before(key));
    }

    #[test]
    fn what_the_address_does_not_know_is_left_out() {
        let asked = PortfolioQuery {
            who: "me".to_owned(),
            show: "secrets".to_owned(),
            after: "-1".to_owned(),
            ..asked("", "size-back-up")
        };
        assert!(!asked.narrows());
        assert_eq!(asked.question().sort, PortfolioSort::Waiting);
        assert_eq!(asked.question().turn, Turn::First);
    }
}
