//! The forms of meetings.

use crate::{
    form::{Choice, FromField, Problem, Word, day, form, line, listed, one_of, prose, tick},
    merge::Edit,
};
use coplan_domain::{
    id::{AgendaItemId, MeetingId, OutcomeId},
    meeting::{Meeting, OutcomeKind},
    person::Side,
    text::{Line, Prose},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};

const KINDS: &[Choice] = &[
    Choice::new(OutcomeKind::Decision.as_str(), "outcome-decision"),
    Choice::new(OutcomeKind::Task.as_str(), "outcome-task"),
    Choice::new(OutcomeKind::Information.as_str(), "outcome-information"),
];

const SIDES: &[Choice] =
    &[Choice::called(Side::Customer.as_str(), Word::Customer), Choice::called(Side::Supplier.as_str(), Word::Supplier)];

const LENGTHS: &[Choice] = &[
    Choice::new("30", "meeting-length-30"),
    Choice::new("45", "meeting-length-45"),
    Choice::new("60", "meeting-length-60"),
    Choice::new("90", "meeting-length-90"),
    Choice::new("120", "meeting-length-120"),
    Choice::new("180", "meeting-length-180"),
    Choice::new("480", "meeting-length-480"),
];

form! {
    /// What is said of a meeting.
    ReadMeeting {
        /// What it is called.
        title: Line = line("meeting-name"),
        /// The day.
        day: Date = day("meeting-day"),
        /// The time of day, where its caller lives.
        time: ClockTime = line("meeting-time").hint("meeting-time-hint").beside(),
        /// How long it lasts, in minutes.
        length: Length = listed("meeting-length", LENGTHS).beside(),
        /// Where; may be empty.
        place: Option<Line> = line("meeting-place").hint("meeting-place-hint"),
    }

    /// A new meeting as it was typed.
    new CallForm { id: MeetingId } + {
        /// Whether the customer sees it now.
        shared: bool = tick("meeting-share").hint("meeting-share-hint"),
    }

    /// A meeting as it was typed.
    edit ChangeMeetingForm {}
}

form! {
    /// Something to talk about.
    ReadAgenda {
        /// What.
        words: Line = line("agenda-words"),
    }

    /// Something to talk about, as it was typed.
    new AgendaForm { id: AgendaItemId }
}

form! {
    /// What came of a meeting.
    ReadOutcome {
        /// What was decided, is to be done or is to be known.
        outcome: Line = line("outcome-words"),
        /// What kind.
        kind: OutcomeKind = one_of("outcome-kind", KINDS),
        /// Which side does a task.
        side: Option<Side> = one_of("outcome-side", SIDES),
        /// When it should be done; may be empty.
        due_on: Option<Date> = day("outcome-due-on"),
    } => |problems| {
        // Of a task it must be known who does it.
        if kind == Some(OutcomeKind::Task) && side == Some(None) {
            problems.add("side", Problem::Empty);
        }
    }

    /// What came of a meeting, as it was typed.
    new OutcomeForm { id: OutcomeId }
}

form! {
    /// Agreeing to minutes.
    ReadApproval {
        /// What is remarked; may be empty.
        remark: Option<Prose> = prose("minutes-remark"),
    }

    /// Agreeing as it was typed.
    keyed ApproveForm {
        /// The revision that was read.
        key revision: i64,
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime(Time);

/// As `9:30`, `9.30` or `9`.
impl FromField for ClockTime {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let typed = typed.trim();
        let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "00"));
        let (hour, minute) = hour.parse().ok().zip(minute.parse().ok().filter(|_| minute.len() == 2)).unwrap_or((-1, -1));
        match Time::new(hour, minute, 0, 0) {
            _ if typed.is_empty() => Err(Problem::Empty),
            Ok(time) => Ok(Self(time)),
            Err(_) => Err(Problem::NotATime),
        }
    }
}

/// Minutes, one of those that were offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length(i64);

impl FromField for Length {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let known = LENGTHS.iter().any(|choice| choice.value == typed);
        typed.parse().ok().filter(|_| known).map(Self).ok_or(Problem::NotOneOf)
    }
}

impl FromField for Option<Side> {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        if typed.is_empty() { Ok(None) } else { Side::from_field(typed).map(Some) }
    }
}

impl CallForm {
    /// What most new meetings are.
    #[must_use]
    pub fn suggested(id: MeetingId) -> Self {
        Self { length: "60".to_owned(), time: "9:00".to_owned(), shared: true, ..Self::blank(id) }
    }
}

impl OutcomeForm {
    /// What most outcomes are.
    #[must_use]
    pub fn suggested(id: OutcomeId) -> Self {
        Self { kind: OutcomeKind::Decision.to_string(), ..Self::blank(id) }
    }
}

impl ChangeMeetingForm {
    /// A meeting as its form is drawn for whoever lives in this time zone.
    #[must_use]
    pub fn of(meeting: &Meeting, time_zone: &str) -> Self {
        let local = meeting.starts_at.to_zoned(zone(time_zone));
        let form = Self {
            version: meeting.version,
            was: String::new(),
            title: meeting.title.clone(),
            day: local.date().to_string(),
            time: format!("{}:{:02}", local.hour(), local.minute()),
            length: meeting.length.to_string(),
            place: meeting.place.clone(),
        };
        form.seen()
    }
}

impl ReadMeeting {
    /// What is kept of it, where its times are of this zone; none where there is no such moment.
    pub(super) fn kept(self, time_zone: &str) -> Option<coplan_store::meeting::MeetingWords> {
        let Self { title, day, time, length, place } = self;
        let starts_at: Timestamp = day.to_datetime(time.0).to_zoned(zone(time_zone)).ok()?.timestamp();
        let place = place.map(String::from).unwrap_or_default();
        Some(coplan_store::meeting::MeetingWords { title: title.into(), starts_at, length: length.0, place })
    }
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}
