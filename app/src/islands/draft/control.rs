//! The controls of a form, read and filled by the names of their fields, whatever kind they are.

use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// One control.
enum Control {
    /// A line or several lines of words.
    Words(Element),
    /// A day, or another input that is filled without words.
    Value(HtmlInputElement),
    /// A radio button or a checkbox.
    Check(HtmlInputElement),
    /// A list.
    Select(HtmlSelectElement),
}

/// The controls of some fields, in the order of the page.
pub(in crate::islands) struct Controls(Vec<(String, Control)>);

impl Controls {
    /// Those of these fields, their names with spaces between. What goes along unseen is none.
    pub fn find(fields: &str) -> Self {
        let mut found = Vec::new();
        for field in fields.split(' ').filter(|field| !field.is_empty()) {
            let Ok(list) = document().query_selector_all(&format!("[name='{field}']:not([type='hidden'])")) else { continue };
            let elements = (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<Element>().ok());
            found.extend(elements.filter_map(Control::of).map(|control| (field.to_owned(), control)));
        }
        Self(found)
    }

    /// What each field holds.
    pub fn values(&self) -> Vec<(String, String)> {
        self.0.iter().filter(|(_, control)| control.counts()).map(|(name, control)| (name.clone(), control.value())).collect()
    }

    /// Whether one holds something else than it came with.
    pub fn is_changed(&self) -> bool {
        self.0.iter().any(|(_, control)| control.is_changed())
    }

    /// Whether words are in one.
    pub fn has_words(&self) -> bool {
        self.0.iter().any(|(_, control)| control.is_words() && !control.value().trim().is_empty())
    }

    /// Adds these values to the words that are there; without any, there are none any more.
    pub fn add(&self, values: &[(String, String)]) {
        for (name, control) in self.0.iter().filter(|(_, control)| control.is_words()) {
            let (before, more) = (control.value(), find(values, name));
            let gap = if before.is_empty() { "" } else { "\n\n" };
            control.fill(&more.map(|more| [&*before, gap, more].concat()).unwrap_or_default());
        }
    }

    /// Fills in these values; whether anything changed. Words go where there are none, or over what is saved where that
    /// is what was changed. Choices follow their words only: beside other words they would say what nobody meant.
    pub fn restore(&self, values: &[(String, String)], over: bool) -> bool {
        let mut restored = false;
        let mut agree = true;
        for (name, control) in self.0.iter().filter(|(_, control)| control.is_words()) {
            let words = find(values, name).unwrap_or_default();
            let is_free = if over { !control.is_changed() } else { control.value().is_empty() };
            if is_free && control.value() != words {
                control.fill(words);
                restored = true;
            }
            agree &= control.value() == words;
        }
        for (name, control) in self.0.iter().filter(|(_, control)| agree && !control.is_words() && !control.is_changed()) {
            restored |= match control {
                Control::Check(input) => {
                    let checked = values.iter().any(|(known, value)| known == name && *value == input.value());
                    let differs = input.checked() != checked;
                    input.set_checked(checked);
                    differs
                }
                _ => find(values, name).is_some_and(|value| {
                    let differs = control.value() != value;
                    control.fill(value);
                    differs
                }),
            };
        }
        restored
    }
}

fn find<'a>(values: &'a [(String, String)], name: &str) -> Option<&'a str> {
    values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

impl Control {
    fn of(element: Element) -> Option<Self> {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            return Some(match input.type_().as_str() {
                "radio" | "checkbox" => Self::Check(input.clone()),
                "text" | "email" | "tel" => Self::Words(element),
                "password" | "file" => return None,
                _ => Self::Value(input.clone()),
            });
        }
        match element.dyn_into::<HtmlSelectElement>() {
            Ok(select) => Some(Self::Select(select)),
            Err(element) => element.has_type::<HtmlTextAreaElement>().then_some(Self::Words(element)),
        }
    }

    const fn is_words(&self) -> bool {
        matches!(self, Self::Words(_))
    }

    /// Whether its value is part of what its form sends.
    fn counts(&self) -> bool {
        if let Self::Check(input) = self { input.checked() } else { true }
    }

    fn value(&self) -> String {
        match self {
            Self::Words(element) => {
                let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
                input.or_else(|| element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)).unwrap_or_default()
            }
            Self::Value(input) | Self::Check(input) => input.value(),
            Self::Select(select) => select.value(),
        }
    }

    fn fill(&self, value: &str) {
        match self {
            Self::Words(element) => {
                if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                    input.set_value(value);
                } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
                    area.set_value(value);
                }
            }
            Self::Value(input) => input.set_value(value),
            Self::Check(input) => input.set_checked(input.value() == value),
            Self::Select(select) => select.set_value(value),
        }
    }

    /// Whether it holds something else than it came with.
    fn is_changed(&self) -> bool {
        match self {
            Self::Words(element) => {
                let input = element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::default_value);
                let area = || element.dyn_ref::<HtmlTextAreaElement>()?.default_value().ok();
                input.or_else(area).unwrap_or_default() != self.value()
            }
            Self::Value(input) => input.default_value() != input.value(),
            Self::Check(input) => input.default_checked() != input.checked(),
            Self::Select(select) => {
                let first = || select.query_selector("option").ok().flatten();
                let came = select.query_selector("option[selected]").ok().flatten().or_else(first);
                came.and_then(|option| option.get_attribute("value")).is_some_and(|value| value != select.value())
            }
        }
    }
}
