//! From characters to elements: well-formed, bounded, without any document type declaration.

use super::{Form, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMESPACES, characters, element::Element, excerpt};
use crate::invoice::UnreadableInvoice;
use quick_xml::{
    NsReader,
    escape::{resolve_xml_entity, unescape},
    events::{BytesRef, BytesStart, Event},
    name::{Namespace, ResolveResult},
};

/// The parts that UBL's forms are made of: aggregates and the values in them.
const PARTS: [&[u8]; 2] = [
    b"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    b"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
];

/// The line of a text, from 1, on which a byte stands.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// Reads the whole document.
pub(super) fn parse(text: &str) -> Result<(Form, Element), UnreadableInvoice> {
    let mut reader = NsReader::from_str(text);
    let mut growing = Growing::default();
    loop {
        let at = position(reader.buffer_position(), text);
        let event = reader.read_resolved_event().map(|(space, event)| (Space::of(&space), event));
        let grown = match event {
            Ok((_, Event::Eof)) => return growing.finish().ok_or(UnreadableInvoice::NotXml { line: line_at(text, text.len()) }),
            Ok((space, event)) => growing.take(&space, &event, at),
            Err(_) => {
                let line = line_at(text, position(reader.error_position(), text).max(at));
                return Err(UnreadableInvoice::NotXml { line });
            }
        };
        grown.map_err(|problem| problem.on_line(|| line_at(text, after_space(text, at))))?;
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
    Other(UnreadableInvoice),
}

impl Problem {
    fn on_line(self, count: impl Fn() -> usize) -> UnreadableInvoice {
        match self {
            Self::IllFormed => UnreadableInvoice::NotXml { line: count() },
            Self::Doctype => UnreadableInvoice::DoctypeRefused { line: count() },
            Self::Deep => UnreadableInvoice::TooDeep { line: count(), limit: MAX_DEPTH },
            Self::Parts => UnreadableInvoice::TooManyParts { line: count() },
            Self::Other(problem) => problem,
        }
    }
}

/// The namespace of an element, so far as it matters here.
enum Space {
    Part,
    None,
    Other(Vec<u8>),
    Undeclared,
}

impl Space {
    fn of(resolved: &ResolveResult<'_>) -> Self {
        match resolved {
            ResolveResult::Bound(Namespace(name)) if PARTS.contains(name) => Self::Part,
            ResolveResult::Bound(Namespace(name)) => Self::Other(name.to_vec()),
            ResolveResult::Unbound => Self::None,
            ResolveResult::Unknown(_) => Self::Undeclared,
        }
    }

    fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Other(name) => Some(name),
            _ => None,
        }
    }
}

/// An element that is being read.
struct Open {
    element: Element,
    /// False for what UBL does not define and nobody asks for.
    wanted: bool,
    /// How many namespace declarations hold in it, its own and those around it.
    namespaces: usize,
}

/// A document that is being read.
#[derive(Default)]
struct Growing {
    form: Option<Form>,
    /// From the outermost element to the one being read.
    open: Vec<Open>,
    elements: usize,
    root: Option<Element>,
}

impl Growing {
    fn take(&mut self, space: &Space, event: &Event<'_>, at: usize) -> Result<(), Problem> {
        match event {
            Event::Start(start) => self.open(space, start),
            Event::Empty(start) => self.open(space, start).and_then(|()| self.close()),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text.xml_content().map_err(|_| Problem::IllFormed)?),
            Event::CData(_) if self.open.is_empty() => Err(Problem::IllFormed),
            Event::CData(data) => self.text(&data.xml_content().map_err(|_| Problem::IllFormed)?),
            Event::GeneralRef(reference) => self.reference(reference),
            Event::DocType(_) => Err(Problem::Doctype),
            Event::Decl(_) if at > 0 => Err(Problem::IllFormed),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn open(&mut self, space: &Space, start: &BytesStart<'_>) -> Result<(), Problem> {
        let name = String::from_utf8_lossy(start.local_name().as_ref()).into_owned();
        self.elements += 1;
        match (self.form, space) {
            (_, Space::Undeclared) => return Err(Problem::IllFormed),
            (Some(_), _) if self.open.is_empty() => return Err(Problem::IllFormed),
            (Some(_), _) if self.open.len() >= MAX_DEPTH => return Err(Problem::Deep),
            (Some(_), _) if self.elements > MAX_ELEMENTS => return Err(Problem::Parts),
            (Some(_), _) => {}
            (None, _) => self.form = Some(Form::of(space.name(), &name).ok_or_else(|| not_an_invoice(&name, space))?),
        }
        let wanted = self.open.is_empty() || matches!(space, Space::Part);
        let (attributes, declared) = attributes(start)?;
        let namespaces = declared + self.open.last().map_or(0, |around| around.namespaces);
        if namespaces > MAX_NAMESPACES {
            return Err(Problem::Parts);
        }
        self.open.push(Open { element: Element { name, attributes, ..Element::default() }, wanted, namespaces });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Problem> {
        let Open { element, wanted, .. } = self.open.pop().ok_or(Problem::IllFormed)?;
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
            element.text.push(Some(c).filter(|c| characters::is_allowed(*c)).ok_or(Problem::IllFormed)?);
            return Ok(());
        }
        let name = reference.decode().map_err(|_| Problem::IllFormed)?;
        element.text.push_str(resolve_xml_entity(&name).ok_or(Problem::IllFormed)?);
        Ok(())
    }

    fn finish(self) -> Option<(Form, Element)> {
        self.form.zip(self.root)
    }
}

fn not_an_invoice(name: &str, space: &Space) -> Problem {
    let namespace = space.name().map(|name| excerpt(&String::from_utf8_lossy(name)));
    Problem::Other(UnreadableInvoice::NotAnInvoice { root: excerpt(name), namespace })
}

/// The attributes of its own, and how many namespaces it declares.
fn attributes(start: &BytesStart<'_>) -> Result<(Vec<(String, String)>, usize), Problem> {
    let mut found = Vec::new();
    let mut declared = 0;
    for (count, attribute) in start.attributes().enumerate() {
        let attribute = attribute.map_err(|_| Problem::IllFormed)?;
        if count >= MAX_ATTRIBUTES {
            return Err(Problem::Parts);
        }
        let raw = std::str::from_utf8(&attribute.value).map_err(|_| Problem::IllFormed)?;
        let value = unescape(raw).map_err(|_| Problem::IllFormed)?;
        if !value.chars().all(characters::is_allowed) {
            return Err(Problem::IllFormed);
        }
        if attribute.key.as_namespace_binding().is_some() {
            declared += 1;
        } else if attribute.key.prefix().is_none() {
            found.push((String::from_utf8_lossy(attribute.key.as_ref()).into_owned(), value.into_owned()));
        }
    }
    Ok((found, declared))
}
