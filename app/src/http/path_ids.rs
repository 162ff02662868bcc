//! Ids in addresses: whatever is no id is no page, and answers like one that is not there.

use crate::http::errors::PageError;
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use std::str::FromStr;

/// The ids of an address, in the order they stand in it.
#[derive(Debug)]
pub struct PathIds<T>(pub T);

/// What an address may hold.
pub trait Ids: Sized {
    /// Reads the ids; none where one is missing or is no id.
    fn read(parts: &[&str]) -> Option<Self>;
}

impl<A: FromStr> Ids for (A,) {
    fn read(parts: &[&str]) -> Option<Self> {
        let [a] = parts else { return None };
        Some((a.parse().ok()?,))
    }
}

impl<A: FromStr, B: FromStr> Ids for (A, B) {
    fn read(parts: &[&str]) -> Option<Self> {
        let [a, b] = parts else { return None };
        Some((a.parse().ok()?, b.parse().ok()?))
    }
}

impl<A: FromStr, B: FromStr, C: FromStr> Ids for (A, B, C) {
    fn read(parts: &[&str]) -> Option<Self> {
        let [a, b, c] = parts else { return None };
        Some((a.parse().ok()?, b.parse().ok()?, c.parse().ok()?))
    }
}

impl<S: Send + Sync, T: Ids> FromRequestParts<S> for PathIds<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| PageError::NotFound)?;
        let values = params.iter().map(|(_, value)| value).collect::<Vec<_>>();
        T::read(&values).map(Self).ok_or(PageError::NotFound)
    }
}

/// An id in an address or a form; what is none is not there.
///
/// # Errors
/// [`PageError::NotFound`].
pub fn id<T: FromStr>(text: &str) -> Result<T, PageError> {
    text.parse().map_err(|_| PageError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_id_is_no_address() {
        assert_eq!(<(u8, u16)>::read(&["1", "200"]), Some((1, 200)));
        assert_eq!(<(u8, u16)>::read(&["x", "200"]), None);
        assert_eq!(<(u8, u16)>::read(&["1"]), None);
    }
}
