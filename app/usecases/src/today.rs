//! The day of one of the supplier's people: what waits, what is due, what is in danger, and what has changed.

mod invoices;
mod overview;
mod view;

pub use coplan_store::{
    absence::{Asked, StandIn},
    today::{DuePromise, Silent},
};
pub use overview::{Alarming, Overview};
pub use view::{InvoiceLine, Question, TaskLine, TodayNews, TodayView};

use crate::{Error, InternalError, Portal, hand_over, incoming_mail, thread, truncate::truncate, undelivered};
use coplan_domain::person::StaffRole;
use coplan_store::{
    absence,
    access::{Actor, Staff},
    event, goal, room_waiting, service_request, status_rhythm, today as store,
};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// The most that is told of each kind.
const MOST: usize = 50;
/// One more is read, so that it is known whether there are more.
const ONE_MORE: i64 = 51;
/// The most changes that are told.
const NEWS: usize = 12;
const ONE_MORE_NEWS: i64 = 13;
/// How many days ahead something is told as due.
const AHEAD: i32 = 7;
/// How many days ahead the days are told on which the reader stands in.
const STAND_IN_AHEAD: i32 = 14;
/// After how long without a visit a customer is silent.
const SILENCE: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Shows the actor its day; none for members.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<Option<TodayView>, InternalError> {
    let Some(reader) = actor.staff() else { return Ok(None) };
    let mut threads = match thread::list_waiting_for_staff(portal, actor).await {
        Ok(threads) => threads,
        Err(Error::Internal(error)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let (now, today) = (portal.clock.now(), portal.today(actor));
    let until = today.saturating_add(AHEAD.days());
    let mut conn = portal.db.read().await?;
    let unreached = undelivered::list_for_staff(portal, &mut conn, actor, reader).await?;
    let mut own = store::list_own(&mut conn, reader, ONE_MORE).await?;
    let mut others = store::list_of_matters(&mut conn, reader, today, until, ONE_MORE).await?;
    let mut promises = store::list_promises(&mut conn, reader, today, until, ONE_MORE).await?;
    let mut silent = store::list_silent(&mut conn, reader, today, now - SILENCE, ONE_MORE).await?;
    let (mut invoices, more_invoices) = invoices::list(&mut conn, reader, today).await?;
    let mut rooms = room_waiting::list_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let mut goals = goal::list_waiting_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let mails = incoming_mail::list(&mut conn, reader, today).await?;
    let mut requests = service_request::list_for_staff(&mut conn, reader, today, ONE_MORE).await?;
    let since = start_of(today.saturating_sub(1.day()), actor);
    let mut news = event::list_for_staff(&mut conn, reader, today, since, ONE_MORE_NEWS).await?;
    let more_news = truncate(&mut news, NEWS);
    let stand_ins = stand_ins(&mut conn, reader, today).await?;
    let mut reports = match status_rhythm::find(&mut conn, reader).await? {
        Some(every) => status_rhythm::list_old(&mut conn, reader, (today, now), every, ONE_MORE).await?,
        None => Vec::new(),
    };
    let mut asked = absence::list_unanswered(&mut conn, reader, today).await?;
    let mut declined = absence::list_declined(&mut conn, reader, today).await?;
    let hand_overs = hand_over::list_for_today(&mut conn, reader, now).await?;
    let overview = match reader.role() {
        StaffRole::Admin | StaffRole::Director => Some(overview::find(&mut conn, reader, today).await?),
        _ => None,
    };
    let has_more = [
        truncate(&mut threads, MOST),
        truncate(&mut own, MOST),
        truncate(&mut others, MOST),
        truncate(&mut promises, MOST),
        truncate(&mut silent, MOST),
        truncate(&mut invoices, MOST),
        truncate(&mut rooms, MOST),
        truncate(&mut goals, MOST),
        truncate(&mut requests, MOST),
        truncate(&mut reports, MOST),
        truncate(&mut asked, MOST),
        truncate(&mut declined, MOST),
        more_invoices,
    ]
    .contains(&true);
    let mut tasks = own.into_iter().chain(others).map(|task| TaskLine::new(actor, task)).collect::<Vec<_>>();
    tasks.sort_by_key(|task| (task.due_on.is_none(), task.due_on, !task.mine));
    let (danger, week) = promises.into_iter().partition(|promise| promise.day < today);
    Ok(Some(TodayView {
        reader: actor.person(),
        unreached,
        keeps_members: reader.keeps_plans(),
        threads,
        rooms,
        goals,
        mails,
        requests,
        tasks,
        danger,
        week,
        invoices,
        silent,
        stand_ins,
        hand_overs,
        reports,
        asked,
        declined,
        news: news.into_iter().map(TodayNews::from).collect(),
        more_news,
        overview,
        has_more,
        today,
        now,
    }))
}

/// The days that begin soon or go on, on which the reader stands in for colleagues.
async fn stand_ins(conn: &mut coplan_store::Conn, reader: &Staff, today: Date) -> Result<Vec<StandIn>, InternalError> {
    let found = absence::list_as_stand_in(conn, reader, reader.entered().person(), today).await?;
    let ahead = today.saturating_add(STAND_IN_AHEAD.days());
    Ok(found.into_iter().filter(|days| days.first_day <= ahead).collect())
}

/// When a day begins where the actor lives.
fn start_of(day: Date, actor: &Actor) -> Timestamp {
    let zone = TimeZone::get(actor.entered().time_zone()).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone).map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp())
}
