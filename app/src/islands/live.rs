//! Keeps what is on a page up to date while somebody looks at it: hears that it has changed, fetches it and puts in what is
//! new, without moving the reader or touching what is being written.

mod parts;

use super::finder::fetch;
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{Element, Event, EventSource, HtmlInputElement, Node, VisibilityState};

/// `stream` is the address of the events, `fragment` that of what belongs into the element `into`, and `news` is told once
/// there is something new. Where `into` is empty, `fragment` is the page itself, and its parts follow. Only a window that is
/// seen has a stream: browsers open few connections at once.
#[island]
pub fn Live(stream: String, fragment: String, into: String, news: String) -> impl IntoView {
    let (said, set_said) = signal(false);
    let source = StoredValue::new_local(None::<(EventSource, Closure<dyn Fn(Event)>)>);
    let place = StoredValue::new((fragment, into));
    let refresh = move || {
        let (fragment, into) = place.get_value();
        leptos::task::spawn_local(async move {
            if let Ok(Some(html)) = fetch(&fragment).await
                && if into.is_empty() { parts::follow(&html) } else { merge(&into, &html) }.unwrap_or(false)
            {
                // Said anew each time.
                set_said.set(false);
                set_said.set(true);
            }
        });
    };
    let close = move || {
        if let Some((open, _)) = source.try_update_value(Option::take).flatten() {
            open.close();
        }
    };
    let follow = move |came_back: bool| {
        close();
        if document().visibility_state() != VisibilityState::Visible {
            return;
        }
        if came_back {
            refresh();
        }
        let Ok(opened) = EventSource::new(&stream) else { return };
        let hear = Closure::<dyn Fn(Event)>::new(move |_| refresh());
        for kind in ["thread", "plan"] {
            let _ = opened.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
        }
        source.set_value(Some((opened, hear)));
    };
    let again = follow.clone();
    Effect::new(move |_| follow(false));
    for kind in ["visibilitychange", "online", "sent"] {
        let again = again.clone();
        let _ = window_event_listener_untyped(kind, move |_| again(true));
    }
    let _ = window_event_listener(ev::pagehide, move |_| close());
    view! { <p class="unseen" role="status">{move || said.get().then(|| news.clone())}</p> }
}

/// Puts in what is new; whether anything was said that was not there.
fn merge(into: &str, html: &str) -> Option<bool> {
    let old = document().get_element_by_id(into)?;
    let new = document().create_element("div").ok()?;
    new.set_inner_html(html);
    let (old_list, new_list) = (old.query_selector("ol").ok()??, new.query_selector("ol").ok()??);
    // How it stands, above.
    let (old_head, new_head) = (before(&old, &old_list), before(&new, &new_list));
    if !old_head.iter().map(Element::outer_html).eq(new_head.iter().map(Element::outer_html)) {
        old_head.iter().for_each(Element::remove);
        for element in &new_head {
            old_list.before_with_node_1(element).ok()?;
        }
    }
    let version = |of: &Element| of.query_selector("[name=version]").ok()?.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let (Some(old), Some(new)) = (version(&old), version(&new)) {
        old.set_value(&new.value());
    }
    let mut is_new = false;
    let mut last: Option<Element> = None;
    let items = children(&new_list);
    let ids: Vec<String> = items.iter().map(Element::id).collect();
    for item in items {
        let here = document().get_element_by_id(&item.id()).filter(|here| old_list.contains(Some(as_node(here))));
        let here = if let Some(here) = here {
            if here.inner_html() != item.inner_html() {
                here.set_inner_html(&item.inner_html());
            }
            here
        } else {
            match &last {
                Some(last) => last.after_with_node_1(&item).ok()?,
                None => old_list.prepend_with_node_1(&item).ok()?,
            }
            is_new = true;
            item
        };
        last = Some(here);
    }
    // What went to another discussion goes from here; what stands before all of these is only not told again.
    let since = children(&old_list).into_iter().skip_while(|item| Some(&item.id()) != ids.first());
    since.filter(|item| !ids.contains(&item.id())).for_each(|item| item.remove());
    Some(is_new)
}

/// What stands in an element before its list.
fn before(of: &Element, list: &Element) -> Vec<Element> {
    children(of).into_iter().take_while(|child| child != list).collect()
}

/// The elements in one, as they are now.
fn children(of: &Element) -> Vec<Element> {
    let children = of.children();
    (0..children.length()).filter_map(|place| children.item(place)).collect()
}

fn as_node(element: &Element) -> &Node {
    element
}
