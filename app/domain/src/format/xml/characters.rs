//! From bytes to characters: UTF-8, UTF-16 with its mark, and the 8-bit encodings that XML declarations name.

use super::{MAX_BYTES, XmlError};
use crate::format::{is_allowed, line_at};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::{Reader, events::Event};
use std::borrow::Cow;

/// Where a declaration ends at the latest; one that names version, encoding and standalone has 55 characters.
const LONGEST_DECLARATION: usize = 512;

/// The document's characters, without a byte order mark, and all of them such as XML may hold. NUL and its like
/// would otherwise travel as far as the database and be refused there.
///
/// # Errors
/// [`XmlError::TooLarge`], [`XmlError::NotText`], and [`XmlError::NotXml`] for text with characters that XML does not
/// allow, or that begins like no XML at all.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    if bytes.len() > MAX_BYTES {
        return Err(XmlError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let text = characters(bytes)?;
    match text.char_indices().find(|(_, c)| !is_allowed(*c)) {
        Some((at, _)) => Err(XmlError::NotXml { line: line_at(&text, at) }),
        None => Ok(text),
    }
}

fn characters(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    let (encoding, content) = encoding(bytes);
    if content.len() == bytes.len() && bytes.trim_ascii_start().first() != Some(&b'<') {
        return Err(no_xml(bytes));
    }
    strict(encoding, content).ok_or(XmlError::NotText)
}

/// What starts like no XML at all is another kind of text where it can be read as text, else no text (a PDF, a picture,
/// a packed file): whoever sent it looks for another file then, not for a whole one.
fn no_xml(bytes: &[u8]) -> XmlError {
    let is_text = strict(UTF_8, bytes).is_some_and(|text| text.chars().all(is_allowed));
    if is_text { XmlError::NotXml { line: 1 } } else { XmlError::NotText }
}

/// The characters at the start of a file that may be cut off anywhere; what cannot be read is replaced.
pub(in crate::format) fn decode_start(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, content) = encoding(bytes);
    encoding.decode_without_bom_handling(content).0
}

/// What the byte order mark says, which is left out then, or the XML declaration, else UTF-8.
fn encoding(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, bytes.get(mark..).unwrap_or_default());
    }
    // Eight-bit text that calls itself UTF-16 was re-saved by a program that left the declaration as it was.
    let declared = declared(bytes).filter(|encoding| ![UTF_16BE, UTF_16LE].contains(encoding));
    (declared.unwrap_or(UTF_8), bytes)
}

/// The encoding that the declaration names; what else is wrong with the start shows when the whole is read.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..LONGEST_DECLARATION).unwrap_or(bytes);
    let end = start.iter().position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(start.get(..=end)?).ok()?;
    let Ok(Event::Decl(declaration)) = Reader::from_str(declaration).read_event() else { return None };
    Encoding::for_label(declaration.encoding()?.ok()?.as_bytes())
}

fn strict<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}
