//! What waits for one of the supplier's people, at all customers.

pub(crate) mod mail;

use axum::{Router, extract::State, response::Response, routing};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page, customer::staff_links},
    links,
    parts::{due, markdown, room_title},
    say,
    shared::{question::chip, undelivered},
    words::{Lasted, Words, days_between},
};
use coplan_pages_talk::{feedback, service_request};
use coplan_pages_together::goal;
use coplan_usecases::{
    Portal,
    feedback::{RoomItem, RoomKind},
    goal::WaitingGoal,
    thread::WaitingForStaff,
    undelivered::UnreachedView,
    waiting::{self, MOST, OverdueView, WaitingView},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

/// Nights after which waiting is long, and too long.
const LONG: i64 = 2;
const TOO_LONG: i64 = 5;

/// How much of what was said is shown, in characters.
const GIST: usize = 160;

/// How many of one project are shown before the rest is folded away.
const FIRST_FEW: usize = 3;

/// The route of what waits.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::waiting::show::PATTERN, routing::get(get))
        .route(links::waiting::mail::PATTERN, routing::get(mail::get))
        .route(links::waiting::post_mail::PATTERN, routing::post(mail::post))
        .route(links::waiting::discard_mail::PATTERN, routing::post(mail::discard))
}

/// Shows what waits for the reader.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let view = waiting::show(&portal, context.actor()?).await?.ok_or(PageError::NotFound)?;
    Ok(layout::ok(&context, || page(&context, &view)))
}

fn page(context: &RequestContext, view: &WaitingView) -> Page {
    let words = &context.words;
    let count =
        view.unreached.len() + view.mails.len() + view.threads.len() + view.promises.len() + view.tasks.len() + view.goals.len();
    let count = count + view.rooms.len() + view.requests.len();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let unreached =
        view.unreached.iter().map(|person| unreached_row(words, person, (view.keeps_members, view.now))).collect::<Vec<_>>();
    let threads = view.threads.iter().map(|thread| thread_row(words, thread, view.now)).collect::<Vec<_>>();
    let mails = view.mails.iter().map(|held| mail::row(words, held, view.now)).collect::<Vec<_>>();
    let goals = view.goals.iter().map(|goal| goal_row(context, goal, view.now)).collect::<Vec<_>>();
    let rooms = view.rooms.iter().map(|item| room_row(context, item, (view.today, view.now))).collect::<Vec<_>>();
    let moment = (view.today, view.now);
    let requests = view.requests.iter().map(|it| service_request::waiting_row(context, it, moment)).collect::<Vec<_>>();
    let sheets = [
        sheet("h-undelivered", say!(words, "undelivered-title"), rows(unreached)),
        sheet("h-emails", say!(words, "held-title"), rows(mails)),
        sheet("h-threads", say!(words, "waits-threads"), rows(threads)),
        sheet("h-requests", say!(words, "nav-requests"), rows(requests)),
        sheet("h-feedback", say!(words, "waits-feedback"), rows(rooms)),
        sheet("h-goals", say!(words, "waits-goals"), rows(goals)),
        sheet("h-promises", say!(words, "waits-promises"), by_project(words, &view.promises, (view.today, view.now))),
        sheet("h-tasks", say!(words, "waits-tasks"), by_project(words, &view.tasks, (view.today, view.now))),
    ];
    let nothing = (count == 0).then(|| {
        view! {
            <section class="sheet" aria-label=say!(words, "nav-waiting")>
                <div class="empty">
                    <p><strong>{say!(words, "waits-none")}</strong>{say!(words, "waits-none-text")}</p>
                    <a class="button" href=links::portfolio::list()>{say!(words, "waits-to-customers")}</a>
                </div>
            </section>
        }
    });
    let title = if view.has_more { say!(words, "waits-title-more", n = count) } else { say!(words, "waits-title", n = count) };
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let cut = view.has_more.then(|| view! { <p class="lead">{say!(words, "waits-cut", n = most)}</p> });
    let main = view! {
        <div class="page-head">
            <p class="kicker">{words.day(view.today, view.today)}</p>
            <h1>{title}</h1>
            {cut}
            <p class="actions"><a class="button" href=links::service_request::all()>{say!(words, "service-request-of-all")}</a></p>
        </div>
        <div class="page-main">{sheets.into_iter().flatten().collect_view()}{nothing}</div>
    };
    Page { links: staff_links(context), ..Page::plain(say!(words, "nav-waiting"), "page narrow", main.into_any()) }
}

