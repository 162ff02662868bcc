//! The way from one page of a long list to the next.

use crate::{say, words::Words};
use leptos::prelude::*;

/// Where the neighbours of a page are, and what they are called.
pub struct Pager {
    /// The address of the page before; none for the first.
    pub before: Option<String>,
    /// The address of the page behind; none for the last.
    pub after: Option<String>,
    /// The word for the page before.
    pub newer: String,
    /// The word for the page behind.
    pub older: String,
}

impl Pager {
    /// Links to the neighbours; nothing where all is on one page.
    #[must_use]
    pub fn draw(self, words: &Words) -> Option<AnyView> {
        let newer = self.before.map(|href| view! { <a class="button" rel="prev" href=href>{self.newer}</a> });
        let older = self.after.map(|href| view! { <a class="button" rel="next" href=href>{self.older}</a> });
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
