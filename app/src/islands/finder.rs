//! Finds while one types: fetches what the form around asks for and puts it in place, the newest answer only.

use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, EventInit, FormData, HtmlFormElement, HtmlInputElement, HtmlOptionElement, Response, UrlSearchParams,
    js_sys::Promise,
};

/// Long enough to let a word be typed, short enough to feel at once.
const PAUSE: Duration = Duration::from_millis(150);

/// After this long what could not be fetched is asked for again.
const AGAIN: Duration = Duration::from_secs(4);

/// Stands around a search form whose action is the address of the page. Without script the form's button does it.
///
/// `fragment` is the address that answers with what belongs into the element `into`; whatever in it is marked with
/// `data-said` is told politely. Where no answer comes, `old` says that what stands there is from before. The address of the
/// page says what was found, unless the form `stands_aside` on a page about something else.
#[island]
pub fn LiveFinder(fragment: String, into: String, old: String, stands_aside: bool, children: Children) -> impl IntoView {
    let (said, set_said) = signal(String::new());
    let (failed, set_failed) = signal(false);
    let newest = StoredValue::new(0_u32);
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let (fragment, into) = (StoredValue::new(fragment), StoredValue::new(into));
    let find = move |form: HtmlFormElement| {
        newest.update_value(|n| *n += 1);
        let mine = newest.get_value();
        leptos::task::spawn_local(async move {
            let Some(asked) = asked(&form) else { return };
            let mut answer = fetch(&format!("{}?{asked}", fragment.get_value())).await;
            while answer.is_err() && newest.try_get_value() == Some(mine) {
                set_failed.set(true);
                pause(AGAIN).await;
                if newest.try_get_value() == Some(mine) {
                    answer = fetch(&format!("{}?{asked}", fragment.get_value())).await;
                }
            }
            let Ok(answer) = answer else { return };
            if newest.try_get_value() != Some(mine) {
                return;
            }
            set_failed.set(false);
            // Whoever is not let in any more is told so by the page itself.
            let Some(html) = answer else { return drop(form.submit()) };
            show(&into.get_value(), &html, set_said);
            if !stands_aside {
                let address = format!("{}?{asked}", form.action());
                let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
            }
        });
    };
    let around = NodeRef::<leptos::html::Div>::new();
    Effect::new(move || {
        let form = around.get().and_then(|around| around.query_selector("form").ok()?).and_then(|form| form.dyn_into().ok());
        // Typed or chosen before this island was there, or brought back by the browser.
        if let Some(form) = form.filter(is_changed) {
            find(form);
        }
    });
    let typed = move |event: web_sys::Event| {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("form").ok()?) else {
            return;
        };
        let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
        if let Some(pending) = pending.get_value() {
            pending.clear();
        }
        pending.set_value(set_timeout_with_handle(move || find(form), PAUSE).ok());
    };
    view! {
        <div node_ref=around on:input=typed>
            {children()}
            <p class="unseen" role="status">{said}</p>
            {move || failed.get().then(|| view! { <p class="error" role="alert">{old.clone()}</p> })}
        </div>
    }
}

async fn pause(time: Duration) {
    let passed = Promise::new(&mut |done, _| {
        set_timeout(move || drop(done.call0(&JsValue::NULL)), time);
    });
    let _ = JsFuture::from(passed).await;
}

/// Whether a field of the form holds something else than the page was drawn with.
fn is_changed(form: &HtmlFormElement) -> bool {
    let Ok(fields) = form.query_selector_all("input, option") else { return false };
    (0..fields.length()).filter_map(|place| fields.item(place)).any(|field| match field.dyn_into::<HtmlOptionElement>() {
        Ok(option) => option.selected() != option.default_selected(),
        Err(field) => field.dyn_into::<HtmlInputElement>().is_ok_and(|input| input.value() != input.default_value()),
    })
}

/// What the form asks for, without what was left empty.
fn asked(form: &HtmlFormElement) -> Option<String> {
    pairs(form, |pair| !pair.ends_with('='))
}

/// The fields of a form as a browser writes them, those that are wanted.
pub(super) fn pairs(form: &HtmlFormElement, wanted: fn(&str) -> bool) -> Option<String> {
    let data: JsValue = FormData::new_with_form(form).ok()?.into();
    let all = String::from(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string());
    Some(all.split('&').filter(|pair| wanted(pair)).collect::<Vec<_>>().join("&"))
}

/// What the server answers; none where it refuses.
pub(super) async fn fetch(address: &str) -> Result<Option<String>, JsValue> {
    let answer: Response = JsFuture::from(window().fetch_with_str(address)).await?.dyn_into()?;
    if !answer.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(answer.text()?).await?.as_string())
}

/// Says of a field that somebody has typed in it.
pub(super) fn tell_typed(field: &Element) -> Option<()> {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    field.dispatch_event(&web_sys::Event::new_with_event_init_dict("input", &bubbles).ok()?).ok().map(drop)
}

fn show(into: &str, html: &str, say: WriteSignal<String>) {
    let Some(place) = document().get_element_by_id(into) else { return };
    place.set_inner_html(html);
    let said = place.query_selector("[data-said]").ok().flatten().and_then(|element| element.text_content());
    say.set(said.unwrap_or_default());
}
