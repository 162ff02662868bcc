//! From characters to elements: well-formed, bounded, without any document type declaration.

use super::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMESPACES, XmlError, element::Element};
use crate::format::{is_allowed, line_at};
use quick_xml::{
    NsReader, XmlVersion,
    escape::{resolve_xml_entity, unescape},
    events::{BytesRef, BytesStart, Event},
    name::{Namespace, NamespaceError, ResolveResult},
};

/// The outermost element of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Its name without a prefix, such as `Invoice`.
    pub name: String,
    /// Its namespace, where it has one.
    pub namespace: Option<String>,
}

/// Reads as far as the outermost element, which tells what kind of document it is.
///
/// # Errors
/// [`XmlError`], for what is wrong before or in the tag of that element.
pub fn root(text: &str) -> Result<Root, XmlError> {
    let mut found = None;
    walk(text, |space, event| match event {
        Event::Start(start) | Event::Empty(start) => {
            let namespace = match space {
                Space::Undeclared => return Err(Problem::IllFormed),
                Space::None => None,
                Space::In(namespace) => Some(namespace.to_owned()),
            };
            let name = start.local_name().into_inner();
            if !is_name(name) {
                return Err(Problem::IllFormed);
            }
            found = Some(Root { name: name.to_owned(), namespace });
            Ok(Step::Stop)
        }
        Event::Text(text) if text.trim().is_empty() => Ok(Step::Go),
        Event::Text(_) | Event::End(_) | Event::CData(_) | Event::GeneralRef(_) => Err(Problem::IllFormed),
        _ => Ok(Step::Go),
    })?;
    found.ok_or_else(|| unfinished(text))
}

/// Reads the whole document. Elements inside the outermost one whose namespace is not `wanted` are passed over with all
/// that is in them; they count against the bounds and must be well-formed like any other.
///
/// # Errors
/// [`XmlError`]. Nothing outside the text is ever fetched.
pub fn parse(text: &str, wanted: impl Fn(Option<&str>) -> bool) -> Result<Element, XmlError> {
    let mut tree = Tree::default();
    walk(text, |space, event| tree.take(&wanted, space, event).map(|()| Step::Go))?;
    tree.root.ok_or_else(|| unfinished(text))
}

fn unfinished(text: &str) -> XmlError {
    XmlError::NotXml { line: line_at(text, text.len()) }
}

enum Step {
    Go,
    Stop,
}

/// Hands every event on, with its namespace, until told to stop or until the end.
fn walk(text: &str, mut take: impl FnMut(Space<'_>, &Event<'_>) -> Result<Step, Problem>) -> Result<(), XmlError> {
    let mut reader = NsReader::from_str(text);
    reader.resolver_mut().set_max_namespace_bindings(MAX_NAMESPACES);
    loop {
        let at = position(reader.buffer_position(), text);
        let taken = match reader.read_resolved_event() {
            Ok((_, Event::Eof)) => return Ok(()),
            Ok((_, Event::DocType(_))) => Err(Problem::Doctype),
            Ok((_, Event::Decl(_))) if at > 0 => Err(Problem::IllFormed),
            Ok((space, event)) => take(Space::of(&space), &event),
            Err(quick_xml::Error::Namespace(NamespaceError::TooManyBindings(_))) => Err(Problem::Parts),
            Err(_) => {
                let line = line_at(text, position(reader.error_position(), text).max(at));
                return Err(XmlError::NotXml { line });
            }
        };
        match taken.map_err(|problem| problem.on_line(line_at(text, after_space(text, at))))? {
            Step::Go => {}
            Step::Stop => return Ok(()),
        }
    }
}

/// Text between elements starts on the line of the element before it; what is wrong with it comes after the space.
fn after_space(text: &str, at: usize) -> usize {
    let space = text.bytes().skip(at).take_while(u8::is_ascii_whitespace).count();
    at + space
}

fn position(at: u64, text: &str) -> usize {
    usize::try_from(at).map_or(text.len(), |at| at.min(text.len()))
}

/// What is wrong, before its line has been counted.
enum Problem {
    IllFormed,
    Doctype,
    Deep,
    Parts,
}

impl Problem {
    const fn on_line(self, line: usize) -> XmlError {
        match self {
            Self::IllFormed => XmlError::NotXml { line },
            Self::Doctype => XmlError::DoctypeRefused { line },
            Self::Deep => XmlError::TooDeep { line, limit: MAX_DEPTH },
            Self::Parts => XmlError::TooManyParts { line },
        }
    }
}