pub(crate) fn sheet(id: &'static str, title: String, body: Option<AnyView>) -> Option<AnyView> {
    body.map(|body| view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2>{body}</section> }.into_any())
}

fn rows(rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| view! { <ul class="waiting">{rows}</ul> }.into_any())
}

pub(crate) fn unreached_row(words: &Words, unreached: &UnreachedView, (keeps_members, now): (bool, Timestamp)) -> AnyView {
    let (href, place, instead_of) = match &unreached.member {
        Some(of) if keeps_members => {
            (links::member::show(of.customer, of.membership), of.customer_name.clone(), of.instead_of.as_ref())
        }
        Some(of) => (links::plan::show(of.customer), of.customer_name.clone(), of.instead_of.as_ref()),
        None => (links::staff::edit(unreached.person), say!(words, "nav-staff"), None),
    };
    view! {
        <li>
            <a href=href>{unreached.name.clone()}</a>
            <span class="age too-long">{words.past_day(unreached.at(), now)}</span>
            <span class="quiet">
                {place}", "{unreached.email.clone()}<br/>
                {undelivered::sentences(words, &unreached.mails)}
            </span>
            {instead(words, instead_of)}
        </li>
    }
    .into_any()
}

pub(crate) fn thread_row(words: &Words, waiting: &WaitingForStaff, now: Timestamp) -> AnyView {
    let thread = &waiting.thread;
    let class = match words.days_since(thread.since, now) {
        TOO_LONG.. => "age too-long",
        LONG.. => "age long",
        _ => "age",
    };
    view! {
        <li>
            <a href=links::thread::show(thread.customer, thread.id) lang=words.foreign(thread.language)>{thread.title.clone()}</a>
            <span class=class>{words.age(thread.since, now)}</span>
            <span class="quiet">{about(&waiting.customer_name, &thread.subject.name)}</span>
            {thread.question.map(|state| chip(words, state))}
            {thread.called.then(|| view! { <span class="badge">{say!(words, "message-called-you")}</span> })}
            {instead(words, waiting.instead_of.as_ref())}
        </li>
    }
    .into_any()
}

