//! Saves what is filled in in this browser until it has been sent, so that it survives a reload and signing in again.

mod control;
mod entry;

use self::entry::Entry;
pub(super) use self::{control::Controls, entry::is_too_old};
use super::unsent::Outbox;
use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*, wasm_bindgen::JsCast};
use std::time::Duration;
use web_sys::{
    Element, Storage,
    js_sys::{Date, Number},
};

/// What the names of all drafts begin with.
const PREFIX: &str = "draft ";
/// Long enough not to write at every letter.
const PAUSE: Duration = Duration::from_millis(400);

/// Belongs in a form. `place` names the form and the person who writes; `fields` are the names of the fields that are
/// saved, with spaces between; `kept` is said once a draft is there. A draft is one entry with every field, so that
/// words never come back without the choices that were made with them.
///
/// `id` is the id that the words will have as an element of the page once they have been taken: where that element
/// is, the draft is not needed any more. So no answer has to carry a mark, and it does not matter which tab sent it.
/// Where something that is there is changed, `change` is set and `id` names its version: a draft comes back over what
/// is saved as long as that is the version it was written to, and is forgotten once there is another.
///
/// `sending` is said from when the form is sent until its answer is there.
///
/// Where there is no network, what is sent waits in this browser if `keys` names the unseen fields with the keys of what is
/// made of it, the last one being that of the words; `then` is where they are found afterwards.
#[island]
pub fn Draft(
    place: String,
    id: String,
    fields: String,
    kept: String,
    sending: String,
    change: bool,
    keys: String,
    then: String,
) -> impl IntoView {
    let around = NodeRef::<html::Span>::new();
    let pressed = StoredValue::new(String::new());
    let (said, set_said) = signal(false);
    let (is_sent, set_sent) = signal(false);
    let mut name = place;
    name.insert_str(0, PREFIX);
    let person = name.rsplit(' ').next().unwrap_or_default().to_owned();
    let name = StoredValue::new(name);
    let form = StoredValue::new((id, fields));
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let keep = move |emptied: bool| {
        let is_kept = form.with_value(|(id, fields)| name.with_value(|name| keep(name, id, fields, change, emptied)));
        set_said.set(is_kept);
    };
    Effect::new(move |_| {
        forget_taken();
        let restored = form.with_value(|(id, fields)| {
            let version = change.then_some(id.as_str());
            name.with_value(|name| restore(name, version, fields))
        });
        // On a slow line people type before this begins to work.
        if restored || form.with_value(|(_, fields)| Controls::find(fields).is_changed()) {
            keep(false);
        }
        let form_around = around.get_untracked().and_then(|it| it.closest("form").ok().flatten()?.dyn_into().ok());
        if let Some(around) = form_around.filter(|_| !keys.is_empty()) {
            Outbox::new(around, (name, form), (&person, &keys, &then), (pressed, set_sent)).begin();
        }
    });
    let filled = move |event: web_sys::Event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(field) = target.get_attribute("name") else { return };
        if form.with_value(|(_, fields)| fields.split(' ').any(|known| known == field)) {
            if let Some(pending) = pending.get_value() {
                pending.clear();
            }
            pending.set_value(set_timeout_with_handle(move || keep(true), PAUSE).ok());
        }
    };
    let _ = window_event_listener(ev::input, filled);
    // What was typed in the last moment, or before this began to work.
    let _ = window_event_listener(ev::pagehide, move |_| {
        if pressed.with_value(String::is_empty) {
            set_sent.set(false);
            keep(false);
        }
    });
    let _ = window_event_listener(ev::submit, move |_| {
        set_sent.set(form.with_value(|(_, fields)| Controls::find(fields).has_words()));
    });
    let status = move || if is_sent.get() { Some(sending.clone()) } else { said.get().then(|| kept.clone()) };
    view! { <span class="draft" role="status" node_ref=around>{status}</span> }
}

pub(super) fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The moment in milliseconds.
pub(super) fn now() -> u64 {
    digits(Date::now()).parse().unwrap_or_default()
}

/// A number as the browser writes it: what reads and writes fractions takes more room in the wasm than all drafts.
pub(super) fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

/// Saves the fields with the id that their words will have; whether a draft is there afterwards.
fn keep(name: &str, id: &str, fields: &str, change: bool, emptied: bool) -> bool {
    let Some(storage) = storage() else { return false };
    let controls = Controls::find(fields);
    let known = || storage.get_item(name).ok().flatten().is_some();
    let is_worth = controls.is_changed() || if change { known() } else { controls.has_words() };
    if !is_worth {
        // Only a person who empties a form means it; an empty one that is left may be open beside another tab's.
        if emptied {
            let _ = storage.remove_item(name);
        }
        return false;
    }
    let entry = Entry { id: id.to_owned(), at: now(), values: controls.values() };
    storage.set_item(name, &entry.to_text()).is_ok()
}

/// Puts a draft into its form where that is empty, or where it was written to this version; whether it did.
fn restore(name: &str, version: Option<&str>, fields: &str) -> bool {
    let Some(storage) = storage() else { return false };
    let Some(entry) = storage.get_item(name).ok().flatten().and_then(|text| Entry::parse(&text)) else { return false };
    if version.is_some_and(|version| version != entry.id) {
        let _ = storage.remove_item(name);
        return false;
    }
    Controls::find(fields).restore(&entry.values, version.is_some())
}

/// Forgets every draft whose words are on this page, and every one that is too old.
fn forget_taken() {
    let Some(storage) = storage() else { return };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    for name in names.filter(|name| name.starts_with(PREFIX)).collect::<Vec<_>>() {
        let entry = storage.get_item(&name).ok().flatten().and_then(|text| Entry::parse(&text));
        let is_needed = entry.is_some_and(|entry| !entry.is_too_old(now()) && document().get_element_by_id(&entry.id).is_none());
        if !is_needed {
            let _ = storage.remove_item(&name);
        }
    }
}