/// The namespace of an element.
#[derive(Clone, Copy)]
enum Space<'n> {
    None,
    In(&'n str),
    Undeclared,
}

impl<'n> Space<'n> {
    const fn of(resolved: &ResolveResult<'n>) -> Self {
        match resolved {
            ResolveResult::Bound(Namespace(name)) => Self::In(name),
            ResolveResult::Unbound => Self::None,
            ResolveResult::Unknown(_) => Self::Undeclared,
        }
    }
}

/// An element that is being read.
struct Open {
    element: Element,
    /// False where it is passed over.
    wanted: bool,
}

/// A document that is being read.
#[derive(Default)]
struct Tree {
    /// From the outermost element to the one being read.
    open: Vec<Open>,
    elements: usize,
    root: Option<Element>,
}

impl Tree {
    fn take(&mut self, wanted: &impl Fn(Option<&str>) -> bool, space: Space<'_>, event: &Event<'_>) -> Result<(), Problem> {
        match event {
            Event::Start(start) => self.open(wanted, space, start),
            Event::Empty(start) => self.open(wanted, space, start).and_then(|()| self.close()),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(_) if self.open.is_empty() => Err(Problem::IllFormed),
            Event::CData(data) => self.text(&data.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => self.reference(reference),
            Event::Decl(_) | Event::DocType(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn open(&mut self, wanted: &impl Fn(Option<&str>) -> bool, space: Space<'_>, start: &BytesStart<'_>) -> Result<(), Problem> {
        self.elements += 1;
        let is_outermost = self.open.is_empty();
        let wanted = match space {
            Space::Undeclared => return Err(Problem::IllFormed),
            _ if is_outermost && self.root.is_some() => return Err(Problem::IllFormed),
            _ if self.open.len() >= MAX_DEPTH => return Err(Problem::Deep),
            _ if self.elements > MAX_ELEMENTS => return Err(Problem::Parts),
            Space::None => is_outermost || wanted(None),
            Space::In(namespace) => is_outermost || wanted(Some(namespace)),
        };
        let (name, attributes) = (start.local_name().into_inner().to_owned(), attributes(start)?);
        if !is_name(&name) {
            return Err(Problem::IllFormed);
        }
        self.open.push(Open { element: Element { name, attributes, ..Element::default() }, wanted });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Problem> {
        let Open { element, wanted } = self.open.pop().ok_or(Problem::IllFormed)?;
        match self.open.last_mut() {
            Some(parent) if wanted => parent.element.children.push(element),
            Some(_) => {}
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Problem> {
        match self.open.last_mut() {
            Some(open) => open.element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(Problem::IllFormed),
        }
        Ok(())
    }

    /// `&#228;` and the five names that XML itself gives; any other name would need a document type declaration.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Problem> {
        let Open { element, .. } = self.open.last_mut().ok_or(Problem::IllFormed)?;
        if let Some(c) = reference.resolve_char_ref().map_err(|_| Problem::IllFormed)? {
            element.text.push(Some(c).filter(|c| is_allowed(*c)).ok_or(Problem::IllFormed)?);
            return Ok(());
        }
        element.text.push_str(resolve_xml_entity(reference).ok_or(Problem::IllFormed)?);
        Ok(())
    }
}

/// Whether it can be the name of an element (production 4 of Namespaces in XML); `<--! a comment -->` has none.
fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '\u{b7}' | '\u{300}'..='\u{36f}'))
}

/// The attributes without a prefix; namespace declarations are the reader's.
fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Problem> {
    let mut found = Vec::new();
    for (count, attribute) in start.attributes().enumerate() {
        let attribute = attribute.map_err(|_| Problem::IllFormed)?;
        if count >= MAX_ATTRIBUTES {
            return Err(Problem::Parts);
        }
        let value = unescape(&attribute.value).map_err(|_| Problem::IllFormed)?;
        if !value.chars().all(is_allowed) {
            return Err(Problem::IllFormed);
        }
        if attribute.key.as_namespace_binding().is_none() && attribute.key.prefix().is_none() {
            found.push((attribute.key.into_inner().to_owned(), value.into_owned()));
        }
    }
    Ok(found)
}
