//! `/staff`: the supplier's people, kept by their admins.

mod add;
mod edit;
mod end;
mod hand_over;
mod proof;
mod reset;

use axum::{Router, extract::State, response::Response, routing};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        flash::Flash,
    },
    layout::{self, Page, customer::languages},
    links, say,
    shared::own_form::own_page,
    words::Words,
};
use coplan_domain::person::{StaffRole, initials};
use coplan_usecases::{
    Portal,
    staff::{StaffEntry, list_for_admin},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// The routes of the supplier's people.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::staff::list::PATTERN, routing::get(get))
        .route(links::staff::add::PATTERN, routing::get(add::get).post(add::post))
        .route(links::staff::edit::PATTERN, routing::get(edit::get).post(edit::post))
        .route(links::staff::reset_password::PATTERN, routing::get(reset::get).post(reset::post))
        .route(links::staff::end::PATTERN, routing::get(end::get).post(end::post))
        .route(links::staff::hand_over::PATTERN, routing::post(hand_over::post))
}

/// What was just done.
fn told(words: &Words, flash: Flash) -> Option<String> {
    Some(match flash {
        Flash::Changed => say!(words, "staff-done-changed"),
        Flash::Ended => say!(words, "staff-done-ended"),
        Flash::PasswordMailed => say!(words, "staff-done-mailed"),
        _ => return None,
    })
}

/// Lists them.
///
/// # Errors
/// [`PageError`] where no admin is in.
async fn get(State(portal): State<Portal>, context: RequestContext, done: Option<Flash>) -> Result<Response, PageError> {
    let entries = list_for_admin(&portal, context.actor()?).await?.ok_or(PageError::NotFound)?;
    let said = done.and_then(|flash| told(&context.words, flash));
    Ok(layout::ok(&context, || page(&context, &entries, portal.clock.now(), said)))
}

/// What a role may do, in a word.
fn role_word(words: &Words, role: StaffRole) -> String {
    match role {
        StaffRole::Admin => say!(words, "role-admin"),
        StaffRole::Manager => say!(words, "role-manager"),
        StaffRole::Specialist => say!(words, "role-specialist"),
        StaffRole::Director => say!(words, "role-director"),
    }
}

fn page(context: &RequestContext, entries: &[StaffEntry], now: Timestamp, said: Option<String>) -> Page {
    let words = &context.words;
    let title = say!(words, "nav-staff");
    let rows = entries.iter().map(|entry| row(words, entry, now)).collect_view();
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "staff-lead")}</p>
            {said.map(|said| view! { <div class="notice good" role="status"><p>{said}</p></div> })}
            <p class="actions">
                <a class="button main" href=links::staff::add()>{say!(words, "staff-add")}</a>
                <a class="button" href=links::security::list()>{say!(words, "security-open")}</a>
            </p>
        </div>
        <section class="sheet" aria-label=title.clone()><ul class="rows">{rows}</ul></section>
    };
    own_page(context, title, "page narrow", main.into_any())
}

fn row(words: &Words, entry: &StaffEntry, now: Timestamp) -> AnyView {
    let person = &entry.staff.person;
    let seen = entry
        .last_seen_at
        .map_or_else(|| say!(words, "staff-never-seen"), |at| say!(words, "staff-seen", when = words.moment(at, now)));
    let speaks = languages(words, &entry.staff.speaks);
    let speaks = (!speaks.is_empty()).then(|| format!(" · {speaks}"));
    let no_sums = (!entry.sums).then(|| say!(words, "staff-no-sums"));
    let only = (!entry.reach.is_empty()).then(|| say!(words, "staff-only", reach = entry.reach.join(", ")));
    let less = [no_sums, only].into_iter().flatten().map(|said| view! { <span class="quiet">{said}</span> }).collect_view();
    let factor = if entry.second_factor {
        ("status good", say!(words, "staff-factor-on"))
    } else {
        ("status warn", say!(words, "staff-factor-off"))
    };
    view! {
        <li class="row">
            <span class="face" aria-hidden="true">{initials(&person.name)}</span>
            <div class="row-main">
                <strong>{person.name.clone()}</strong>" "<span class="tag on">{role_word(words, entry.staff.role)}</span>
                <span class="quiet">{entry.staff.title.clone()}{speaks}</span>
                {less}
                <span class="quiet">{seen}</span>
                <span class="quiet"><span class=factor.0>{factor.1}</span></span>
            </div>
            <a class="button" href=links::staff::edit(person.id)>{say!(words, "edit")}<span class="unseen">": "{person.name.clone()}</span></a>
        </li>
    }
    .into_any()
}

fn crumbs(words: &Words) -> AnyView {
    view! { <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::staff::list()>{say!(words, "nav-staff")}</a></nav> }
        .into_any()
}
