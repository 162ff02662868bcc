//! What could not be sent for want of a network: it waits in this browser and goes out by itself, in the order in which it was
//! written, as soon as there is one again. The key that goes along has the server take it once, however often it is sent.

use super::{
    draft::{Controls, digits, is_too_old, now, storage},
    finder::pairs,
};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, Node, NodeList, RequestInit, RequestRedirect, Response,
    SubmitEvent, UrlSearchParams,
    js_sys::{Math, Reflect},
};

/// What the names of all that waits begin with, before the person who wrote it.
const PREFIX: &str = "unsent ";
/// The list of what waits, drawn by the server, with one line as it will look beside it.
const LIST: &str = "unsent";
/// So many letters of a key are the moment in which it was made.
const MOMENT: usize = 10;
/// After so many seconds it is tried again, and twice as long after each time that it fails.
const FIRST_WAIT: u64 = 4;
const LONGEST_WAIT: u64 = 64;
/// Stands for an answer that did not come.
const NO_ANSWER: u16 = 599;

/// What the form in which something is written does where there is no network.
pub(super) struct Outbox {
    /// Who writes.
    person: String,
    form: HtmlFormElement,
    /// What its draft is called.
    name: StoredValue<String>,
    /// The id of the element that the words will be, and the fields that are written.
    draft: StoredValue<(String, String)>,
    /// The fields with the keys of what is made of it.
    keys: String,
    /// Where the words are found once they have been taken.
    then: RefCell<String>,
    /// What was pressed and has no answer yet; empty where nothing was.
    pressed: StoredValue<String>,
    /// Told of what was pressed: whether it waits for its answer.
    sending: WriteSignal<bool>,
    /// Whether one is being sent.
    is_busy: Cell<bool>,
    /// After how many seconds it is tried again; none where it is not to be.
    wait: Cell<u64>,
    is_timed: Cell<bool>,
}

impl Outbox {
    /// For a form in which this person writes, with the fields of its keys and where it leads.
    pub fn new(
        form: HtmlFormElement,
        (name, draft): (StoredValue<String>, StoredValue<(String, String)>),
        (person, keys, then): (&str, &str, &str),
        (pressed, sending): (StoredValue<String>, WriteSignal<bool>),
    ) -> Self {
        let (person, keys, then) = (person.to_owned(), keys.to_owned(), RefCell::new(then.to_owned()));
        let (is_busy, wait, is_timed) = (Cell::new(false), Cell::new(FIRST_WAIT), Cell::new(false));
        Self { person, form, name, draft, keys, then, pressed, sending, is_busy, wait, is_timed }
    }

