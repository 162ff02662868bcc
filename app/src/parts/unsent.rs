//! What was written where there was no network: a list that the browser fills, and what is said where sending fails.

use crate::{say, words::Words};
use leptos::prelude::*;

/// The list of what waits in this browser, empty as it is drawn, with a line as the browser will draw it.
/// `class` is that of a message of the reader's side.
#[must_use]
pub fn list(words: &Words, class: &'static str) -> AnyView {
    let told = |id: &'static str, said: String| view! { <p class="notice warn" role="alert" id=id hidden>{said}</p> };
    view! {
        {told("unsent-401", say!(words, "unsent-not-in"))}
        {told("unsent-404", say!(words, "unsent-not-found"))}
        {told("unsent-422", say!(words, "unsent-refused"))}
        {told("unsent-files", say!(words, "unsent-files"))}
        <ol class="messages unsent" id="unsent" aria-live="polite"></ol>
        <template id="unsent-one">
            <li class=class>
                <span class="face" aria-hidden="true">"…"</span>
                <p class="message-head"><strong>{say!(words, "unsent-you")}</strong><span class="badge warn">{say!(words, "unsent-not-yet")}</span></p>
                <div class="prose lines"></div>
                <p class="quiet">{say!(words, "unsent-means")}</p>
                <p class="actions">
                    <button type="button" class="edit">{say!(words, "unsent-now")}</button>
                    <button type="button" class="edit" value="discard">{say!(words, "unsent-discard")}</button>
                </p>
            </li>
        </template>
    }
    .into_any()
}
