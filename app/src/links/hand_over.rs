//! Addresses of hand-overs of several customers.

use super::portfolio::PortfolioQuery;
use coplan_domain::id::{HandOverId, PersonId};

routes! {
    /// Where customers are chosen, and where what was looked at is planned.
    choose() = "/customers/hand-over" for staff;
    /// Shows what would go over.
    preview() = "/customers/hand-over/preview" for staff;
    /// What was planned.
    list() = "/customers/hand-overs" for staff;
    /// Withdraws one.
    withdraw(hand_over: HandOverId) = "/customers/hand-overs/{hand_over}/withdraw" for staff;
}

/// Where the customers of a person are chosen from; with all of them chosen already, or none.
#[must_use]
pub fn of(person: PersonId, every: bool) -> String {
    let every = if every { "&every=true" } else { "" };
    format!("{}?who={person}{every}", choose())
}

/// Where those that a selection finds are chosen from.
#[must_use]
pub fn among(asked: &PortfolioQuery) -> String {
    asked.at(&choose())
}

/// Where other customers are looked for, with what was chosen and typed.
#[must_use]
pub fn find() -> String {
    format!("{}?find=true", preview())
}

/// Where all that a selection finds are chosen beside those that are.
#[must_use]
pub fn every_among(asked: &PortfolioQuery) -> String {
    let address = preview_among(asked);
    format!("{address}{}every=true", if address.contains('?') { '&' } else { '?' })
}

/// Where what a selection found and somebody chose is looked at.
#[must_use]
pub fn preview_among(asked: &PortfolioQuery) -> String {
    asked.at(&preview())
}

/// The same, back to the choice with what was typed.
#[must_use]
pub fn back_among(asked: &PortfolioQuery) -> String {
    let address = preview_among(asked);
    format!("{address}{}back=true", if address.contains('?') { '&' } else { '?' })
}
