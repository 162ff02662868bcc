//! The text and the files of an email. Its parts are walked within bounds, and an email that is in it is one of its files and
//! never opened: a library that opens each calls itself once for each, and thousands of them in one another end the process.

use super::header;
use crate::attachment::MOST_FILES;
use mail_parser::{
    ContentType, MessagePart, MimeHeaders,
    decoders::{
        base64::base64_decode, charsets::map::charset_decoder, html::html_to_text, quoted_printable::quoted_printable_decode,
    },
};

/// The most parts in one another.
const MOST_DEPTH: usize = 20;
/// The most parts.
const MOST_PARTS: usize = 1000;
/// The most bytes of text: many times what a message takes, for what is quoted below it.
const MOST_TEXT: usize = 1024 * 1024;
/// The most bytes of a text as mail carries it.
const MOST_CARRIED: usize = 4 * MOST_TEXT;
/// Pictures smaller than this that stand within a signature are its ornaments.
const ORNAMENT: usize = 10_000;

/// What is in an email.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Its text.
    pub text: String,
    /// Its first files, each with its name.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether there are more.
    pub has_more_files: bool,
    /// Whether there is more text.
    pub is_cut: bool,
    /// Whether it is packed deeper, or in more parts, than anybody's mail; what was found before that is here.
    pub is_tangled: bool,
    parts: usize,
}

/// Where a part stands.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    /// Whether it is what the others are for.
    leads: bool,
}

/// A piece of text.
struct Piece {
    text: String,
    is_html: bool,
}

impl Contents {
    /// What is in an email with this header.
    pub(super) fn of(header: &[u8], body: &[u8]) -> Self {
        let mut found = Self::default();
        if has_many_emails(header) || has_many_emails(body) {
            found.is_tangled = true;
            return found;
        }
        let pieces = found.walk(header, body, Place { depth: 0, leads: true });
        let texts = pieces.into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        found.text = texts.join("\n");
        if found.text.len() > MOST_TEXT {
            found.text.truncate(found.text.floor_char_boundary(MOST_TEXT));
            found.is_cut = true;
        }
        found
    }

    fn walk(&mut self, header: &[u8], body: &[u8], place: Place) -> Vec<Piece> {
        self.parts += 1;
        if place.depth > MOST_DEPTH || self.parts > MOST_PARTS {
            self.is_tangled = true;
            return Vec::new();
        }
        let parsed = header::parse(header);
        let part = parsed.as_ref().and_then(|parsed| parsed.parts.first());
        let kind = part.and_then(MimeHeaders::content_type);
        let (group, subtype) = kind.map_or_else(|| ("text".to_owned(), "plain".to_owned()), kind_of);
        if group == "multipart"
            && let Some(parts) = kind.and_then(|kind| kind.attribute("boundary")).and_then(|boundary| split(body, boundary))
        {
            return self.walk_each(&parts, &subtype, place);
        }
        let is_text = group == "multipart" || (group == "text" && ["plain", "html"].contains(&subtype.as_str()));
        let is_attached = part.and_then(MimeHeaders::content_disposition).is_some_and(ContentType::is_attachment);
        let is_named = place.depth > 0 && kind.is_some_and(|kind| kind.has_attribute("name"));
        if is_text && !is_attached && !is_named && place.leads {
            return vec![self.text(part, body, subtype == "html")];
        }
        self.take_file(part, body);
        Vec::new()
    }

