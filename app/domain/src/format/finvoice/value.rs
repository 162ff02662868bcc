//! Values of Finvoice as UBL writes them: decimal points, dates with dashes, and amounts that are given back as positive.

use crate::{
    format::{ubl::Form, xml::Element},
    table_import::cell,
};

/// What decides how values are written.
pub(super) struct Source {
    /// Which of UBL's forms it becomes.
    pub(super) form: Form,
    /// Whether amounts and quantities change their sign.
    pub(super) gives_back: bool,
}

/// An element with children.
pub(in crate::format) fn node(name: &str, children: Vec<Element>) -> Element {
    Element { name: name.to_owned(), children, ..Element::default() }
}

/// An element with parts down a path, the last of which is a text.
pub(in crate::format) fn leaf(path: &[&str], text: &str) -> Element {
    with_attribute(path, text, None)
}

/// The same with an attribute on the text.
pub(in crate::format) fn with_attribute(path: &[&str], text: &str, attribute: Option<(&str, &str)>) -> Element {
    let Some((name, rest)) = path.split_first() else { return Element::default() };
    if !rest.is_empty() {
        return node(name, vec![with_attribute(rest, text, attribute)]);
    }
    let attributes = attribute.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Element {
        name: (*name).to_owned(),
        text: text.to_owned(),
        attributes: attributes.into_iter().collect(),
        ..Element::default()
    }
}

/// The text down a path, as one element; none where it is not there or empty.
pub(super) fn text(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    Some(leaf(to, found(part, from)?))
}

/// The text down a path.
pub(in crate::format) fn found<'e>(part: &'e Element, path: &[&str]) -> Option<&'e str> {
    part.first(path).and_then(Element::trimmed)
}

/// A day.
pub(super) fn date(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    Some(leaf(to, &dashed(found(part, from)?)))
}

/// `20260901` as `2026-09-01`; anything else as it is.
fn dashed(text: &str) -> String {
    match (text.get(..4), text.get(4..6), text.get(6..)) {
        (Some(year), Some(month), Some(day)) if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{year}-{month}-{day}")
        }
        _ => text.to_owned(),
    }
}

/// A number with a decimal point.
pub(super) fn pointed(text: &str) -> String {
    text.replace(',', ".")
}

/// A number.
pub(super) fn number(part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
    Some(leaf(to, &pointed(found(part, from)?)))
}

impl Source {
    /// An amount with its currency, with the other sign where it is given back.
    pub(super) fn amount(&self, part: &Element, from: &[&str], to: &[&str]) -> Option<Element> {
        let element = part.first(from)?;
        let currency = element.attribute("AmountCurrencyIdentifier").map(|currency| ("currencyID", currency));
        Some(with_attribute(to, &self.signed(element.trimmed()?), currency))
    }

    /// A number with a decimal point, with the other sign where it is given back.
    pub(super) fn signed(&self, text: &str) -> String {
        let text = pointed(text);
        match (self.gives_back, text.strip_prefix('-')) {
            (false, _) => text,
            (true, Some(positive)) => positive.to_owned(),
            (true, None) if text.bytes().all(|byte| matches!(byte, b'0' | b'.')) => text,
            (true, None) => format!("-{}", text.trim_start_matches('+')),
        }
    }

    /// A quantity or price base with its unit.
    pub(super) fn quantity(&self, element: &Element, to: &str) -> Option<Element> {
        let unit = unit(element).map(|unit| ("unitCode", unit));
        Some(with_attribute(&[to], &self.signed(element.trimmed()?), unit))
    }
}

/// The code of a unit, also for what people in Finland write where there is none.
pub(super) fn unit(element: &Element) -> Option<&str> {
    let own = || element.attribute("QuantityUnitCode").or_else(|| element.attribute("UnitPriceUnitCode"));
    element.attribute("QuantityUnitCodeUN").or_else(own).map(|unit| cell::unit_code(unit).unwrap_or(unit))
}
