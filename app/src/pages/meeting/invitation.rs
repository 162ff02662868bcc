//! The invitation to a meeting as calendars read it (RFC 5545).

use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use coplan_domain::{
    id::{CustomerId, MeetingId},
    meeting::Meeting,
};
use coplan_usecases::{Portal, meeting};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::Timestamp;

/// Gives it. A calendar that has an earlier one takes this in its place, because it has the same id.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, MeetingId)>,
) -> Result<Response, PageError> {
    let view = meeting::show(&portal, context.actor()?, customer, id).await?;
    let settings = &portal.settings;
    let address = format!("{}{}", settings.public_url, links::meeting::show(customer, id));
    let host = settings.public_url.split("://").last().unwrap_or_default().to_owned();
    let calendar = written(&view.meeting, &host, &address, portal.clock.now());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8; method=PUBLISH"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"invitation.ics\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, calendar).into_response())
}

fn written(meeting: &Meeting, host: &str, address: &str, now: Timestamp) -> String {
    let moment = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let status = if meeting.cancelled_at.is_some() { EventStatus::Cancelled } else { EventStatus::Confirmed };
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", meeting.id))
        .add_property("DTSTAMP", moment(now))
        .add_property("DTSTART", moment(meeting.starts_at))
        .add_property("DTEND", moment(meeting.ends_at()))
        .sequence(u32::try_from(meeting.sequence).unwrap_or(u32::MAX))
        .summary(&meeting.title)
        .location(&meeting.place)
        .description(address)
        .status(status);
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH")).push(event.done());
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting() -> Meeting {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
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

    fn lines(meeting: &Meeting) -> Vec<String> {
        let now = "2026-12-01T08:00:00Z".parse().unwrap();
        let text = written(meeting, "plan.northline.example", "https://plan.northline.example/m", now);
        // Long lines are folded (RFC 5545, 3.1).
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_reads_when_what_and_the_same_id_each_time() {
        let lines = lines(&meeting());
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
        let lines = lines(&meeting());
        assert_eq!(lines.iter().filter(|line| line.starts_with("DTSTART")).count(), 1, "{lines:#?}");
    }

    #[test]
    fn a_cancelled_meeting_says_so() {
        let cancelled = Meeting { cancelled_at: Some("2026-12-01T08:00:00Z".parse().unwrap()), ..meeting() };
        assert!(lines(&cancelled).contains(&"STATUS:CANCELLED".to_owned()));
    }
}
