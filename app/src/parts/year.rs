//! A year that is shown out of several, and the way to those beside it.

use crate::{say, words::Words};
use jiff::civil::Date;
use leptos::prelude::*;

/// The year by its first and last day.
#[must_use]
pub fn span(words: &Words, from: Date, until: Date) -> String {
    format!("{} – {}", words.short_day_and_year(from, until), words.short_day_and_year(until, from))
}

/// The way to the year before and the year after one that is so many years back; nothing where it is the only one. `href` is
/// the address of a year.
pub fn way(words: &Words, back: i64, has_earlier: bool, href: impl Fn(i64) -> String) -> Option<AnyView> {
    let link = |back: i64, said: String| view! { <a class="button" href=href(back)>{said}</a>" " };
    let earlier = has_earlier.then(|| link(back + 1, say!(words, "blueprint-earlier")));
    let later = (back > 0).then(|| link(back - 1, say!(words, "blueprint-later")));
    (earlier.is_some() || later.is_some())
        .then(|| view! { <nav class="actions" aria-label=say!(words, "blueprint-years")>{earlier}{later}</nav> }.into_any())
}
