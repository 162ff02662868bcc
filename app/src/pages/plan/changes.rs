//! `/c/{customer}/changes`: all that ever changed and that the reader may know of, page by page.

use super::news;
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout,
    layout::customer::CustomerLayout,
    links::{self, plan::ChangesQuery},
    parts::pager::Pager,
    say,
    words::Words,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_domain::{event::ObjectKind, id::CustomerId};
use coplan_usecases::{
    Portal, Turn,
    plan::{self, Changes, EventFilter},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Tells what changed.
///
/// # Errors
/// [`PageError`] where the plan is not the reader's.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<ChangesQuery>,
) -> Result<Response, PageError> {
    let changes = plan::changes(&portal, context.actor()?, customer, query.filter(), &query.turn()).await?;
    let frame = CustomerLayout::new(&context, &changes.layout, portal.today(context.actor()?));
    let now = portal.clock.now();
    Ok(layout::ok(&context, || {
        let main = main(&context, &frame, (customer, query.filter()), &changes, now);
        frame.page(say!(context.words, "changes-title"), "page", main)
    }))
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    (customer, filter): (CustomerId, EventFilter),
    changes: &Changes,
    now: Timestamp,
) -> AnyView {
    let words = &context.words;
    let body = if changes.items.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "changes-none")}</strong></p></div> }.into_any()
    } else {
        news::history(context, customer, &changes.items, now)
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
            </nav>
            <h1>{say!(words, "changes-title")}</h1>
            <p class="lead">{say!(words, "changes-lead")}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "changes-title")>{finder(words, customer, filter, changes)}{body}</section>
            {pager(words, (customer, filter), changes)}
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

/// Asks for what changed of one kind, or in one project.
fn finder(words: &Words, customer: CustomerId, filter: EventFilter, changes: &Changes) -> AnyView {
    let option = |value: String, said: String, chosen: bool| view! { <option value=value selected=chosen>{said}</option> };
    let kinds =
        ObjectKind::ALL.iter().map(|kind| option(kind.as_str().to_owned(), about(words, *kind), filter.about == Some(*kind)));
    let kinds = std::iter::once(option(String::new(), say!(words, "changes-of-everything"), filter.about.is_none())).chain(kinds);
    let projects = changes.projects.iter().map(|(id, name)| option(id.to_string(), name.clone(), filter.project == Some(*id)));
    let projects =
        std::iter::once(option(String::new(), say!(words, "changes-in-everything"), filter.project.is_none())).chain(projects);
    view! {
        <form class="finder" method="get" action=links::plan::changes(customer) role="search">
            <label class="field"><span>{say!(words, "changes-of")}</span><select name="about">{kinds.collect_view()}</select></label>
            <label class="field"><span>{say!(words, "changes-in")}</span><select name="project">{projects.collect_view()}</select></label>
            <button class="button">{say!(words, "changes-show")}</button>
        </form>
    }
    .into_any()
}

/// What changes are about, as a choice.
fn about(words: &Words, kind: ObjectKind) -> String {
    match kind {
        ObjectKind::Customer => say!(words, "changes-of-customer"),
        ObjectKind::Person => say!(words, "changes-of-person"),
        ObjectKind::Project => say!(words, "changes-of-project"),
        ObjectKind::Milestone => say!(words, "changes-of-milestone"),
        ObjectKind::Task => say!(words, "changes-of-task"),
        ObjectKind::Invoice => say!(words, "changes-of-invoice"),
        ObjectKind::Thread => say!(words, "changes-of-thread"),
        ObjectKind::Meeting => say!(words, "changes-of-meeting"),
        ObjectKind::Goal => say!(words, "changes-of-goal"),
    }
}

fn pager(words: &Words, (customer, filter): (CustomerId, EventFilter), changes: &Changes) -> Option<AnyView> {
    let (newer, older) = (say!(words, "changes-newer"), say!(words, "changes-older"));
    let before = changes.before.map(|key| links::plan::changes_page(customer, filter, &Turn::Before(key)));
    let after = changes.after.map(|key| links::plan::changes_page(customer, filter, &Turn::After(key)));
    Pager { before, after, newer, older }.draw(words)
}
