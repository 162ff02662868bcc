//! Taking over: what the customer tests, and what it decided of each version.

mod launch;
mod propose;
mod show;
mod uses;

use axum::{
    Router,
    routing::{get, post},
};
use coplan_app::{http::context::App, links, say, words::Words};
use coplan_domain::{
    acceptance::{Acceptance, AcceptanceVersion, Verdict},
    id::{CustomerId, ProjectId},
    person::Side,
};
use leptos::prelude::*;

/// The routes of taking over.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::acceptance::propose::PATTERN, get(propose::get).post(propose::post))
        .route(links::acceptance::show::PATTERN, get(show::get))
        .route(links::acceptance::decide::PATTERN, post(show::post))
        .route(links::acceptance::plan_launch::PATTERN, get(launch::get).post(launch::post))
        .route(links::acceptance::say_ready::PATTERN, post(launch::post_ready))
        .route(links::acceptance::say_launched::PATTERN, post(launch::post_launched))
        .route(links::acceptance::next::PATTERN, get(propose::get_next).post(propose::post_next))
}

/// How far a version is.
fn state(words: &Words, version: &AcceptanceVersion, side: Side) -> AnyView {
    let (class, said) = match version.decided.as_ref().map(|decided| decided.verdict) {
        None if side == Side::Supplier => ("status to-come", say!(words, "acceptance-open-theirs")),
        None => ("status to-come", say!(words, "acceptance-open")),
        Some(Verdict::Approved) => ("status done", say!(words, "acceptance-approved")),
        Some(Verdict::Refused) => ("status late", say!(words, "acceptance-refused")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

/// The checklists of a project, on its page; nothing where there is none and the reader makes none.
#[must_use]
pub fn section(
    words: &Words,
    (customer, project): (CustomerId, ProjectId),
    found: &[Acceptance],
    (side, may_edit): (Side, bool),
) -> Option<AnyView> {
    let add = may_edit.then(|| {
        view! { <a class="edit" href=links::acceptance::propose(customer, project)>{say!(words, "acceptance-propose")}</a> }
    });
    let rows = found.iter().filter_map(|it| it.now().map(|now| (it, now))).map(|(it, now)| {
        let milestone = it.milestone.as_ref().map(|(_, name)| name.clone());
        let said = [milestone, Some(say!(words, "acceptance-version", n = now.version))];
        view! {
            <li>
                <a href=links::acceptance::show(customer, it.id) lang=words.foreign(now.language)>{it.title.clone()}</a>
                {state(words, now, side)}
                <span class="quiet">{said.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
            </li>
        }
    });
    let list = (!found.is_empty()).then(|| view! { <ul class="waiting">{rows.collect_view()}</ul> });
    (may_edit || !found.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-acceptance">
                <div class="sheet-head"><h2 id="h-acceptance">{say!(words, "acceptance-title")}</h2>{add}</div>
                {list}
            </section>
        }
        .into_any()
    })
}
