//! Meetings as calendars read them (RFC 5545): one to be taken over, an invitation by mail (RFC 5546), and a feed of all.

use coplan_domain::meeting::Meeting;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;

/// What is said of where a calendar came from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The address of the product, without a slash at its end.
    pub public_url: &'a str,
    /// The moment.
    pub now: Timestamp,
}

/// Somebody with a name and an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// Its address.
    pub email: String,
}

/// What a mail carries for a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// What the calendar shall do: `REQUEST` or `CANCEL`.
    pub method: &'static str,
    /// The calendar.
    pub text: String,
}

impl Party {
    fn property(&self, key: &str) -> Property {
        // A parameter cannot have quotes of its own, and nothing in it ends the line.
        let name: String = self.name.chars().filter(|letter| *letter != '"' && !letter.is_control()).collect();
        Property::new(key, format!("mailto:{}", self.email)).add_parameter("CN", &format!("\"{name}\"")).done()
    }
}

/// When a meeting is and what it is called. A calendar that has an earlier one takes this in its place, because it has the same
/// id and a higher sequence.
fn event(meeting: &Meeting, source: Source<'_>) -> Event {
    let moment = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let status = if meeting.cancelled_at.is_some() { EventStatus::Cancelled } else { EventStatus::Confirmed };
    let host = source.public_url.split("://").last().unwrap_or_default();
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", meeting.id))
        .add_property("DTSTAMP", moment(source.now))
        .add_property("DTSTART", moment(meeting.starts_at))
        .add_property("DTEND", moment(meeting.ends_at()))
        .sequence(u32::try_from(meeting.sequence).unwrap_or(u32::MAX))
        .summary(&meeting.title)
        .status(status);
    event.done()
}

/// The same with where it is and the address of its page.
fn whole(meeting: &Meeting, source: Source<'_>, path: &str) -> Event {
    event(meeting, source).location(&meeting.place).description(&format!("{}{path}", source.public_url)).done()
}

/// A meeting to be taken over into a calendar; `path` is that of its page.
#[must_use]
pub fn published(meeting: &Meeting, source: Source<'_>, path: &str) -> String {
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH")).push(whole(meeting, source, path));
    calendar.to_string()
}

/// An invitation to a meeting, or that it does not take place; answers go to the organizer.
#[must_use]
pub fn invitation(meeting: &Meeting, source: Source<'_>, path: &str, organizer: &Party, attendee: &Party) -> Attached {
    let method = if meeting.cancelled_at.is_some() { "CANCEL" } else { "REQUEST" };
    let mut attendee = attendee.property("ATTENDEE");
    attendee.add_parameter("PARTSTAT", "NEEDS-ACTION").add_parameter("RSVP", "TRUE");
    let event =
        whole(meeting, source, path).append_property(organizer.property("ORGANIZER")).append_multi_property(attendee).done();
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", method)).push(event);
    Attached { method, text: calendar.to_string() }
}

/// The feed of somebody's meetings: what they are called and when they are, and nothing else.
#[must_use]
pub fn feed(meetings: &[Meeting], source: Source<'_>, name: &str) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name);
    for meeting in meetings {
        calendar.push(event(meeting, source));
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://plan.northline.example";
    const PATH: &str = "/c/1/meetings/2";

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn source() -> Source<'static> {
        Source { public_url: URL, now: at("2026-12-01T08:00:00Z") }
    }

    fn meeting() -> Meeting {
        Meeting {
            id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            title: "Steering group; second, of the year".to_owned(),
            starts_at: at("2026-12-08T08:00:00Z"),
            length: 90,
            place: "Hall 3\nDTSTART:20200101T000000Z".to_owned(),
            called_by: "Mikko Kallio".to_owned(),
            shared_at: None,
            cancelled_at: None,
            closed_at: None,
            sequence: 2,
            revision: 0,
            version: 3,
        }
    }

    fn party(name: &str, email: &str) -> Party {
        Party { name: name.to_owned(), email: email.to_owned() }
    }

    fn invited(meeting: &Meeting) -> Attached {
        let (mikko, anna) =
            (party("Kallio, Mikko", "mikko@northline.example"), party("Anna \"A\"\r\nX: y", "anna@lakeside.example"));
        invitation(meeting, source(), PATH, &mikko, &anna)
    }

    /// Long lines are folded (RFC 5545, 3.1).
    fn lines(text: &str) -> Vec<String> {
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_reads_when_what_and_the_same_id_each_time() {
        let lines = lines(&published(&meeting(), source(), PATH));
        for line in [
            "BEGIN:VCALENDAR",
            "METHOD:PUBLISH",
            "UID:01ARZ3NDEKTSV4RRFFQ69G5FAV@plan.northline.example",
            "DTSTAMP:20261201T080000Z",
            "DTSTART:20261208T080000Z",
            "DTEND:20261208T093000Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "SUMMARY:Steering group\\; second\\, of the year",
        ] {
            assert!(lines.iter().any(|found| found == line), "{line} in {lines:#?}");
        }
    }

    #[test]
    fn no_text_adds_a_line_of_its_own() {
        for text in [published(&meeting(), source(), PATH), invited(&meeting()).text] {
            let lines = lines(&text);
            assert_eq!(lines.iter().filter(|line| line.starts_with("DTSTART")).count(), 1, "{lines:#?}");
            assert!(!lines.iter().any(|line| line.starts_with("X: y")), "{lines:#?}");
        }
    }

    #[test]
    fn an_invitation_names_both_sides_and_a_cancelled_one_says_so() {
        let asked = invited(&meeting());
        let lines_of = lines(&asked.text);
        assert_eq!(asked.method, "REQUEST");
        assert!(lines_of.contains(&"METHOD:REQUEST".to_owned()));
        let find = |name: &str| lines_of.iter().find(|line| line.starts_with(name)).unwrap();
        let organizer = find("ORGANIZER");
        assert_eq!(organizer, "ORGANIZER;CN=\"Kallio, Mikko\":mailto:mikko@northline.example");
        let attendee = find("ATTENDEE");
        assert!(attendee.contains("CN=\"Anna AX: y\"") && attendee.contains("RSVP=TRUE"), "{attendee}");
        assert!(attendee.ends_with(":mailto:anna@lakeside.example"), "{attendee}");

        let cancelled = invited(&Meeting { cancelled_at: Some(source().now), sequence: 3, ..meeting() });
        assert_eq!(cancelled.method, "CANCEL");
        let lines = lines(&cancelled.text);
        for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", "UID:01ARZ3NDEKTSV4RRFFQ69G5FAV@plan.northline.example"] {
            assert!(lines.contains(&line.to_owned()), "{line} in {lines:#?}");
        }
    }

    #[test]
    fn a_feed_tells_titles_and_times_and_nothing_else() {
        let text = feed(&[meeting()], source(), "Lakeside Mills");
        let names: Vec<_> = lines(&text).iter().filter_map(|line| line.split([':', ';']).next().map(str::to_owned)).collect();
        let told = [
            "",
            "BEGIN",
            "CALSCALE",
            "DTEND",
            "DTSTAMP",
            "DTSTART",
            "END",
            "NAME",
            "PRODID",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "UID",
            "VERSION",
            "X-WR-CALNAME",
        ];
        assert!(names.iter().all(|name| told.contains(&name.as_str())), "{names:?}");
        assert!(!text.contains("Hall 3") && !text.contains(PATH));
    }
}
