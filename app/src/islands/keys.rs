//! What keys do on the pages of the supplier's people: finding from anywhere, the next line of a list, and editing.

use super::finder::tell_typed;
use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// The link of each line of a list, in the main part of a page.
const LINES: &str = "main :is(.waiting li, .rows li, .thread-row, tbody tr) a:first-of-type";
/// What the dialog leads to.
const FOUND: &str = "dialog[open] li a";
/// What changes the thing that the page shows.
const EDIT: &str = "main a.edit";

/// Stands around a form that finds while one types, in a dialog; opened, it finds what there is before anything is typed. `/`
/// and Ctrl K open it, the arrows go through what was found and Enter opens the first; outside of it `j` and `k` go from line
/// to line and `e` edits. Without script it is not there.
#[island]
pub fn Keys(label: String, children: Children) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let open = move || {
        let dialog = dialog.get_untracked()?;
        dialog.show_modal().ok()?;
        tell_typed(&dialog.query_selector("input").ok()??)
    };
    let pressed = move |event: KeyboardEvent| {
        let is_open = dialog.get_untracked().is_some_and(|dialog: HtmlDialogElement| dialog.open());
        let key = event.key();
        let done = match key.as_str() {
            "k" if event.ctrl_key() || event.meta_key() => open(),
            _ if event.ctrl_key() || event.meta_key() || event.alt_key() => None,
            "ArrowDown" if is_open => step(FOUND, 1),
            "ArrowUp" if is_open => step(FOUND, -1),
            "Enter" if is_open && is_field(&event) => press(FOUND),
            _ if is_open || is_field(&event) => None,
            "/" => open(),
            "j" => step(LINES, 1),
            "k" => step(LINES, -1),
            "e" => press(EDIT),
            _ => None,
        };
        if done.is_some() {
            event.prevent_default();
        }
    };
    let _ = window_event_listener(leptos::ev::keydown, pressed);
    view! { <dialog class="palette" node_ref=dialog aria-label=label>{children()}</dialog> }
}

/// Whether somebody writes: then a key is a letter.
fn is_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, select, [contenteditable]").unwrap_or(true))
}

/// The elements that can be seen.
fn seen(selector: &str) -> Vec<HtmlElement> {
    let Ok(all) = document().query_selector_all(selector) else { return Vec::new() };
    let all = (0..all.length()).filter_map(|place| all.item(place)?.dyn_into::<HtmlElement>().ok());
    all.filter(|element| element.offset_width() > 0).collect()
}

/// Goes to the next one or the one before; to the first where none of them has the focus.
fn step(selector: &str, by: isize) -> Option<()> {
    let all = seen(selector);
    let here = document().active_element();
    let place = here.and_then(|here| all.iter().position(|one| **one == here));
    let next = place.map_or(Some(0), |place| place.checked_add_signed(by));
    all.get(next?)?.focus().ok()
}

/// Opens the first one.
fn press(selector: &str) -> Option<()> {
    seen(selector).first().map(HtmlElement::click)
}
