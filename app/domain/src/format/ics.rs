//! What a calendar answers to an invitation: an `iCalendar` text with `METHOD:REPLY` (RFC 5545, RFC 5546), read within bounds.

use crate::meeting::Attendance;

/// The most bytes of such a text; a time zone takes some thousand.
const MOST_BYTES: usize = 256 * 1024;
/// The most letters of a comment.
const MOST_COMMENT: usize = 2_000;

/// An answer to an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarReply {
    /// The id of the event.
    pub uid: String,
    /// To which change of the invitation.
    pub sequence: i64,
    /// The address of whoever answers, in small letters.
    pub attendee: String,
    /// What is answered.
    pub answer: Attendance,
    /// What is said to that; may be empty.
    pub comment: String,
}

/// A line of such a text in its parts.
struct Line<'a> {
    name: String,
    parameters: Vec<(String, &'a str)>,
    value: &'a str,
}

/// Reads the answer of one person to one event; none where the text is anything else.
#[must_use]
pub fn read_reply(bytes: &[u8]) -> Option<CalendarReply> {
    let text = String::from_utf8_lossy(bytes.get(..MOST_BYTES.min(bytes.len()))?);
    if bytes.len() > MOST_BYTES || text.contains('\0') {
        return None;
    }
    // Long lines are folded: what begins with a space goes on with the line before.
    let text = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let (mut within, mut is_reply, mut events) = (Vec::new(), false, 0);
    let (mut uid, mut sequence, mut comment, mut attendees) = (None, 0, String::new(), Vec::new());
    for line in text.lines().filter_map(parse) {
        match (line.name.as_str(), within.as_slice()) {
            ("BEGIN", _) => {
                within.push(line.value.trim().to_ascii_uppercase());
                events += usize::from(within.len() == 2 && within[1] == "VEVENT");
            }
            ("END", _) => {
                within.pop();
            }
            ("METHOD", [_]) => is_reply = line.value.trim().eq_ignore_ascii_case("REPLY"),
            (name, [_, event]) if event == "VEVENT" && events == 1 => match name {
                "UID" => uid = Some(line.value.trim().to_owned()),
                "SEQUENCE" => sequence = line.value.trim().parse().ok().filter(|it| *it >= 0)?,
                "COMMENT" if comment.is_empty() => comment = unescaped(line.value),
                "ATTENDEE" => attendees.push(attendee(&line)),
                _ => {}
            },
            _ => {}
        }
    }
    let [Some((attendee, answer))] = attendees.as_slice() else { return None };
    let comment = comment.trim().chars().take(MOST_COMMENT).collect();
    let uid = uid.filter(|_| is_reply && events == 1)?;
    Some(CalendarReply { uid, sequence, attendee: attendee.clone(), answer: *answer, comment })
}

/// A line in its parts; none where it has no value. What is within quotes ends no part (RFC 5545, 3.1).
fn parse(line: &str) -> Option<Line<'_>> {
    let (mut cuts, mut colon, mut is_quoted) = (Vec::new(), None, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b';' if !is_quoted => cuts.push(at),
            b':' if !is_quoted => {
                colon = Some(at);
                break;
            }
            _ => {}
        }
    }
    let colon = colon?;
    let ends = cuts.iter().skip(1).copied().chain([colon]);
    let parameters = cuts.iter().zip(ends).filter_map(|(begin, end)| line[begin + 1..end].split_once('='));
    let parameters = parameters.map(|(name, value)| (name.trim().to_ascii_uppercase(), value.trim().trim_matches('"'))).collect();
    let name = line[..cuts.first().copied().unwrap_or(colon)].trim().to_ascii_uppercase();
    Some(Line { name, parameters, value: &line[colon + 1..] })
}

