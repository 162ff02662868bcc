//! What waits for one of the supplier's people, at all customers.

use crate::{failure::Failure, pages::frame::staff_links, say, shell, shell::Page, visitor::Visitor, words::Words};
use axum::{extract::State, response::Response};
use coplan_usecases::{
    Portal,
    waiting::{self, OverdueView, WaitingForStaff},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows what waits for the reader.
///
/// # Errors
/// [`Failure::NotFound`] for members.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let view = waiting::show(&portal, visitor.actor()?).await?.ok_or(Failure::NotFound)?;
    Ok(shell::ok(&visitor, || page(&visitor, &view)))
}

fn page(visitor: &Visitor, view: &WaitingForStaff) -> Page {
    let words = &visitor.words;
    let count = i64::try_from(view.promises.len() + view.tasks.len()).unwrap_or(i64::MAX);
    let promises = sheet(words, "h-promises", words.say("waiting-promises"), &view.promises, view.today);
    let tasks = sheet(words, "h-tasks", words.say("waiting-tasks"), &view.tasks, view.today);
    let nothing = (count == 0).then(|| {
        view! {
            <section class="sheet" aria-label=words.say("nav-waiting")>
                <div class="empty">
                    <p><strong>{words.say("waiting-none")}</strong>{words.say("waiting-none-text")}</p>
                    <a class="button" href="/customers">{words.say("waiting-to-customers")}</a>
                </div>
            </section>
        }
    });
    let main = view! {
        <div class="page-head">
            <p class="kicker">{words.day(view.today, view.today)}</p>
            <h1>{say!(words, "waiting-title", n = count)}</h1>
        </div>
        <div class="page-main">{promises}{tasks}{nothing}</div>
    };
    Page { links: staff_links(visitor), ..Page::plain(words.say("nav-waiting"), "page narrow", main.into_any()) }
}

fn sheet(words: &Words, id: &'static str, title: String, items: &[OverdueView], today: Date) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        let rows = items.iter().map(|item| row(words, item, today)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }.into_any()
    })
}

fn row(words: &Words, item: &OverdueView, today: Date) -> AnyView {
    let days = i64::from(item.day.until(today).map_or(0, |span| span.get_days()));
    let class = if days > 1 { "age too-long" } else { "age long" };
    let where_ = format!("{}, {}", item.customer_name, item.project_name);
    let instead = item.instead_of.as_ref().map(|name| view! { <br/>{say!(words, "waiting-instead-of", name = name.clone())} });
    view! {
        <li>
            <a href=format!("/c/{}/projects/{}", item.customer, item.project)>{item.name.clone()}</a>
            <span class=class>{say!(words, "waiting-late", days = days)}</span>
            <span class="quiet">{where_}", "{words.day(item.day, today)}{instead}</span>
        </li>
    }
    .into_any()
}
