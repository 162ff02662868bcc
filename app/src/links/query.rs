//! Queries that addresses of several nouns carry, and how a value stands in an address.

use coplan_usecases::Turn;
use serde::Deserialize;
use std::{fmt::Display, str::FromStr};

/// Where a page of a long list begins: behind a row or before it; nothing and nonsense are the beginning of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TurnQuery {
    after: String,
    before: String,
}

impl TurnQuery {
    /// Where the page begins.
    #[must_use]
    pub fn turn<K: FromStr>(&self) -> Turn<K> {
        turn(&self.after, &self.before)
    }

    /// The address of one page of a list.
    pub(super) fn address<K: Display>(list: &str, turn: &Turn<K>) -> String {
        page(list, [], turn)
    }
}

/// The address of one page of a list of what is asked for, each by its name; nothing is asked by what is empty.
pub(super) fn page<const N: usize, K: Display>(list: &str, asked: [(&str, String); N], turn: &Turn<K>) -> String {
    let place = match turn {
        Turn::First => None,
        Turn::After(key) => Some(("after", key.to_string())),
        Turn::Before(key) => Some(("before", key.to_string())),
    };
    let pairs = asked.into_iter().chain(place).filter(|(_, value)| !value.is_empty());
    let query = pairs.map(|(name, value)| format!("{name}={}", encoded(&value))).collect::<Vec<_>>().join("&");
    if query.is_empty() { list.to_owned() } else { format!("{list}?{query}") }
}

/// Where a page begins that is behind a row or before it, of which one is empty.
pub(super) fn turn<K: FromStr>(after: &str, before: &str) -> Turn<K> {
    match (after.parse(), before.parse()) {
        (Ok(key), _) => Turn::After(key),
        (Err(_), Ok(key)) => Turn::Before(key),
        (Err(_), Err(_)) => Turn::First,
    }
}

/// A value as it stands in an address (RFC 3986: unreserved characters as themselves).
pub(super) fn encoded(value: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(one).collect()
}
