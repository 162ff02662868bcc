//! Keeps what is typed in this browser until it has been taken, so that it survives a reload and signing in again.

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*, wasm_bindgen::JsCast};
use std::time::Duration;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, Storage};

/// What the names of all drafts begin with.
const PREFIX: &str = "draft ";
/// Long enough not to write at every letter.
const PAUSE: Duration = Duration::from_millis(400);

/// Stands in a form. `place` names the form and the person who writes; `fields` are the ids of what is typed into,
/// with spaces between; `kept` is said once a draft is there.
///
/// `id` is the id that the words will have as an element of the page once they have been taken: where that element
/// stands, the draft is not needed any more. So no answer has to carry a mark, and it does not matter which tab sent it.
/// Where something that is there is changed, `change` is set and `id` names its version: a draft comes back over what
/// is kept as long as that is the version it was written to, and is forgotten once there is another.
#[island]
pub fn Draft(place: String, id: String, fields: String, kept: String, change: bool) -> impl IntoView {
    let (said, set_said) = signal(false);
    let form = StoredValue::new((place, id, fields));
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let keep = move |forget: bool| {
        let any = form.with_value(|(place, id, fields)| {
            fields.split(' ').filter(|field| keep_one(&format!("{PREFIX}{place} {field}"), id, field, forget)).count() > 0
        });
        set_said.set(any);
    };
    Effect::new(move |_| {
        forget_taken();
        let restored = form.with_value(|(place, id, fields)| {
            let version = change.then_some(id.as_str());
            fields.split(' ').filter(|field| restore(&format!("{PREFIX}{place} {field}"), version, field)).count() > 0
        });
        // On a slow line people type before this begins to work.
        let begun = form.with_value(|(_, _, fields)| fields.split(' ').any(is_changed));
        if restored || begun {
            keep(false);
        }
    });
    let typed = window_event_listener(ev::input, move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if form.with_value(|(_, _, fields)| fields.split(' ').any(|field| field == target.id())) {
            if let Some(pending) = pending.get_value() {
                pending.clear();
            }
            pending.set_value(set_timeout_with_handle(move || keep(true), PAUSE).ok());
        }
    });
    // What was typed in the last moment, or before this began to work.
    let left = window_event_listener(ev::pagehide, move |_| keep(false));
    on_cleanup(move || {
        typed.remove();
        left.remove();
    });
    view! { <span class="draft" role="status">{move || said.get().then(|| kept.clone())}</span> }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn text(field: &str) -> Option<String> {
    let element = document().get_element_by_id(field)?;
    let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    input.or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}

/// Whether a field holds something else than it came with.
fn is_changed(field: &str) -> bool {
    let Some(element) = document().get_element_by_id(field) else { return false };
    let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::default_value);
    let area = || element.dyn_ref::<HtmlTextAreaElement>()?.default_value().ok();
    input.or_else(area) != text(field)
}

/// Keeps a field with the id that its words will have; whether there was something to keep.
fn keep_one(name: &str, id: &str, field: &str, forget: bool) -> bool {
    let (Some(storage), Some(text)) = (storage(), text(field)) else { return false };
    if text.trim().is_empty() {
        // Only whoever empties a field means it; an empty one that is left may stand beside another tab's.
        if forget {
            let _ = storage.remove_item(name);
        }
        return false;
    }
    storage.set_item(name, &format!("{id}\n{text}")).is_ok()
}

/// Puts a draft into its field where that is empty, or where it was written to this version; whether it did.
fn restore(name: &str, version: Option<&str>, field: &str) -> bool {
    let Some(storage) = storage() else { return false };
    let draft = storage.get_item(name).ok().flatten().unwrap_or_default();
    let Some((id, words)) = draft.split_once('\n') else { return false };
    let overtaken = version.is_some_and(|version| version != id);
    if overtaken {
        let _ = storage.remove_item(name);
    }
    if overtaken || text(field).is_none_or(|text| text == words || (version.is_none() && !text.is_empty())) {
        return false;
    }
    let Some(element) = document().get_element_by_id(field) else { return false };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(words);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(words);
    }
    true
}

/// Forgets every draft whose words stand on this page.
fn forget_taken() {
    let Some(storage) = storage() else { return };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    for name in names.filter(|name| name.starts_with(PREFIX)).collect::<Vec<_>>() {
        let draft = storage.get_item(&name).ok().flatten().unwrap_or_default();
        let taken = draft.split_once('\n').is_some_and(|(id, _)| document().get_element_by_id(id).is_some());
        if taken {
            let _ = storage.remove_item(&name);
        }
    }
}
