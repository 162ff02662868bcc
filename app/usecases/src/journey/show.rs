//! The contacts of a year with how they were found, and one of them.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    truncate::truncate,
    year_back::YearBack,
};
use coplan_domain::{
    contact::{Contact, ContactKind},
    id::{CustomerId, MomentId, PersonId, ThreadId},
    meeting::Meeting,
    moment::{Moment, Touch, TouchKind},
    person::{Language, Side},
    report::{Report, ReportSpan},
    thread::Message,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, may_write},
    contact, meeting, message, moment, report,
};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use std::{cmp::Reverse, sync::Arc};

/// The most contacts that are shown.
const MOST: usize = 400;
/// The most of each kind that is read: one more, so that it is known whether there are more.
const ONE_MORE: i64 = 401;
/// The most moments that are read.
const MOMENTS: i64 = 1000;

/// By which way the two sides were in contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TouchChannel {
    /// Written down by somebody.
    Recorded(ContactKind),
    /// A message in a discussion.
    Discussion(ThreadId),
    /// A meeting of both sides.
    Meeting,
    /// A report.
    Report(ReportSpan),
}

/// A contact between the two sides.
#[derive(Debug, Clone)]
pub struct Touchpoint {
    /// Which.
    pub of: Touch,
    /// On which day, in the reader's time zone.
    pub day: Date,
    /// When, for the order within a day.
    pub at: Timestamp,
    /// How.
    pub channel: TouchChannel,
    /// Who.
    pub who: String,
    /// With whom; empty where that is everybody.
    pub with_whom: String,
    /// About what; empty for a report, which its days name.
    pub about: String,
    /// The language of who wrote that; none where that is not known.
    pub language: Option<Language>,
    /// How it was found, by whom.
    pub moments: Vec<Moment>,
}

/// The contacts of a year.
#[derive(Debug, Clone)]
pub struct JourneyView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The latest first.
    pub touches: Vec<Touchpoint>,
    /// Whether there are more than are shown.
    pub has_more: bool,
    /// The first day of the year that is shown.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// How many years back that is.
    pub back: i64,
    /// Whether there were contacts before.
    pub has_earlier: bool,
    /// Who reads.
    pub reader: PersonId,
    /// The reader's side; members say how a contact was.
    pub side: Side,
    /// The reader's day.
    pub today: Date,
}

/// One moment with its contact.
#[derive(Debug, Clone)]
pub struct MomentView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The contact.
    pub touch: Touchpoint,
    /// The moment.
    pub moment: Moment,
    /// Whether it is the reader's own.
    pub is_own: bool,
    /// Whether the reader may say something to it.
    pub may_answer: bool,
    /// The reader's day.
    pub today: Date,
    /// The moment of reading.
    pub now: Timestamp,
}

fn of_contact(it: Contact, at: Timestamp) -> Touchpoint {
    Touchpoint {
        of: Touch { kind: TouchKind::Contact, id: it.id.0 },
        day: it.said.day,
        at,
        channel: TouchChannel::Recorded(it.said.kind),
        who: it.recorded_by,
        with_whom: it.said.with_whom,
        about: it.said.about,
        language: Some(it.language),
        moments: Vec::new(),
    }
}

fn of_message((thread, title, it): (ThreadId, String, Message), day: Date) -> Touchpoint {
    Touchpoint {
        of: Touch { kind: TouchKind::Message, id: it.id.0 },
        day,
        at: it.sent_at,
        channel: TouchChannel::Discussion(thread),
        who: it.author_name,
        with_whom: String::new(),
        about: title,
        language: Some(it.language),
        moments: Vec::new(),
    }
}

fn of_meeting(it: Meeting, day: Date) -> Touchpoint {
    Touchpoint {
        of: Touch { kind: TouchKind::Meeting, id: it.id.0 },
        day,
        at: it.starts_at,
        channel: TouchChannel::Meeting,
        who: it.called_by,
        with_whom: String::new(),
        about: it.title,
        language: None,
        moments: Vec::new(),
    }
}

fn of_report(it: &Report, at: Timestamp, day: Date) -> Touchpoint {
    Touchpoint {
        of: Touch { kind: TouchKind::Report, id: it.id.0 },
        day,
        at,
        channel: TouchChannel::Report(it.span),
        who: it.by.clone(),
        with_whom: String::new(),
        about: String::new(),
        language: Some(it.language),
        moments: Vec::new(),
    }
}