    fn walk_each(&mut self, parts: &[&[u8]], subtype: &str, place: Place) -> Vec<Piece> {
        let mut found = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let Some((header, body)) = header::split(part) else {
                self.is_tangled = true;
                continue;
            };
            let leads = place.leads && (subtype != "related" || n == 0);
            found.push(self.walk(header, body, Place { depth: place.depth + 1, leads }));
        }
        if subtype != "alternative" {
            return found.into_iter().flatten().collect();
        }
        let is_plain = |pieces: &Vec<Piece>| pieces.iter().any(|piece| !piece.is_html);
        let best = found.iter().position(is_plain).or_else(|| found.iter().position(|pieces| !pieces.is_empty()));
        best.map(|best| found.swap_remove(best)).unwrap_or_default()
    }

    fn text(&mut self, part: Option<&MessagePart<'_>>, carried: &[u8], is_html: bool) -> Piece {
        self.is_cut |= carried.len() > MOST_CARRIED;
        let bytes = decoded(part, &carried[..carried.len().min(MOST_CARRIED)]);
        let charset = part.and_then(MimeHeaders::content_type).and_then(|kind| kind.attribute("charset"));
        let text = match charset.and_then(|charset| charset_decoder(charset.as_bytes())) {
            Some(decode) => decode(&bytes),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        Piece { text: if is_html { html_to_text(&text) } else { text }, is_html }
    }

    fn take_file(&mut self, part: Option<&MessagePart<'_>>, carried: &[u8]) {
        if self.files.len() == MOST_FILES {
            self.has_more_files = true;
            return;
        }
        let kind = part.and_then(MimeHeaders::content_type);
        let bytes = decoded(part, carried);
        let is_within =
            part.is_some_and(|part| part.content_id().is_some()) && kind.is_some_and(|kind| kind_of(kind).0 == "image");
        if is_within && bytes.len() < ORNAMENT {
            return;
        }
        let name = part.and_then(MimeHeaders::attachment_name);
        let name = name.map_or_else(|| unnamed(kind, self.files.len() + 1), str::to_owned);
        self.files.push((name, bytes));
    }
}

fn kind_of(kind: &ContentType<'_>) -> (String, String) {
    (kind.ctype().to_ascii_lowercase(), kind.subtype().unwrap_or_default().to_ascii_lowercase())
}

/// The bytes of a part; as mail carries them, where they are not what they are said to be.
fn decoded(part: Option<&MessagePart<'_>>, carried: &[u8]) -> Vec<u8> {
    let encoding = part.and_then(MimeHeaders::content_transfer_encoding).unwrap_or_default().trim().to_ascii_lowercase();
    let decoded = match encoding.as_str() {
        "base64" => base64_decode(carried),
        "quoted-printable" => quoted_printable_decode(carried),
        _ => None,
    };
    decoded.unwrap_or_else(|| carried.to_vec())
}

/// What a file is called that has no name.
fn unnamed(kind: Option<&ContentType<'_>>, n: usize) -> String {
    let (group, subtype) = kind.map(kind_of).unwrap_or_default();
    let ending = match (group.as_str(), subtype.as_str()) {
        ("text", "calendar") => "ics",
        ("text", "plain") => "txt",
        ("image", "jpeg") => "jpg",
        ("message", "rfc822" | "global") => "eml",
        (_, ending) if (1..=4).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric()) => ending,
        _ => "bin",
    };
    format!("file-{n}.{ending}")
}

/// Whether more emails are in it than anybody passes on: what is made so is meant to break whoever opens it.
fn has_many_emails(raw: &[u8]) -> bool {
    let begins = |line: &&[u8]| line.get(..13).is_some_and(|name| name.eq_ignore_ascii_case(b"content-type:"));
    let is_email = |line: &&[u8]| {
        let kind = String::from_utf8_lossy(&line[13..line.len().min(60)]).to_ascii_lowercase();
        kind.contains("message/rfc822") || kind.contains("message/global")
    };
    raw.split(|byte| *byte == b'\n').filter(begins).filter(is_email).nth(MOST_DEPTH).is_some()
}

/// The parts of what a boundary parts; none where it stands nowhere (RFC 2046, 5.1.1).
fn split<'a>(body: &'a [u8], boundary: &str) -> Option<Vec<&'a [u8]>> {
    let (mut parts, mut begun, mut at) = (Vec::new(), None, 0);
    while at < body.len() && parts.len() <= MOST_PARTS {
        let end = body[at..].iter().position(|byte| *byte == b'\n').map_or(body.len(), |length| at + length);
        let rest = body[at..end].strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary.as_bytes()));
        let is_last = rest.is_some_and(|rest| rest.starts_with(b"--"));
        if is_last || rest.is_some_and(|rest| rest.trim_ascii().is_empty()) {
            parts.extend(begun.map(|begun| without_break(&body[begun..at])));
            begun = (!is_last).then_some((end + 1).min(body.len()));
            if is_last {
                return Some(parts);
            }
        }
        at = end + 1;
    }
    // What has no end goes on to the end.
    parts.extend(begun.map(|begun| &body[begun..]));
    (!parts.is_empty()).then_some(parts)
}

/// The line break before a boundary belongs to the boundary.
fn without_break(part: &[u8]) -> &[u8] {
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    part.strip_suffix(b"\r").unwrap_or(part)
}

#[cfg(test)]
mod tests;
