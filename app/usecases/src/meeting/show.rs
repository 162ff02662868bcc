//! The meetings of a customer, and one of them as its participants prepare it, hold it and read it afterwards.

use super::feed;
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    id::{CustomerId, MeetingId, ProjectId},
    meeting::{AgendaItem, Approval, Meeting, MeetingAnswer, MeetingState, Outcome},
    person::Side,
    plan::Milestone,
};
use coplan_store::{
    Conn, Page, Turn,
    access::{Access, Actor, MeetingsScope, list_recipients, may_write},
    meeting::{self, HeldAnswer},
    milestone, project,
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

pub use coplan_store::meeting::MeetingKey;

/// The most meetings to come that are shown.
const MOST: i64 = 100;
/// How many meetings that are over make a page.
const PAGE: usize = 20;
/// The most that is shown of what is open.
const MOST_OPEN: i64 = 50;

/// The meetings of a customer.
#[derive(Debug, Clone)]
pub struct MeetingList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Those to come, the next one first; on the first page of what is over.
    pub ahead: Vec<Meeting>,
    /// Those that are over, the latest first; a page of them.
    pub past: Page<Meeting, MeetingKey>,
    /// What is still to be done of all of them, what is due first; on the first page, too.
    pub open: Vec<Outcome>,
    /// The address of the reader's own feed for calendars, below the public one; for members who have one.
    pub feed: Option<String>,
    /// Whether the reader may have one.
    pub may_feed: bool,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may call one.
    pub may_call: bool,
    /// The moment.
    pub now: Timestamp,
    /// The reader's day.
    pub today: Date,
}

/// A meeting as its participants see it.
#[derive(Debug, Clone)]
pub struct MeetingView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The meeting.
    pub meeting: Meeting,
    /// How far it is.
    pub state: MeetingState,
    /// What is to be talked about.
    pub agenda: Vec<AgendaItem>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// Who agreed to the minutes, each revision's.
    pub approvals: Vec<Approval>,
    /// What was answered to the invitation.
    pub answers: Vec<MeetingAnswer>,
    /// Who is invited and has not answered, by name; for the supplier's people.
    pub silent: Vec<String>,
    /// Emails that were not taken for an answer; for the supplier's people.
    pub held: Vec<HeldAnswer>,
    /// Whether the reader can answer now, on this page.
    pub may_answer: bool,
    /// What the plan says to talk about, while the meeting is not over.
    pub since: Option<Since>,
    /// The reader's side.
    pub side: Side,
    /// Whether the reader may call meetings and write their minutes.
    pub may_call: bool,
    /// The moment.
    pub now: Timestamp,
    /// The reader's day.
    pub today: Date,
}

/// What the plan itself puts before a meeting.
#[derive(Debug, Clone, Default)]
pub struct Since {
    /// What is still to be done of earlier meetings, what is due first.
    pub open: Vec<Outcome>,
    /// Promises whose day has passed, the oldest first: in which project, which milestone.
    pub late: Vec<(ProjectId, String, Milestone)>,
    /// What is promised next, up to ten, the nearest day first.
    pub next: Vec<(ProjectId, String, Milestone)>,
}

