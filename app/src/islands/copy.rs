//! A button that copies a text, where the browser can; without script it is not there, and the text can be marked.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Copies `text` and says for a moment that it is `done`, or that it was `refused` and how else to do it. `what` it copies
/// is told to those who do not see beside what the button is; it may be empty.
#[island]
pub fn CopyButton(text: String, what: String, label: String, done: String, refused: String) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (taken, set_taken) = signal(None::<bool>);
    // Elsewhere there is no clipboard.
    Effect::new(move |_| set_ready.set(window().is_secure_context()));
    let copy = move |_| {
        let promised = window().navigator().clipboard().write_text(&text);
        leptos::task::spawn_local(async move {
            set_taken.set(Some(JsFuture::from(promised).await.is_ok()));
            set_timeout(
                move || {
                    set_taken.try_set(None);
                },
                Duration::from_secs(5),
            );
        });
    };
    let told = move || taken.get().map(|taken| if taken { done.clone() } else { refused.clone() });
    let said = told.clone();
    let what = (!what.is_empty()).then(|| view! { <span class="unseen">": "{what}</span> });
    view! {
        <button type="button" class="button" hidden=move || !ready.get() on:click=copy>{move || said().unwrap_or_else(|| label.clone())}{what}</button>
        <span class="unseen" role="status">{told}</span>
    }
}
