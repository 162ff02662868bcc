//! The header of an email and of each of its parts: found and read within bounds, before anything else of it is looked at.

use mail_parser::{Message, MessageParser};

/// The most bytes of a header: mail servers take less.
pub(super) const LONGEST: usize = 256 * 1024;

/// Headers that say to whom an email came.
const TO: [&str; 6] = ["delivered-to", "x-original-to", "envelope-to", "to", "cc", "resent-to"];

/// A header and what is below it; none where the header has no end within [`LONGEST`].
pub(super) fn split(raw: &[u8]) -> Option<(&[u8], &[u8])> {
    let begin = &raw[..raw.len().min(LONGEST)];
    let mut line = 0;
    for (at, _) in begin.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
        if matches!(&begin[line..at], b"" | b"\r") {
            return Some((&raw[..line], &raw[at + 1..]));
        }
        line = at + 1;
    }
    (raw.len() <= LONGEST).then_some((raw, &[]))
}

/// Reads a header alone.
pub(super) fn parse(header: &[u8]) -> Option<Message<'_>> {
    MessageParser::default().parse_headers(header)
}

/// What a header says in so many fields, with names in small letters and each on one line.
pub(super) fn fields(mail: &Message<'_>) -> Vec<(String, String)> {
    let one_line = |value: &str| value.split_whitespace().collect::<Vec<_>>().join(" ");
    mail.headers_raw().map(|(name, value)| (name.trim().to_lowercase(), one_line(value))).collect()
}

/// The values of those that say to whom an email came.
pub(super) fn recipients(fields: &[(String, String)]) -> impl Iterator<Item = &str> {
    fields.iter().filter(|(name, _)| TO.contains(&name.as_str())).map(|(_, value)| value.as_str())
}

/// The one address that an email says it comes from, in small letters; nothing where it names several, of which a mail server
/// may have looked at another one.
pub(super) fn sender(mail: &Message<'_>, fields: &[(String, String)]) -> String {
    let is_one = fields.iter().filter(|(name, _)| name == "from").count() == 1;
    let mut named = mail.from().into_iter().flat_map(|from| from.iter().filter_map(|one| one.address()));
    match (named.next(), named.next()) {
        (Some(address), None) if is_one => address.to_lowercase(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_ends_at_the_first_empty_line_and_has_an_end() {
        assert_eq!(split(b"A: b\r\nC: d\r\n\r\nword\n\nmore"), Some((&b"A: b\r\nC: d\r\n"[..], &b"word\n\nmore"[..])));
        assert_eq!(split(b"A: b\n\nword"), Some((&b"A: b\n"[..], &b"word"[..])));
        assert_eq!(split(b"\r\nword"), Some((&b""[..], &b"word"[..])));
        assert_eq!(split(b"A: b"), Some((&b"A: b"[..], &b""[..])));
        assert_eq!(split("A: b\r\n".repeat(100_000).as_bytes()), None);
    }

    #[test]
    fn whoever_names_two_senders_has_none() {
        let of = |header: &str| {
            let mail = parse(header.as_bytes()).unwrap();
            sender(&mail, &fields(&mail))
        };
        assert_eq!(of("From: Anna <Anna@Mill.example>\r\n"), "anna@mill.example");
        assert_eq!(of("From: anna@mill.example\r\nFrom: x@evil.example\r\n"), "");
        assert_eq!(of("From: anna@mill.example, x@evil.example\r\n"), "");
        assert_eq!(of("Subject: x\r\n"), "");
    }
}
