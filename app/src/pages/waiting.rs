//! What waits for one of the supplier's people, at all customers.

use crate::{
    failure::Failure,
    pages::{frame::staff_links, undelivered},
    say, shell,
    shell::Page,
    visitor::Visitor,
    words::Words,
};
use axum::{extract::State, response::Response};
use coplan_usecases::{
    Portal,
    discussion::WaitingForStaff,
    undelivered::UnreachedView,
    waiting::{self, OverdueView, WaitingView},
};
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

/// Nights after which waiting is long, and too long.
const LONG: i64 = 2;
const TOO_LONG: i64 = 5;

/// Shows what waits for the reader.
///
/// # Errors
/// [`Failure::NotFound`] for members.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let view = waiting::show(&portal, visitor.actor()?).await?.ok_or(Failure::NotFound)?;
    Ok(shell::ok(&visitor, || page(&visitor, &view)))
}

fn page(visitor: &Visitor, view: &WaitingView) -> Page {
    let words = &visitor.words;
    let count = view.unreached.len() + view.threads.len() + view.promises.len() + view.tasks.len();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let unreached = view.unreached.iter().map(|person| unreached_row(words, person, view)).collect();
    let threads = view.threads.iter().map(|thread| thread_row(words, thread, view.now)).collect();
    let overdue = |items: &[OverdueView]| items.iter().map(|item| overdue_row(words, item, view.today)).collect();
    let sheets = [
        sheet("h-undelivered", words.say("undelivered-title"), unreached),
        sheet("h-threads", words.say("waits-threads"), threads),
        sheet("h-promises", words.say("waits-promises"), overdue(&view.promises)),
        sheet("h-tasks", words.say("waits-tasks"), overdue(&view.tasks)),
    ];
    let nothing = (count == 0).then(|| {
        view! {
            <section class="sheet" aria-label=words.say("nav-waiting")>
                <div class="empty">
                    <p><strong>{words.say("waits-none")}</strong>{words.say("waits-none-text")}</p>
                    <a class="button" href="/customers">{words.say("waits-to-customers")}</a>
                </div>
            </section>
        }
    });
    let main = view! {
        <div class="page-head">
            <p class="kicker">{words.day(view.today, view.today)}</p>
            <h1>{say!(words, "waits-title", n = count)}</h1>
        </div>
        <div class="page-main">{sheets.into_iter().flatten().collect_view()}{nothing}</div>
    };
    Page { links: staff_links(visitor), ..Page::plain(words.say("nav-waiting"), "page narrow", main.into_any()) }
}

fn sheet(id: &'static str, title: String, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }
            .into_any()
    })
}

fn unreached_row(words: &Words, unreached: &UnreachedView, view: &WaitingView) -> AnyView {
    let (href, place, instead_of) = match &unreached.member {
        Some(of) if view.keeps_members => {
            (format!("/c/{}/members/{}", of.customer, of.membership), of.customer_name.clone(), of.instead_of.as_ref())
        }
        Some(of) => (format!("/c/{}", of.customer), of.customer_name.clone(), of.instead_of.as_ref()),
        None => (format!("/staff/{}", unreached.person), words.say("nav-staff"), None),
    };
    view! {
        <li>
            <a href=href>{unreached.name.clone()}</a>
            <span class="age too-long">{words.past_day(unreached.at(), view.now)}</span>
            <span class="quiet">
                {place}", "{unreached.email.clone()}<br/>
                {undelivered::sentences(words, &unreached.mails)}{instead(words, instead_of)}
            </span>
        </li>
    }
    .into_any()
}

fn thread_row(words: &Words, waiting: &WaitingForStaff, now: Timestamp) -> AnyView {
    let thread = &waiting.thread;
    let class = match words.days_since(thread.since, now) {
        TOO_LONG.. => "age too-long",
        LONG.. => "age long",
        _ => "age",
    };
    view! {
        <li>
            <a href=format!("/c/{}/threads/{}", thread.customer, thread.id)>{thread.title.clone()}</a>
            <span class=class>{words.age(thread.since, now)}</span>
            <span class="quiet">{about(&waiting.customer_name, &thread.subject.name)}{instead(words, waiting.instead_of.as_ref())}</span>
        </li>
    }
    .into_any()
}

/// Where it belongs; a thread about the plan as a whole is called like its customer.
fn about(customer: &str, object: &str) -> String {
    if customer == object || object.is_empty() { customer.to_owned() } else { format!("{customer}, {object}") }
}

fn instead(words: &Words, name: Option<&String>) -> Option<AnyView> {
    name.map(|name| view! { <br/>{say!(words, "waits-instead-of", name = name.clone())} }.into_any())
}

fn overdue_row(words: &Words, item: &OverdueView, today: Date) -> AnyView {
    let days = i64::from(item.day.until(today).map_or(0, |span| span.get_days()));
    let class = if days >= LONG { "age too-long" } else { "age long" };
    view! {
        <li>
            <a href=format!("/c/{}/projects/{}", item.customer, item.project)>{item.name.clone()}</a>
            <span class=class>{say!(words, "waits-late", days = days)}</span>
            <span class="quiet">{about(&item.customer_name, &item.project_name)}", "{words.day(item.day, today)}{instead(words, item.instead_of.as_ref())}</span>
        </li>
    }
    .into_any()
}
