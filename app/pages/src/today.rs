//! The day of one of the supplier's people: each line leads to where it is dealt with, and what takes one press is here.

mod overview;
mod rows;
mod undo;

use crate::waiting::{goal_row, mail, room_row, sheet, thread_row, unreached_row};
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page, customer::staff_links},
    links::{self, today::DoneQuery},
    parts::mark,
    say,
    words::Words,
};
use coplan_pages_people::hand_over;
use coplan_pages_talk::service_request;
use coplan_usecases::{
    Portal,
    today::{self, TodayView},
};
use leptos::prelude::*;

/// How many of a kind are shown before the rest is folded away.
const FIRST_FEW: usize = 8;

/// The route of the day.
pub fn routes() -> Router<App> {
    Router::new().route(links::today::show::PATTERN, routing::get(get))
}

/// Shows the reader's day.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(done): Query<DoneQuery>,
) -> Result<Response, PageError> {
    let view = today::show(&portal, context.actor()?).await?.ok_or(PageError::NotFound)?;
    let done = undo::find(&portal, context.actor()?, &done).await?;
    Ok(layout::ok(&context, || page(&context, &view, done.map(|done| undo::notice(&context.words, done)))))
}

fn page(context: &RequestContext, view: &TodayView, notice: Option<AnyView>) -> Page {
    let words = &context.words;
    let main = view! {
        <div class="page-head">
            {notice}
            <p class="kicker">{words.day(view.today, view.today)}</p>
            <h1>{say!(words, "today-title")}</h1>
            {in_short(words, view)}
        </div>
        <div class="page-main">{to_do(context, view)}{nothing(words, view)}</div>
        <div class="page-side">{to_know(context, view)}</div>
    };
    Page { links: staff_links(context), ..Page::plain(say!(words, "today-title"), "page", main.into_any()) }
}

/// How much there is of each kind, leading there.
fn in_short(words: &Words, view: &TodayView) -> Option<AnyView> {
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let parts = [
        (view.declined.len(), "#h-declined", say!(words, "today-n-declined", n = n(view.declined.len()))),
        (view.asked.len(), "#h-asked", say!(words, "today-n-asked", n = n(view.asked.len()))),
        (view.unreached.len(), "#h-undelivered", say!(words, "today-n-unreached", n = n(view.unreached.len()))),
        (view.threads.len(), "#h-threads", say!(words, "today-n-threads", n = n(view.threads.len()))),
        (view.requests.len(), "#h-requests", say!(words, "today-n-requests", n = n(view.requests.len()))),
        (view.rooms.len(), "#h-feedback", say!(words, "today-n-rooms", n = n(view.rooms.len()))),
        (view.goals.len(), "#h-goals", say!(words, "today-n-goals", n = n(view.goals.len()))),
        (view.mails.len(), "#h-emails", say!(words, "today-n-emails", n = n(view.mails.len()))),
        (view.danger.len(), "#h-danger", say!(words, "today-n-danger", n = n(view.danger.len()))),
        (view.tasks.len(), "#h-tasks", say!(words, "today-n-tasks", n = n(view.tasks.len()))),
        (view.reports.len(), "#h-reports", say!(words, "today-n-reports", n = n(view.reports.len()))),
        (view.week.len(), "#h-week", say!(words, "today-n-week", n = n(view.week.len()))),
        (view.invoices.len(), "#h-invoices", say!(words, "today-n-invoices", n = n(view.invoices.len()))),
    ];
    let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let parts = parts.map(|(_, href, said)| view! { <a href=href>{said}</a> }.into_any()).collect::<Vec<_>>();
    let between = |(place, part)| {
        let dot = (place > 0).then_some(" · ");
        view! { {dot}{part} }
    };
    (!parts.is_empty())
        .then(|| view! { <p class="lead">{parts.into_iter().enumerate().map(between).collect_view()}</p> }.into_any())
}