/// Who answers, and what; none where that is no answer of a person with an address.
fn attendee(line: &Line<'_>) -> Option<(String, Attendance)> {
    let state = line.parameters.iter().find(|(name, _)| name == "PARTSTAT").map(|(_, value)| value.to_ascii_uppercase())?;
    let answer = match state.as_str() {
        "ACCEPTED" => Attendance::Accepted,
        "TENTATIVE" => Attendance::Tentative,
        "DECLINED" => Attendance::Declined,
        _ => return None,
    };
    let value = line.value.trim().to_lowercase();
    let address = value.strip_prefix("mailto:")?.trim();
    address.contains('@').then(|| (address.to_owned(), answer))
}

/// A text without what protects its commas, semicolons and line breaks (RFC 5545, 3.3.11).
fn unescaped(value: &str) -> String {
    let (mut text, mut letters) = (String::with_capacity(value.len()), value.chars());
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            (other, false) => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(attendee: &str, more: &str) -> String {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nCOMMENT:zone\r\nEND:STANDARD\r\n\
             END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:01ARZ3NDEKTSV4RRFFQ69G5FAV@plan.exam\r\n ple\r\nSEQUENCE:2\r\n{attendee}\r\n{more}\
             BEGIN:VALARM\r\nUID:other\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }

    #[test]
    fn an_answer_is_read_however_its_calendar_writes_it() {
        for (attendee, answer) in [
            ("ATTENDEE;CN=\"Aho; Anna: A\";PARTSTAT=ACCEPTED:mailto:Anna@lakeside.example", Attendance::Accepted),
            ("attendee;partstat=\"tentative\":MAILTO:anna@lakeside.example", Attendance::Tentative),
            ("ATTENDEE;PARTSTAT=DECLINED;X-A=b:mailto:anna@lakeside.example", Attendance::Declined),
        ] {
            let read = read_reply(reply(attendee, "COMMENT:On the road\\, sorry.\\nNext week\\; yes\r\n").as_bytes()).unwrap();
            let comment = "On the road, sorry.\nNext week; yes".to_owned();
            let (uid, attendee) = ("01ARZ3NDEKTSV4RRFFQ69G5FAV@plan.example".to_owned(), "anna@lakeside.example".to_owned());
            assert_eq!(read, CalendarReply { uid, sequence: 2, attendee, answer, comment });
        }
        let short = reply("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example", "").replace("SEQUENCE:2\r\n", "");
        let read = read_reply(short.replace("\r\n", "\n").as_bytes()).unwrap();
        assert_eq!((read.sequence, read.comment), (0, String::new()));
    }

    #[test]
    fn whatever_is_no_answer_of_one_person_to_one_event_is_none() {
        let one = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example";
        let whole = reply(one, "");
        for other in [
            String::new(),
            "Yes, I come".to_owned(),
            whole.replace("METHOD:REPLY", "METHOD:REQUEST"),
            whole.replace("UID:01", "X:01"),
            whole.replace("SEQUENCE:2", "SEQUENCE:-2"),
            reply("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@b.example", ""),
            reply("ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:7", ""),
            reply("ATTENDEE:mailto:a@b.example", ""),
            reply(one, &format!("{one}\r\n")),
            format!("{whole}{}", "X".repeat(MOST_BYTES)),
            whole.replace("END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n"),
        ] {
            assert_eq!(read_reply(other.as_bytes()), None, "{}", other.chars().take(300).collect::<String>());
        }
    }

    #[test]
    fn nothing_that_is_broken_breaks_the_reader() {
        let whole = reply("ATTENDEE;CN=\"Ä;PARTSTAT=ACCEPTED:mailto:a@b.example", "COMMENT:\\");
        for end in 0..whole.len() {
            let _ = read_reply(&whole.as_bytes()[..end]);
        }
        let deep = format!("METHOD:REPLY\n{}", "BEGIN:VEVENT\n".repeat(10_000));
        assert_eq!(read_reply(deep.as_bytes()), None);
        assert_eq!(read_reply(b"END:X\nEND:Y\n:\n;:\n\xff"), None);
    }
}