async fn reader(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<(Access, MeetingsScope), Error> {
    let access = access_to(conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let meetings = access.meetings.ok_or(Error::NotFound)?;
    Ok((access, meetings))
}

async fn may_call(portal: &Portal, conn: &mut Conn, actor: &Actor, access: &Access) -> Result<bool, Error> {
    match actor.staff() {
        Some(staff) => Ok(may_write(conn, staff, access.plan, None, portal.clock.now()).await?),
        None => Ok(false),
    }
}

/// Lists a customer's meetings; of those that are over, the page that begins there.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId, turn: &Turn<MeetingKey>) -> Result<MeetingList, Error> {
    let mut conn = portal.db.read().await?;
    let (access, meetings) = reader(&mut conn, actor, customer).await?;
    let now = portal.clock.now();
    let past = meeting::list_past(&mut conn, meetings, now, turn, PAGE).await?;
    let (ahead, open) = if past.before.is_some() {
        (Vec::new(), Vec::new())
    } else {
        let ahead = meeting::list_ahead(&mut conn, meetings, now, MOST).await?;
        (ahead, meeting::list_open_outcomes(&mut conn, meetings, MOST_OPEN).await?)
    };
    Ok(MeetingList {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        ahead,
        past,
        open,
        feed: feed::find(portal, &mut conn, actor, meetings).await?,
        may_feed: actor.side() == Side::Customer && actor.preview().is_none(),
        side: actor.side(),
        may_call: may_call(portal, &mut conn, actor, &access).await?,
        now,
        today: portal.today(actor),
    })
}

/// Shows a meeting.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: MeetingId) -> Result<MeetingView, Error> {
    let mut conn = portal.db.read().await?;
    let (access, meetings) = reader(&mut conn, actor, customer).await?;
    let found = meeting::find(&mut conn, meetings, id).await?.ok_or(Error::NotFound)?;
    let (now, today) = (portal.clock.now(), portal.today(actor));
    let state = found.state(now);
    let since = match state {
        MeetingState::Closed | MeetingState::Cancelled => None,
        MeetingState::Draft | MeetingState::Planned | MeetingState::Open => {
            Some(since(&mut conn, &access, meetings, id, today).await?)
        }
    };
    let answers = meeting::list_answers(&mut conn, meetings, id).await?;
    Ok(MeetingView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        agenda: meeting::list_agenda(&mut conn, meetings, id).await?,
        outcomes: meeting::list_outcomes(&mut conn, meetings, id).await?,
        approvals: meeting::list_approvals(&mut conn, meetings, id).await?,
        silent: silent(&mut conn, &access, &answers).await?,
        held: match access.internal {
            Some(internal) => meeting::list_held_mails(&mut conn, internal, id).await?,
            None => Vec::new(),
        },
        may_answer: actor.side() == Side::Customer && state == MeetingState::Planned && actor.preview().is_none(),
        answers,
        since,
        side: actor.side(),
        may_call: may_call(portal, &mut conn, actor, &access).await?,
        meeting: found,
        state,
        now,
        today,
    })
}

/// Those of the customer's people who are invited and have not answered; nobody for members, who need not know who else is.
async fn silent(conn: &mut Conn, access: &Access, answers: &[MeetingAnswer]) -> Result<Vec<String>, Error> {
    if access.internal.is_none() {
        return Ok(Vec::new());
    }
    let mut people = list_recipients(conn, access.customer()).await?;
    people.retain(|one| one.access.meetings.is_some() && answers.iter().all(|answer| answer.person != one.person.id));
    let mut names: Vec<String> = people.into_iter().map(|one| one.person.name).collect();
    names.sort();
    Ok(names)
}

/// How many of the next promises are told.
const NEXT: usize = 10;

async fn since(conn: &mut Conn, access: &Access, meetings: MeetingsScope, id: MeetingId, today: Date) -> Result<Since, Error> {
    let mut open = meeting::list_open_outcomes(conn, meetings, MOST_OPEN).await?;
    open.retain(|outcome| outcome.meeting != id);
    let projects = project::list(conn, access.plan).await?;
    let mut ahead: Vec<(ProjectId, String, Milestone)> = Vec::new();
    for milestone in milestone::list(conn, access.plan).await? {
        let project = projects.iter().find(|now| now.project.id == milestone.project && now.project.ended_at.is_none());
        if let Some(found) = project.filter(|_| milestone.reached_on.is_none()) {
            ahead.push((found.project.id, found.project.name.clone(), milestone));
        }
    }
    ahead.sort_by_key(|(.., milestone)| milestone.promised_on());
    let (late, mut next): (Vec<_>, Vec<_>) = ahead.into_iter().partition(|(.., milestone)| milestone.is_late(today));
    next.truncate(NEXT);
    Ok(Since { open, late, next })
}