/// What wants something of the reader, the most pressing kind first.
fn to_do(context: &RequestContext, view: &TodayView) -> AnyView {
    let words = &context.words;
    let unreached = view.unreached.iter().map(|person| unreached_row(words, person, (view.keeps_members, view.now)));
    let threads = view.threads.iter().map(|thread| thread_row(words, thread, view.now));
    let rooms = view.rooms.iter().map(|item| room_row(context, item, (view.today, view.now)));
    let goals = view.goals.iter().map(|goal| goal_row(context, goal, view.now));
    let mails = view.mails.iter().map(|held| mail::row(words, held, view.now));
    let requests = view.requests.iter().map(|it| service_request::waiting_row(context, it, (view.today, view.now)));
    let danger = view.danger.iter().map(|promise| rows::promise(words, view, promise));
    let tasks = view.tasks.iter().map(|task| rows::task(words, view, task));
    let week = view.week.iter().map(|promise| rows::promise(words, view, promise));
    let invoices = view.invoices.iter().map(|invoice| rows::invoice(words, view, invoice));
    let asked = view.asked.iter().map(|days| rows::asked(words, view, days));
    let declined = view.declined.iter().map(|days| rows::declined(words, view, days));
    let reports = view.reports.iter().map(|report| rows::old_report(words, view, report));
    let sheets = [
        sheet("h-declined", say!(words, "today-declined"), folded(words, declined.collect())),
        sheet("h-asked", say!(words, "today-asked-stand-in"), folded(words, asked.collect())),
        sheet("h-undelivered", say!(words, "undelivered-title"), folded(words, unreached.collect())),
        sheet("h-threads", say!(words, "waits-threads"), folded(words, threads.collect())),
        sheet("h-requests", say!(words, "nav-requests"), folded(words, requests.collect())),
        sheet("h-emails", say!(words, "held-title"), folded(words, mails.collect())),
        sheet("h-feedback", say!(words, "waits-feedback"), folded(words, rooms.collect())),
        sheet("h-goals", say!(words, "waits-goals"), folded(words, goals.collect())),
        sheet("h-danger", say!(words, "today-danger"), folded(words, danger.collect())),
        sheet("h-tasks", say!(words, "today-tasks"), folded(words, tasks.collect())),
        sheet("h-reports", say!(words, "today-reports"), folded(words, reports.collect())),
        sheet("h-week", say!(words, "today-week"), folded(words, week.collect())),
        sheet("h-invoices", say!(words, "today-invoices"), folded(words, invoices.collect())),
    ];
    let more = view.has_more.then(|| {
        view! { <p class="quiet">{say!(words, "today-more")}" "<a href=links::waiting::show()>{say!(words, "today-all")}</a></p> }
    });
    view! { {sheets.into_iter().flatten().collect_view()}{more} }.into_any()
}

/// What is good to know, beside it.
fn to_know(context: &RequestContext, view: &TodayView) -> AnyView {
    let words = &context.words;
    let stand_ins = view.stand_ins.iter().map(|days| rows::stand_in(words, view, days));
    let silent = view.silent.iter().map(|customer| rows::silent(words, view, customer));
    let hand_overs = view.hand_overs.iter().map(|one| {
        let is_heir = one.hand_over.heir.0 == view.reader;
        hand_over::today_row(words, one, is_heir, view.today)
    });
    let sheets = [
        sheet("h-hand-overs", say!(words, "today-hand-overs"), folded(words, hand_overs.collect())),
        sheet("h-stand-ins", say!(words, "today-stand-ins"), folded(words, stand_ins.collect())),
        sheet("h-news", say!(words, "today-news"), rows::news(context, view)),
        sheet("h-silent", say!(words, "today-silent"), folded(words, silent.collect())),
    ];
    let overview = view.overview.as_ref().map(|overview| overview::sheets(words, view, overview));
    view! { {overview}{sheets.into_iter().flatten().collect_view()} }.into_any()
}

fn nothing(words: &Words, view: &TodayView) -> Option<AnyView> {
    (view.count() == 0).then(|| {
        let text = if view.is_empty() { say!(words, "today-none-at-all") } else { say!(words, "today-none-text") };
        view! {
            <section class="sheet" aria-label=say!(words, "today-title")>
                <div class="empty caught-up">
                    {mark::done()}
                    <p><strong>{say!(words, "today-none")}</strong>{text}</p>
                    <a class="button" href=links::portfolio::list()>{say!(words, "waits-to-customers")}</a>
                </div>
            </section>
        }
        .into_any()
    })
}

/// The first few, and the others folded away; none where there is none.
fn folded(words: &Words, mut rows: Vec<AnyView>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rest = rows.split_off(rows.len().min(FIRST_FEW));
    let rest = (!rest.is_empty()).then(|| {
        let more = say!(words, "waits-more", n = i64::try_from(rest.len()).unwrap_or(i64::MAX));
        view! { <details class="more tight"><summary>{more}</summary><ul class="waiting">{rest}</ul></details> }
    });
    Some(view! { <ul class="waiting">{rows}</ul>{rest} }.into_any())
}
