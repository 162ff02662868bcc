//! The parts of a whole page: each that has changed is put in the place of the old one and marked for a moment.

use super::children;
use crate::islands::unsent::{nodes, value_of};
use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::Element;

/// Whose children are followed one by one; any other element is exchanged as a whole.
const FOLLOWED: &str = "data-live";
/// The class of what has just changed.
const CHANGED: &str = "just-changed";
const MARK: &str = " just-changed";

/// Takes over what has changed from the page as it is now; whether anything has. What somebody is writing in is left alone.
pub(super) fn follow(html: &str) -> Option<bool> {
    let page = document().create_element("div").ok()?;
    page.set_inner_html(html);
    let (old, new) = (document().query_selector("main").ok()??, page.query_selector("main").ok()??);
    for marked in elements(&old, &[".", CHANGED].concat()) {
        marked.set_class_name(&marked.class_name().replace(MARK, ""));
    }
    // What was unfolded stays so.
    for (before, after) in elements(&old, "details").iter().zip(elements(&new, "details")) {
        if before.has_attribute("open") {
            after.set_attribute("open", "").ok()?;
        }
    }
    Some(exchange(&old, &new))
}

fn exchange(old: &Element, new: &Element) -> bool {
    let is_followed = |of: &Element| of.has_attribute(FOLLOWED);
    let (olds, news) = (children(old), children(new));
    let same = olds.len() == news.len();
    if old.id() == "main" || (is_followed(old) && same) {
        let pairs =
            olds.iter().zip(&news).filter(|(old, new)| !old.tag_name().starts_with("LEPTOS") && !old.is_equal_node(Some(new)));
        return pairs.fold(false, |changed, (old, new)| exchange(old, new) || changed);
    }
    if is_in_use(old) {
        return false;
    }
    new.set_class_name(&[&*new.class_name(), MARK].concat());
    old.replace_with_with_node_1(new).is_ok()
}

/// Whether somebody is at it, or has begun to write in it.
fn is_in_use(part: &Element) -> bool {
    let is_changed = |of: &web_sys::Node| value_of(of, "value") != value_of(of, "defaultValue");
    part.matches(":focus-within").unwrap_or(false)
        || elements(part, "textarea, [type=text]").iter().any(|field| is_changed(field))
}

fn elements(of: &Element, selector: &str) -> Vec<Element> {
    let all = of.query_selector_all(selector).ok();
    all.iter().flat_map(nodes).map(JsCast::unchecked_into).collect()
}
