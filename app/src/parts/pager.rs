//! The way from one page of a long list to the next.

use crate::{say, words::Words};
use leptos::prelude::*;

/// Which page of a list stands here, and what its neighbours are called.
pub struct Pager {
    /// The first is 1.
    pub page: u32,
    /// Whether another page follows.
    pub has_more: bool,
    /// The word for the page before.
    pub newer: String,
    /// The word for the page behind.
    pub older: String,
}

impl Pager {
    /// Links to the neighbours, which stand at these addresses; nothing where all is on one page.
    #[must_use]
    pub fn draw(self, words: &Words, href: impl Fn(u32) -> String) -> Option<AnyView> {
        let newer = (self.page > 1).then(|| view! { <a class="button" rel="prev" href=href(self.page - 1)>{self.newer}</a> });
        let older = self.has_more.then(|| view! { <a class="button" rel="next" href=href(self.page + 1)>{self.older}</a> });
        (newer.is_some() || older.is_some()).then(|| {
            view! {
                <nav class="pager" aria-label=say!(words, "pager-pages")>
                    <span class="quiet">{say!(words, "pager-page", n = i64::from(self.page))}</span>
                    {newer}
                    {older}
                </nav>
            }
            .into_any()
        })
    }
}