/// Feedback that waits for an answer, or for what was promised about it; or a task from a meeting.
pub(crate) fn room_row(context: &RequestContext, item: &RoomItem, (today, now): (Date, Timestamp)) -> AnyView {
    let words = &context.words;
    let reader = context.actor.as_ref().map(coplan_usecases::Actor::person);
    let other = item.responsible.as_ref().filter(|(person, _)| Some(*person) != reader).map(|(_, name)| name);
    let (age, kind) = match item.due_on {
        Some(day) if item.kind == RoomKind::MeetingTask && day < today => {
            (late(words, day, today), say!(words, "meeting-task-waits"))
        }
        Some(day) if item.kind == RoomKind::ReportDraft && day < today => {
            (late(words, day, today), say!(words, "report-waits-by", day = words.day(day, today)))
        }
        Some(day) if item.kind == RoomKind::ReportDraft => {
            (age(words, item, now), say!(words, "report-waits-by", day = words.day(day, today)))
        }
        _ if item.kind == RoomKind::MeetingTask => (age(words, item, now), say!(words, "meeting-task-waits")),
        Some(day) if item.kind == RoomKind::Concern && day < today => {
            (late(words, day, today), say!(words, "concern-waits-promised", day = words.day(day, today)))
        }
        Some(day) if item.kind == RoomKind::Concern => {
            (age(words, item, now), say!(words, "concern-waits-promised", day = words.day(day, today)))
        }
        None if item.kind == RoomKind::Concern => (age(words, item, now), say!(words, "concern-waits-answer")),
        None if item.kind == RoomKind::Phase => (age(words, item, now), say!(words, "phase-waits")),
        None if item.kind == RoomKind::File => (age(words, item, now), say!(words, "file-waits-you")),
        None if item.kind == RoomKind::Moment => (age(words, item, now), say!(words, "moment-waits-answer")),
        None if item.kind == RoomKind::Idea => (age(words, item, now), say!(words, "idea-waits-new")),
        None if item.kind == RoomKind::Agreement => (age(words, item, now), say!(words, "agreement-waits")),
        None if item.kind == RoomKind::Acceptance => (age(words, item, now), say!(words, "acceptance-waits-refused")),
        Some(day) if day < today => (late(words, day, today), say!(words, "follow-up-late")),
        Some(day) => (age(words, item, now), say!(words, "feedback-waits-promised", day = words.day(day, today))),
        None => (age(words, item, now), say!(words, "feedback-waits-answer")),
    };
    let title = markdown::excerpt(&room_title::title(words, &context.supplier, item, false), GIST);
    view! {
        <li>
            <a href=feedback::waiting_href(item) lang=words.foreign(item.language)>{title}</a>
            {age}
            <span class="quiet">{item.customer_name.clone()}" · "{kind}</span>
            {instead(words, other)}
        </li>
    }
    .into_any()
}

fn age(words: &Words, item: &RoomItem, now: Timestamp) -> AnyView {
    let class = if words.days_since(item.since, now) >= LONG { "age long" } else { "age" };
    view! { <span class=class>{words.age(item.since, now)}</span> }.into_any()
}

pub(crate) fn goal_row(context: &RequestContext, waiting: &WaitingGoal, now: Timestamp) -> AnyView {
    let words = &context.words;
    let reader = context.actor.as_ref().map(coplan_usecases::Actor::person);
    let other = waiting.responsible.as_ref().filter(|(person, _)| Some(*person) != reader).map(|(_, name)| name);
    view! {
        <li>
            <a href=links::goal::show(waiting.customer, waiting.id) lang=words.foreign(waiting.language)>{waiting.title.clone()}</a>
            <span class="age">{words.age(waiting.since, now)}</span>
            <span class="quiet">{waiting.customer_name.clone()}" · "{goal::what_waits(words, waiting)}</span>
            {instead(words, other)}
        </li>
    }
    .into_any()
}

/// Where it belongs; a thread about the plan as a whole is called like its customer.
pub(crate) fn about(customer: &str, object: &str) -> String {
    if customer == object || object.is_empty() { customer.to_owned() } else { format!("{customer}, {object}") }
}

pub(crate) fn instead(words: &Words, name: Option<&String>) -> Option<AnyView> {
    name.map(|name| view! { <span class="quiet">{say!(words, "waits-instead-of", name = name.clone())}</span> }.into_any())
}

/// What has passed, project by project, the project with the oldest first; none where nothing has.
fn by_project(words: &Words, items: &[OverdueView], (today, now): (Date, Timestamp)) -> Option<AnyView> {
    let groups = grouped(items).into_iter().map(|(first, items)| {
        let rows = |items: &[&OverdueView]| items.iter().map(|item| overdue_row(words, item, (today, now))).collect::<Vec<_>>();
        let (few, rest) = items.split_at(items.len().min(FIRST_FEW));
        let count = (items.len() > 1).then(|| view! { " " <span class="count">{items.len()}</span> });
        let rest = (!rest.is_empty()).then(|| {
            let more = say!(words, "waits-more", n = i64::try_from(rest.len()).unwrap_or(i64::MAX));
            view! { <details class="more tight"><summary>{more}</summary><ul class="waiting">{rows(rest)}</ul></details> }
        });
        view! {
            <li class="waiting-group">
                <h3><a href=links::project::show(first.customer, first.project)>{about(&first.customer_name, &first.project_name)}</a>{count}</h3>
                {instead(words, first.instead_of.as_ref())}
                <ul class="waiting">{rows(few)}</ul>
                {rest}
            </li>
        }
    });
    let groups = groups.collect::<Vec<_>>();
    (!groups.is_empty()).then(|| view! { <ul class="waiting-groups">{groups}</ul> }.into_any())
}