/// One contact as it is; none where the reader does not see it.
pub(super) async fn find_touch(conn: &mut Conn, access: &Access, of: Touch) -> Result<Option<Touchpoint>, Error> {
    let day_of = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    Ok(match of.kind {
        TouchKind::Contact => {
            let scope = access.discussion.ok_or(Error::NotFound)?;
            let found = contact::find(conn, scope, of.id.into()).await?;
            found.map(|it| of_contact(it, Timestamp::UNIX_EPOCH))
        }
        TouchKind::Message => {
            let scope = access.discussion.ok_or(Error::NotFound)?;
            let found = message::find_titled(conn, (scope, access.money), of.id.into()).await?;
            let found = found.filter(|(_, _, it)| it.withdrawn_at.is_none());
            found.map(|it| {
                let day = day_of(it.2.sent_at);
                of_message(it, day)
            })
        }
        TouchKind::Meeting => {
            let found = meeting::find(conn, access.meetings.ok_or(Error::NotFound)?, of.id.into()).await?;
            let found = found.filter(|it| it.cancelled_at.is_none());
            found.map(|it| {
                let day = day_of(it.starts_at);
                of_meeting(it, day)
            })
        }
        TouchKind::Report => {
            let found = report::find(conn, access.plan, of.id.into()).await?;
            found.and_then(|it| it.published.as_ref().map(|published| of_report(&it, published.at, day_of(published.at))))
        }
    })
}

/// The contacts of a year, so many years back, that the reader may know of.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId, back: i64) -> Result<JourneyView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let year = YearBack::new(portal, actor, back)?;
    let mut touches = gather(&mut conn, &access, &year, portal.clock.now()).await?;
    touches.sort_by_key(|touch| Reverse((touch.day, touch.at)));
    let has_more = truncate(&mut touches, MOST);
    for moment in moment::list(&mut conn, &access, MOMENTS).await? {
        if let Some(touch) = touches.iter_mut().find(|touch| touch.of == moment.of) {
            touch.moments.push(moment);
        }
    }
    Ok(JourneyView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        touches,
        has_more,
        from: year.days.0,
        until: year.days.1,
        back: year.back,
        has_earlier: has_before(&mut conn, &access, &year).await?,
        reader: actor.person(),
        side: actor.side(),
        today: portal.today(actor),
    })
}

async fn gather(conn: &mut Conn, access: &Access, year: &YearBack, now: Timestamp) -> Result<Vec<Touchpoint>, Error> {
    let mut touches = Vec::new();
    if let Some(scope) = access.discussion {
        let contacts = contact::list_between(conn, scope, year.days, ONE_MORE).await?;
        touches.extend(contacts.into_iter().filter_map(|it| {
            let at = year.begin_of(it.said.day)?;
            Some(of_contact(it, at))
        }));
        let messages = message::list_between(conn, (scope, access.money), year.moments, ONE_MORE).await?;
        touches.extend(messages.into_iter().filter_map(|it| {
            let day = year.day_of(it.2.sent_at)?;
            Some(of_message(it, day))
        }));
    }
    if let Some(scope) = access.meetings {
        let meetings = meeting::list_since(conn, scope, year.moments.0, ONE_MORE).await?;
        let held = meetings.into_iter().filter(|it| it.cancelled_at.is_none() && it.starts_at <= now);
        touches.extend(held.filter_map(|it| {
            let day = year.day_of(it.starts_at)?;
            Some(of_meeting(it, day))
        }));
    }
    let reports = report::list(conn, access.plan, ONE_MORE).await?;
    touches.extend(reports.iter().filter_map(|it| {
        let at = it.published.as_ref()?.at;
        Some(of_report(it, at, year.day_of(at)?))
    }));
    Ok(touches)
}

/// Whether there were contacts before a year.
async fn has_before(conn: &mut Conn, access: &Access, year: &YearBack) -> Result<bool, Error> {
    let Some(scope) = access.discussion else { return Ok(false) };
    let days = (jiff::civil::date(0, 1, 1), year.days.0.saturating_sub(1.day()));
    if !contact::list_between(conn, scope, days, 1).await?.is_empty() {
        return Ok(true);
    }
    let moments = (Timestamp::UNIX_EPOCH, year.moments.0);
    Ok(!message::list_between(conn, (scope, access.money), moments, 1).await?.is_empty())
}

/// Shows one moment with its contact.
///
/// # Errors
/// [`Error::NotFound`] also where the reader does not see the contact.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: MomentId) -> Result<MomentView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let moment = moment::find(&mut conn, &access, id).await?.ok_or(Error::NotFound)?;
    let touch = find_touch(&mut conn, &access, moment.of).await?.ok_or(Error::NotFound)?;
    let now = portal.clock.now();
    let may_answer = match actor.staff() {
        Some(staff) => may_write(&mut conn, staff, access.plan, None, now).await?,
        None => false,
    };
    Ok(MomentView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        touch,
        is_own: moment.by == actor.person(),
        moment,
        may_answer,
        today: portal.today(actor),
        now,
    })
}
