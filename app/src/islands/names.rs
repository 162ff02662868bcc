//! Proposes names while one types an `@`: chosen by keyboard or by a press. Without script the name is typed.

use super::finder::tell_typed;
use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Event, HtmlTextAreaElement, js_sys::JsString};

/// How many names are proposed at most.
const MOST: usize = 6;
/// No name is longer, in characters; what stands further behind an `@` is no name.
const LONGEST: usize = 60;

/// Belongs behind the text whose id is `field`. `names` are those of people who may read it, `label` is what the list of them
/// is called, and `found` is told once it is there.
#[island]
pub fn Names(field: String, names: Vec<String>, label: String, found: String) -> impl IntoView {
    let list = format!("{field}-names");
    let (open, set_open) = signal(Vec::<String>::new());
    let (chosen, set_chosen) = signal(0_usize);
    let place = StoredValue::new((field, names, list.clone()));
    let area =
        move || place.with_value(|(field, ..)| document().get_element_by_id(field)?.dyn_into::<HtmlTextAreaElement>().ok());
    let close = move || {
        if !open.with_untracked(Vec::is_empty) {
            set_open.set(Vec::new());
        }
    };
    let look = move || {
        let typed = area().and_then(|area| Typed::find(&area));
        let names = typed.map(|typed| place.with_value(|(_, names, _)| matching(names, &typed.call))).unwrap_or_default();
        if names.is_empty() {
            return close();
        }
        set_chosen.set(0);
        set_open.set(names);
    };
    let take = move |name: &str| {
        if let Some(area) = area() {
            // The field says itself that it has changed, which closes the list.
            let _ = Typed::find(&area).and_then(|typed| typed.put(&area, name));
        }
        close();
    };
    let concerns = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        target.is_some_and(|target| place.with_value(|(field, ..)| target.id() == *field))
    };
    Effect::new(move |_| {
        if let Some(area) = area() {
            let _ = area.set_attribute("aria-autocomplete", "list");
            let _ = place.with_value(|(.., list)| area.set_attribute("aria-controls", list));
        }
        // On a slow line people type before this begins to work.
        look();
    });
    // Who listens to the page hears the name that Enter would take.
    Effect::new(move |_| {
        let (is_open, at) = (open.with(|names| !names.is_empty()), chosen.get());
        let Some(area) = area() else { return };
        let _ = if is_open {
            place.with_value(|(.., list)| area.set_attribute("aria-activedescendant", &format!("{list}-{at}")))
        } else {
            area.remove_attribute("aria-activedescendant")
        };
    });
    let _ = window_event_listener(ev::input, move |event| {
        if concerns(&event) {
            look();
        }
    });
    let _ = window_event_listener(ev::focusout, move |event| {
        if concerns(&event) {
            close();
        }
    });
    let _ = window_event_listener(ev::keydown, move |event| {
        let count = open.with_untracked(Vec::len);
        if count == 0 || event.is_composing() || !concerns(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => set_chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => set_chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" | "Tab" => {
                let name = open.with_untracked(|names| names.get(chosen.get_untracked()).cloned());
                take(&name.unwrap_or_default());
            }
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
    });
    let id = list.clone();
    let option = move |(at, name): (usize, String)| {
        let said = name.clone();
        // Before the field loses the focus.
        let press = move |event: ev::MouseEvent| {
            event.prevent_default();
            take(&name);
        };
        let is_chosen = move || if chosen.get() == at { "true" } else { "false" };
        view! { <li role="option" id=format!("{id}-{at}") aria-selected=is_chosen on:mousedown=press>{said}</li> }
    };
    view! {
        <ul class="names" role="listbox" id=list aria-label=label hidden=move || open.with(Vec::is_empty)>
            {move || open.get().into_iter().enumerate().map(option.clone()).collect_view()}
        </ul>
        <p class="unseen" role="status">{move || (!open.with(Vec::is_empty)).then(|| found.clone())}</p>
    }
}

/// An `@` before the caret with what is typed behind it.
struct Typed {
    /// What stands before the `@`.
    before: String,
    /// What stands behind it, up to the caret.
    call: String,
    /// What stands behind the caret.
    after: String,
}

impl Typed {
    /// What is being typed in a field; none where that is no call. An `@` within a word, as in an address, calls nobody.
    fn find(area: &HtmlTextAreaElement) -> Option<Self> {
        let letters = area.value().encode_utf16().collect::<Vec<_>>();
        let caret = usize::try_from(area.selection_start().ok()??).ok()?;
        let (typed, after) = letters.split_at_checked(caret)?;
        let typed = String::from_utf16_lossy(typed);
        let (before, call) = typed.rsplit_once('@')?;
        let is_within = before.chars().next_back().is_some_and(|letter| letter.is_ascii_alphanumeric() || !letter.is_ascii());
        let is_call = !is_within && !call.contains('\n') && call.chars().count() <= LONGEST;
        is_call.then(|| Self { before: before.to_owned(), call: call.to_owned(), after: String::from_utf16_lossy(after) })
    }

    /// Puts a name in the place of what was typed, as if it had been typed; none where the page does not let that be done.
    fn put(&self, area: &HtmlTextAreaElement, name: &str) -> Option<()> {
        let start = format!("{}@{name} ", self.before);
        area.set_value(&format!("{start}{}", self.after.trim_start_matches(' ')));
        let caret = u32::try_from(start.encode_utf16().count()).ok()?;
        area.set_selection_range(caret, caret).ok()?;
        tell_typed(area)
    }
}

/// The names of which a word begins with what was typed, however its letters are written; none once one is typed in full.
fn matching(names: &[String], typed: &str) -> Vec<String> {
    let typed = lower(typed);
    let begins = |name: &&String| {
        let name = lower(name);
        name != typed && (name.starts_with(&typed) || name.split(' ').any(|word| word.starts_with(&typed)))
    };
    names.iter().filter(begins).take(MOST).cloned().collect()
}

/// By the browser, which knows the letters of all languages already.
fn lower(text: &str) -> String {
    String::from(JsString::from(text).to_lower_case())
}