/// Each project with what is late in it, in the order of their first.
fn grouped(items: &[OverdueView]) -> Vec<(&OverdueView, Vec<&OverdueView>)> {
    let mut groups: Vec<(&OverdueView, Vec<&OverdueView>)> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|(first, _)| first.project == item.project) {
            Some((_, others)) => others.push(item),
            None => groups.push((item, vec![item])),
        }
    }
    groups
}

/// By how many days something is late.
pub(crate) fn late(words: &Words, day: Date, today: Date) -> AnyView {
    let days = days_between(day, today);
    let class = if days >= LONG { "age too-long" } else { "age long" };
    let late = match Lasted::of(days) {
        Lasted::Days(days) => say!(words, "waits-late", days = days),
        Lasted::Years(years) => say!(words, "waits-late-years", years = years),
    };
    view! { <span class=class>{late}</span> }.into_any()
}

fn overdue_row(words: &Words, item: &OverdueView, (today, now): (Date, Timestamp)) -> AnyView {
    let mine = item.mine.then(|| view! { <strong>{say!(words, "task-mine-short")}</strong>" · " });
    let since = item.since.map(|(state, since)| format!(" · {}", due::since(words, state, since, now)));
    view! {
        <li>
            <a href=links::project::show(item.customer, item.project)>{item.name.clone()}</a>
            {late(words, item.day, today)}
            <span class="quiet">{mine}{due::due(words, item.day, today)}{since}</span>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn late(project: &str, name: &str, day: Date) -> OverdueView {
        OverdueView {
            customer: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            customer_name: "Lakeside Mills".to_owned(),
            project: project.parse().unwrap(),
            project_name: "New network".to_owned(),
            name: name.to_owned(),
            day,
            since: None,
            mine: false,
            instead_of: None,
        }
    }

    #[test]
    fn what_is_late_stands_under_its_project_and_the_oldest_project_first() {
        let (one, two) = ("01ARZ3NDEKTSV4RRFFQ69G5FA1", "01ARZ3NDEKTSV4RRFFQ69G5FA2");
        let items = [late(two, "a", date(2026, 1, 1)), late(one, "b", date(2026, 2, 1)), late(two, "c", date(2026, 3, 1))];
        let groups = grouped(&items);
        let names = |at: usize| groups[at].1.iter().map(|item| item.name.as_str()).collect::<Vec<_>>();
        assert_eq!(groups.len(), 2);
        assert_eq!((names(0), names(1)), (vec!["a", "c"], vec!["b"]));
    }

    #[test]
    fn of_many_in_one_project_the_first_few_are_shown_and_none_is_left_out() {
        let project = "01ARZ3NDEKTSV4RRFFQ69G5FA1";
        let items: Vec<_> = (1..=28).map(|day| late(project, &format!("promise-{day}."), date(2026, 2, day))).collect();
        let words = Words::new(coplan_domain::person::Language::En, "Europe/Helsinki");
        let html = by_project(&words, &items, (date(2026, 11, 22), Timestamp::UNIX_EPOCH)).unwrap().to_html();
        let (shown, folded) = html.split_once("<details").unwrap();
        assert_eq!(shown.matches("promise-").count(), FIRST_FEW);
        assert_eq!(folded.matches("promise-").count(), items.len() - FIRST_FEW);
        assert!(folded.contains("25 more"), "{folded}");
    }
}
