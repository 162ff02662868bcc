//! The blueprint of a project: what happened along a year, above and below the line up to which the customer sees. It is
//! made from what is stored anyway; each part is read with the right that opens it elsewhere.

use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    plan::NewsItem,
    portal::access_to,
    truncate::truncate,
    year_back::YearBack,
};
use coplan_domain::{
    blueprint::Lane,
    contact::{ContactKind, ContactWords},
    id::{AttachmentId, CustomerId, InvoiceId, MeetingId, ProjectId, ReportId, ThreadId},
    report::ReportSpan,
};
use coplan_store::{
    Conn,
    access::{Access, Actor},
    blueprint, contact, meeting, project, report,
};
use jiff::{Timestamp, civil::Date};
use std::{cmp::Reverse, sync::Arc};

/// The most marks that are drawn.
const MOST: usize = 400;
/// The most of each kind that is read: one more, so that it is known whether there are more.
const ONE_MORE: i64 = 401;

/// A mark on a blueprint.
#[derive(Debug, Clone)]
pub struct BlueprintMark {
    /// On which day, in the reader's time zone.
    pub day: Date,
    /// When, for the order within a day.
    pub at: Timestamp,
    /// In which lane.
    pub lane: Lane,
    /// What.
    pub what: BlueprintThing,
}

/// What a mark is about.
#[derive(Debug, Clone)]
pub enum BlueprintThing {
    /// Something that happened, as history tells it.
    Event(NewsItem),
    /// A file in a discussion.
    File(ThreadId, AttachmentId, String),
    /// A call, a visit or an email, with whose and what it was about.
    Contact(ContactKind, String, String),
    /// A meeting of both sides.
    Meeting(MeetingId, String),
    /// A report that was published.
    Report(ReportId, ReportSpan),
    /// An invoice with work of the project.
    Invoice(InvoiceId, String),
    /// So many minutes of work.
    Work(i64),
}

/// The blueprint of a project.
#[derive(Debug, Clone)]
pub struct BlueprintView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Which project.
    pub project: ProjectId,
    /// What it is called.
    pub name: String,
    /// The latest first.
    pub marks: Vec<BlueprintMark>,
    /// Whether there are more than are drawn.
    pub has_more: bool,
    /// The first day of the year that is drawn.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// How many years back that is.
    pub back: i64,
    /// Whether something happened before.
    pub has_earlier: bool,
    /// The reader's day.
    pub today: Date,
}

impl YearBack {
    /// A mark at a moment, where that is drawn.
    fn at(&self, at: Timestamp, lane: Lane, what: BlueprintThing) -> Option<BlueprintMark> {
        self.day_of(at).map(|day| BlueprintMark { day, at, lane, what })
    }

    /// A mark on a day, where that is drawn.
    fn on(&self, day: Date, lane: Lane, what: BlueprintThing) -> Option<BlueprintMark> {
        self.begin_of(day).map(|at| BlueprintMark { day, at, lane, what })
    }
}

/// What happened in a project in a year, so many years back.
///
/// # Errors
/// [`Error::NotFound`] also where the project is not shared with the reader.
pub async fn show(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: ProjectId,
    back: i64,
) -> Result<BlueprintView, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let project = project::find(&mut conn, access.plan, id).await?.ok_or(Error::NotFound)?;
    let window = YearBack::new(portal, actor, back)?;
    let mut marks = of_project(&mut conn, &access, id, &window).await?;
    marks.extend(of_customer(&mut conn, &access, &window, portal.clock.now()).await?);
    marks.sort_by_key(|mark| Reverse((mark.day, mark.at)));
    let has_more = truncate(&mut marks, MOST);
    let first = blueprint::find_first(&mut conn, &access, id).await?;
    Ok(BlueprintView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        project: id,
        name: project.name,
        marks,
        has_more,
        from: window.days.0,
        until: window.days.1,
        back: window.back,
        has_earlier: first.is_some_and(|first| first < window.moments.0),
        today: portal.today(actor),
    })
}

/// What belongs to the project itself.
async fn of_project(conn: &mut Conn, access: &Access, id: ProjectId, window: &YearBack) -> Result<Vec<BlueprintMark>, Error> {
    let acts = blueprint::list_acts(conn, access, id, window.moments, ONE_MORE).await?;
    let acts = acts.into_iter().filter_map(|act| {
        let lane = Lane::of(act.news.event.kind, act.by, act.task)?;
        window.at(act.news.event.at, lane, BlueprintThing::Event(act.news.into()))
    });
    let mut marks = acts.collect::<Vec<_>>();
    if let Some(scope) = access.discussion {
        let files = blueprint::list_files(conn, (scope, access.money), id, window.moments, ONE_MORE).await?;
        let files = files.into_iter();
        marks.extend(files.filter_map(|it| window.at(it.at, Lane::Evidence, BlueprintThing::File(it.thread, it.id, it.name))));
    }
    if let Some(scope) = access.money {
        let invoices = blueprint::list_invoices(conn, scope, id, window.days, ONE_MORE).await?;
        let invoices = invoices.into_iter();
        marks
            .extend(invoices.filter_map(|(id, number, day)| window.on(day, Lane::Evidence, BlueprintThing::Invoice(id, number))));
        let work = blueprint::list_minutes(conn, scope, id, window.days, ONE_MORE).await?;
        marks.extend(work.into_iter().filter_map(|(day, minutes)| window.on(day, Lane::Support, BlueprintThing::Work(minutes))));
    }
    Ok(marks)
}

/// What belongs to the whole co-operation: contacts, meetings that began, and reports.
async fn of_customer(conn: &mut Conn, access: &Access, window: &YearBack, now: Timestamp) -> Result<Vec<BlueprintMark>, Error> {
    let mut marks = Vec::new();
    if let Some(scope) = access.discussion {
        let contacts = contact::list_between(conn, scope, window.days, ONE_MORE).await?;
        marks.extend(contacts.into_iter().filter_map(|it| {
            let ContactWords { kind, day, about, .. } = it.said;
            window.on(day, Lane::Onstage, BlueprintThing::Contact(kind, it.recorded_by, about))
        }));
    }
    if let Some(scope) = access.meetings {
        let meetings = meeting::list_since(conn, scope, window.moments.0, ONE_MORE).await?;
        let held = meetings.into_iter().filter(|it| it.cancelled_at.is_none() && it.starts_at <= now);
        marks.extend(held.filter_map(|it| window.at(it.starts_at, Lane::Onstage, BlueprintThing::Meeting(it.id, it.title))));
    }
    let reports = report::list(conn, access.plan, ONE_MORE).await?.into_iter();
    marks.extend(reports.filter_map(|it| {
        let at = it.published.as_ref()?.at;
        window.at(at, Lane::Evidence, BlueprintThing::Report(it.id, it.span))
    }));
    Ok(marks)
}
