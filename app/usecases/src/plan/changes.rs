//! All that ever changed under a customer and that the reader may know of, newest first.

use super::{NewsDetail, NewsItem};
use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
};
use coplan_domain::{
    event::{EventKind, ObjectKind},
    id::{CustomerId, ProjectId, ThreadId},
    thread::Resolution,
};
use coplan_store::{
    Conn, Page, Turn,
    access::{Access, Actor},
    event, hand_over, idea, milestone, project, status_report, thread,
};
use std::{collections::BTreeMap, sync::Arc};

pub use coplan_store::event::{EventFilter, EventKey};

/// How many are on a page.
const PAGE: usize = 50;

/// One page of what changed.
#[derive(Debug, Clone)]
pub struct Changes {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The projects that the reader may know of, by name, to ask for what changed in one of them.
    pub projects: Vec<(ProjectId, String)>,
    /// Newest first.
    pub items: Vec<NewsItem>,
    /// Where the page before ends; none for the newest.
    pub before: Option<EventKey>,
    /// Where the page behind begins; none for the oldest.
    pub after: Option<EventKey>,
}

/// Tells what changed, by anybody, from where the page begins.
///
/// # Errors
/// [`Error::NotFound`] where the customer is not the reader's.
pub async fn changes(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    filter: EventFilter,
    turn: &Turn<EventKey>,
) -> Result<Changes, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let Page { rows, before, after } = event::list(&mut conn, &access, filter, turn, PAGE).await?;
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    let projects = project::list(&mut conn, access.plan).await?;
    let projects = projects.into_iter().map(|now| (now.project.id, now.project.name)).collect();
    let mut items = rows.into_iter().map(NewsItem::from).collect::<Vec<_>>();
    add_details(&mut conn, &access, &mut items).await?;
    Ok(Changes { layout, projects, items, before, after })
}

/// Says of each what it was before and is now, and why.
pub(crate) async fn add_details(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    add_outcomes(conn, access, items).await?;
    add_decisions(conn, access, items).await?;
    add_words(conn, access, items).await?;
    add_moves(conn, access, items).await?;
    add_reports(conn, access, items).await
}

/// Those of a kind.
fn of_kind(items: &mut [NewsItem], kind: EventKind) -> Vec<&mut NewsItem> {
    items.iter_mut().filter(|item| item.kind == kind).collect()
}

/// Says of each thread that was resolved what came of it, also where it was opened again since.
async fn add_outcomes(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut resolved = of_kind(items, EventKind::ThreadResolved);
    let times = resolved.iter().map(|item| item.at);
    let Some((from, until)) = times.clone().min().zip(times.max()) else { return Ok(()) };
    let outcomes = thread::list_outcomes(conn, access, from, until).await?;
    for item in &mut resolved {
        let same = |(id, outcome): &&(ThreadId, Resolution)| id.0 == item.object_id && outcome.at == item.at;
        let found = outcomes.iter().find(same);
        item.detail = found.map(|(_, found)| NewsDetail::Outcome((found.language, found.outcome.clone())));
    }
    Ok(())
}

/// Says of each step of an idea how far it was then, and why.
async fn add_decisions(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut moved = of_kind(items, EventKind::IdeaMoved);
    let times = moved.iter().map(|item| item.at);
    let Some((from, until)) = times.clone().min().zip(times.max()) else { return Ok(()) };
    let steps = idea::list_steps(conn, access.plan, from, until).await?;
    for item in &mut moved {
        let found = steps.iter().find(|step| step.idea.0 == item.object_id && step.at == item.at);
        item.detail = found.map(|step| NewsDetail::Decided { to: step.state, reason: (step.language, step.reason.clone()) });
    }
    Ok(())
}

/// Says of each new contact of the customer what was told with it.
async fn add_words(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut handed = of_kind(items, EventKind::HandedOver);
    handed.retain(|item| item.object == ObjectKind::Customer);
    let times = handed.iter().map(|item| item.at);
    let Some((from, until)) = times.clone().min().zip(times.max()) else { return Ok(()) };
    let words = hand_over::list_words(conn, access.plan, from, until).await?;
    for item in &mut handed {
        let found = words.iter().find(|(at, ..)| *at == item.at);
        item.detail = found.map(|(_, language, word)| NewsDetail::Word((*language, word.clone())));
    }
    Ok(())
}

/// Says of each promised day that moved where it was, where it went, and why.
async fn add_moves(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut moved = of_kind(items, EventKind::PromiseMoved);
    if moved.is_empty() {
        return Ok(());
    }
    let milestones = milestone::list(conn, access.plan).await?;
    for item in &mut moved {
        let milestone = milestones.iter().find(|milestone| milestone.id.0 == item.object_id);
        item.detail = milestone.and_then(|milestone| NewsDetail::of_move(milestone, item.at));
    }
    Ok(())
}

/// Says of each status report what was reported, and how it was before.
async fn add_reports(conn: &mut Conn, access: &Access, items: &mut [NewsItem]) -> Result<(), InternalError> {
    let mut reported = of_kind(items, EventKind::StatusReported);
    let mut known = BTreeMap::new();
    for item in &mut reported {
        let Some((project, _)) = item.project else { continue };
        let reports = match known.get(&project) {
            Some(reports) => reports,
            None => known.entry(project).or_insert(status_report::list(conn, access.plan, project).await?),
        };
        item.detail = NewsDetail::of_report(reports, item.at);
    }
    Ok(())
}
