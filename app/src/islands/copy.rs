//! A button that copies a text, where the browser can; without script it is not there, and the text can be marked.

use leptos::prelude::*;

/// Copies `text` and says so for a moment.
#[island]
pub fn CopyButton(text: String, label: String, done: String) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (copied, set_copied) = signal(false);
    Effect::new(move |_| set_ready.set(true));
    let copy = move |_| {
        let _ = window().navigator().clipboard().write_text(&text);
        set_copied.set(true);
        set_timeout(move || set_copied.set(false), std::time::Duration::from_secs(3));
    };
    view! {
        <button type="button" class="button" hidden=move || !ready.get() on:click=copy>
            <span role="status">{move || if copied.get() { done.clone() } else { label.clone() }}</span>
        </button>
    }
}
