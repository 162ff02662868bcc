//! The mark of a good moment: nothing is left to do.

use leptos::prelude::*;

/// A tick in a circle, which the words beside it say too.
#[must_use]
pub fn done() -> AnyView {
    view! {
        <svg class="mark" viewBox="0 0 56 56" aria-hidden="true">
            <circle cx="28" cy="28" r="26"/>
            <path d="M17 29.5 25 37.5 40 20"/>
        </svg>
    }
    .into_any()
}
