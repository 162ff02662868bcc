//! Queries that addresses of several nouns carry, and how a value stands in an address.

use serde::Deserialize;

/// Which page of a long list; nothing and nonsense are the first.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PageQuery {
    page: String,
}

impl PageQuery {
    /// The page's number; the first is 1.
    #[must_use]
    pub fn page(&self) -> u32 {
        self.page.parse().unwrap_or(1)
    }

    /// The address of one page of a list.
    pub(super) fn address(list: &str, page: u32) -> String {
        format!("{list}?page={page}")
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
