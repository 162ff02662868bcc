//! The way from one page of a long list to the next.

use crate::{say, words::Words};
use coplan_usecases::Turn;
use leptos::prelude::*;
use serde::Deserialize;
use std::{fmt::Display, str::FromStr};

/// Where a page begins, as its address has it; nothing and nonsense are the beginning of the list.
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
}

/// Where a page begins that is behind a row or before it, of which one is empty.
#[must_use]
pub fn turn<K: FromStr>(after: &str, before: &str) -> Turn<K> {
    match (after.parse(), before.parse()) {
        (Ok(key), _) => Turn::After(key),
        (Err(_), Ok(key)) => Turn::Before(key),
        (Err(_), Err(_)) => Turn::First,
    }
}

/// The neighbours of a page, and what they are called.
pub struct Pager<'a, K> {
    /// The first row here; none where there is no page before.
    pub before: Option<&'a K>,
    /// The last row here; none where there is no page behind.
    pub after: Option<&'a K>,
    /// The word for the page before.
    pub newer: String,
    /// The word for the page behind.
    pub older: String,
}

impl<K: Display> Pager<'_, K> {
    /// Links to the neighbours in the list at this address; nothing where all is on one page.
    #[must_use]
    pub fn draw(self, words: &Words, list: &str) -> Option<AnyView> {
        let newer =
            self.before.map(|key| view! { <a class="button" rel="prev" href=format!("{list}?before={key}")>{self.newer}</a> });
        let older =
            self.after.map(|key| view! { <a class="button" rel="next" href=format!("{list}?after={key}")>{self.older}</a> });
        (newer.is_some() || older.is_some()).then(|| {
            view! {
                <nav class="pager" aria-label=say!(words, "pager-pages")>
                    {newer}
                    {older}
                </nav>
            }
            .into_any()
        })
    }
}