    /// Begins to work: sends what waits, now and whenever there may be a network again.
    pub fn begin(self) {
        let outbox = Rc::new(self);
        let on = |kind: &'static str, does: fn(&Rc<Self>, &Event) -> Option<()>| {
            let outbox = Rc::clone(&outbox);
            let _ = window_event_listener_untyped(kind, move |event| {
                does(&outbox, &event);
            });
        };
        on("submit", Self::submitted);
        on("click", Self::clicked);
        on("storage", |outbox, _| outbox.show());
        for again in ["online", "visibilitychange", "pageshow"] {
            on(again, |outbox, _| {
                outbox.flush();
                Some(())
            });
        }
        // Some browsers bring back what was typed.
        let waiting = outbox.names().iter().filter_map(|name| outbox.words(name)).collect::<Vec<_>>();
        outbox.draft.with_value(|(_, fields)| {
            let controls = Controls::find(fields);
            if waiting.contains(&controls.values()) {
                controls.add(&[]);
            }
        });
        outbox.flush();
    }

    /// The names of what waits, the oldest first.
    fn names(&self) -> Vec<String> {
        let Some(storage) = storage() else { return Vec::new() };
        let prefix = [PREFIX, &self.person].concat();
        let names = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        let mut names = names.filter(|name| name.starts_with(&prefix)).collect::<Vec<_>>();
        names.sort_unstable();
        names
    }

    /// Takes what is sent by the button of the form itself. Where other words or files go along the browser sends it as ever;
    /// without a network those are left where they are.
    fn submitted(self: &Rc<Self>, event: &Event) -> Option<()> {
        let event = event.dyn_ref::<SubmitEvent>()?;
        let is_other = event.submitter().is_some_and(|button| button.has_attribute("formaction"));
        if is_other || event.target()? != *self.form.unchecked_ref() {
            return None;
        }
        if !self.pressed.with_value(String::is_empty) {
            event.prevent_default();
            return None;
        }
        let is_online = window().navigator().on_line();
        if !self.has_words() || is_online && self.holds_more("textarea, [type=text], [type=file]") {
            return None;
        }
        if self.holds_more("[type=file]") {
            event.prevent_default();
            self.sending.set(false);
            return tell("unsent-files");
        }
        let (action, body) = (self.action()?, pairs(&self.form, |pair| !pair.ends_with("=%5Bobject+File%5D"))?);
        let key = self.keys().pop()?.value();
        let name = format!("{PREFIX}{} {} {key}", self.person, now());
        storage()?.set_item(&name, &[&action, " ", &*body].concat()).ok()?;
        event.prevent_default();
        self.name.with_value(|draft| forget(draft));
        self.pressed.set_value(name);
        self.flush();
        Some(())
    }

    fn clicked(self: &Rc<Self>, event: &Event) -> Option<()> {
        let button = event.target()?.dyn_into::<Element>().ok()?.closest("#unsent button").ok()??;
        if button.has_attribute("value") {
            let name = button.closest("li").ok()??.get_attribute("data-name")?;
            forget(&name);
            self.show()?;
            return self.form.query_selector("textarea").ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok();
        }
        self.flush();
        Some(())
    }

    fn action(&self) -> Option<String> {
        self.form.get_attribute("action")
    }

    fn has_words(&self) -> bool {
        self.draft.with_value(|(_, fields)| Controls::find(fields).has_words())
    }

    /// Whether something is in these controls of the form beside the words.
    fn holds_more(&self, controls: &str) -> bool {
        let all = self.form.query_selector_all(controls).ok();
        self.draft.with_value(|(_, fields)| {
            let is_own = |name: &str| fields.split(' ').any(|field| field == name);
            all.iter().flat_map(nodes).any(|node| !value_of(&node, "value").is_empty() && !is_own(&value_of(&node, "name")))
        })
    }

    fn keys(&self) -> Vec<HtmlInputElement> {
        let all = self.form.query_selector_all("[type=hidden]").ok();
        let all = all.iter().flat_map(nodes).filter_map(|node| node.dyn_into::<HtmlInputElement>().ok());
        all.filter(|input| self.keys.split(' ').any(|key| key == input.name())).collect()
    }

    /// Sends what waits.
    fn flush(self: &Rc<Self>) {
        self.show();
        if self.is_busy.replace(true) {
            return;
        }
        let outbox = Rc::clone(self);
        leptos::task::spawn_local(async move {
            let (mut last, mut status, mut is_sent) = (String::new(), 0, false);
            while let Some(name) = outbox.names().into_iter().find(|name| *name > last) {
                status = outbox.send(&name).await;
                last = name;
                match status {
                    0 | 200..300 => {
                        forget(&last);
                        is_sent = true;
                    }
                    401 | 408 | 429 | 500.. => break,
                    _ => {}
                }
                let is_pressed = outbox.pressed.with_value(|pressed| *pressed == last);
                if status >= 400 && !is_pressed {
                    outbox.give_back(&last, status);
                }
            }
            outbox.is_busy.set(false);
            outbox.sent(&last, status, is_sent);
        });
    }

    /// Sends one of them; the status of the answer, of which nothing more is known where it leads elsewhere, as it does once
    /// the words have been taken.
    async fn send(&self, name: &str) -> u16 {
        let Some((action, body)) = entry(name) else { return 0 };
        let mut parts = name.rsplit(' ');
        let (key, at) = (parts.next().unwrap_or_default(), parts.next().and_then(|at| at.parse().ok()).unwrap_or_default());
        // Taken already, and the answer was lost; or left behind on this device.
        if is_too_old(at, now()) || document().get_element_by_id(&["m-", key].concat()).is_some() {
            return 0;
        }
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_redirect(RequestRedirect::Manual);
        let Ok(body) = UrlSearchParams::new_with_str(&body) else { return 0 };
        init.set_body(&body);
        // Somebody else may have signed in beside this page.
        let answer = JsFuture::from(window().fetch_with_str_and_init(&[&*action, "?as=", &self.person].concat(), &init)).await;
        answer.map_or(NO_ANSWER, |answer| answer.unchecked_into::<Response>().status())
    }

    /// What becomes of what was pressed, and of the page, after the last answer.
    fn sent(self: &Rc<Self>, last: &str, status: u16, is_sent: bool) {
        let pressed = self.pressed.get_value();
        let waits = self.names();
        if !pressed.is_empty() {
            if !waits.contains(&pressed) {
                self.lead_on();
                return;
            }
            if last == pressed && status != NO_ANSWER {
                // Whatever is wrong with it, its own answer says it best.
                forget(&pressed);
                self.pressed.set_value(String::new());
                let _ = self.form.submit();
                return;
            }
            self.clear();
        }
        if is_sent {
            self.wait.set(FIRST_WAIT);
        }
        if is_sent && let Ok(event) = Event::new("sent") {
            let _ = window().dispatch_event(&event);
        }
        if status == 401 {
            tell("unsent-401");
        } else if !waits.is_empty() && !self.is_timed.replace(true) {
            let wait = self.wait.get().clamp(FIRST_WAIT, LONGEST_WAIT);
            self.wait.set(wait * 2);
            let outbox = Rc::clone(self);
            set_timeout(
                move || {
                    outbox.is_timed.set(false);
                    outbox.flush();
                },
                Duration::from_secs(wait),
            );
        }
        self.show();
    }

    /// To where the words are: going back never shows them again. Where that is this page it takes its own place, and another one
    /// leaves behind a form that is for something else.
    fn lead_on(&self) {
        let (Ok(history), Some(action)) = (window().history(), self.action()) else { return };
        let (then, location) = (self.then.borrow().clone(), window().location());
        let here = location.pathname().unwrap_or_default();
        if then.split('#').next() == Some(&here) {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&action));
            let _ = location.replace(&then);
        } else {
            self.clear();
            let _ = location.assign(&then);
        }
    }

    /// The form is for something else now.
    fn clear(&self) {
        for input in self.keys() {
            let old = input.value();
            let digits = digits(Math::random());
            let new = format!("{}{:0<16.16}", old.get(..MOMENT).unwrap_or_default(), digits.get(2..).unwrap_or_default());
            input.set_value(&new);
            self.then.replace_with(|then| then.replace(&old, &new));
            self.draft.update_value(|(id, _)| *id = id.replace(&old, &new));
        }
        self.draft.with_value(|(_, fields)| Controls::find(fields).add(&[]));
        self.pressed.set_value(String::new());
        self.sending.set(false);
    }

    /// What the server does not take comes back into its form.
    fn give_back(&self, name: &str, status: u16) -> Option<()> {
        let words = self.words(name)?;
        self.draft.with_value(|(_, fields)| Controls::find(fields).add(&words));
        forget(name);
        tell(if matches!(status, 403 | 404) { "unsent-404" } else { "unsent-422" })
    }

    /// Shows what waits of what this form sends.
    fn show(&self) -> Option<()> {
        let list = document().get_element_by_id(LIST)?;
        let one = document().get_element_by_id("unsent-one")?.inner_html();
        list.set_inner_html("");
        for name in self.names() {
            let Some(words) = self.words(&name).filter(|_| self.pressed.with_value(|pressed| *pressed != name)) else { continue };
            list.insert_adjacent_html("beforeend", &one).ok()?;
            let item = list.last_element_child()?;
            item.set_attribute("data-name", &name).ok()?;
            item.query_selector(".prose")
                .ok()??
                .set_text_content(Some(&words.iter().map(|(_, words)| &**words).collect::<Vec<_>>().join("\n")));
        }
        Some(())
    }

    /// What is written in one of those that this form sends, with the names of the fields.
    fn words(&self, name: &str) -> Option<Vec<(String, String)>> {
        let (action, body) = entry(name)?;
        if self.action()? != action {
            return None;
        }
        let body = UrlSearchParams::new_with_str(&body).ok()?;
        let words = |(_, fields): &(String, String)| {
            fields.split(' ').filter_map(|field| Some((field.to_owned(), body.get(field)?))).collect()
        };
        Some(self.draft.with_value(words))
    }
}

/// Where something goes that waits, and what is sent.
fn entry(name: &str) -> Option<(String, String)> {
    let text = storage()?.get_item(name).ok()??;
    text.split_once(' ').map(|(action, body)| (action.to_owned(), body.to_owned()))
}

fn forget(name: &str) {
    let _ = storage().map(|storage| storage.remove_item(name));
}

/// Shows what the server drew for this case.
fn tell(id: &str) -> Option<()> {
    document().get_element_by_id(id)?.remove_attribute("hidden").ok()
}

/// What a control holds in this property.
pub(super) fn value_of(control: &Node, property: &str) -> String {
    Reflect::get(control, &property.into()).ok().and_then(|it| it.as_string()).unwrap_or_default()
}

pub(super) fn nodes(list: &NodeList) -> impl Iterator<Item = Node> + '_ {
    (0..list.length()).filter_map(|at| list.item(at))
}
