//! From bytes to characters: UTF-8, UTF-16 with its mark, and the 8-bit encodings that XML declarations name.

use crate::invoice::UnreadableInvoice;
use quick_xml::Reader;
use std::borrow::Cow;

/// The document's characters, without a byte order mark, and all of them such as XML may hold. NUL and its like
/// would otherwise travel as far as the database and be refused there.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, UnreadableInvoice> {
    let text = characters(bytes)?;
    match text.char_indices().find(|(_, c)| !is_allowed(*c)) {
        Some((at, _)) => Err(UnreadableInvoice::NotXml { line: super::tree::line_at(&text, at) }),
        None => Ok(text),
    }
}

/// XML 1.0, production 2.
pub(super) const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn characters(bytes: &[u8]) -> Result<Cow<'_, str>, UnreadableInvoice> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => declared(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, UnreadableInvoice> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| UnreadableInvoice::NotText)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, UnreadableInvoice> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(Cow::Owned(text)),
        _ => Err(UnreadableInvoice::NotText),
    }
}

/// What the XML declaration says, else UTF-8. What starts like no XML at all is another kind of text where it can be
/// read as text, else no text (a PDF, a picture, a packed file): whoever sent it looks for another file then, not for
/// a whole one.
fn declared(bytes: &[u8]) -> Result<Cow<'_, str>, UnreadableInvoice> {
    if bytes.trim_ascii_start().first() != Some(&b'<') {
        let is_text = utf8(bytes).is_ok_and(|text| text.chars().all(is_allowed));
        return Err(if is_text { UnreadableInvoice::NotXml { line: 1 } } else { UnreadableInvoice::NotText });
    }
    let mut reader = Reader::from_reader(bytes);
    // Only the declaration counts here; what else is wrong with the start shows when the whole is read.
    let _declaration = reader.read_event();
    let decoder = reader.decoder();
    // Eight-bit text that calls itself UTF-16 was re-saved by a program that left the declaration as it was.
    if decoder.encoding().name().starts_with("UTF-16") {
        return utf8(bytes);
    }
    decoder.decode(bytes).map_err(|_| UnreadableInvoice::NotText)
}
