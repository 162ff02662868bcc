//! `/c/{customer}/changes`: all that ever changed and that the reader may know of, page by page.

use super::news;
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    forms::Field,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, plan::ChangesQuery},
    parts::pager::Pager,
    say,
    words::Words,
};
use coplan_domain::{event::ObjectKind, id::CustomerId, person::Scope};
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
    let access = changes.layout.has_room(Scope::People).then(|| {
        view! { <p><a href=links::preview::access_log(customer)>{say!(words, "access-open")}</a></p> }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
            </nav>
            <h1>{say!(words, "changes-title")}</h1>
            <p class="lead">{say!(words, "changes-lead")}</p>
            {access}
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
    let kinds = ObjectKind::ALL.iter().copied().filter(|kind| opens(*kind).is_none_or(|scope| changes.layout.has_room(scope)));
    let kinds = kinds.map(|kind| (kind.to_string(), about(words, kind)));
    let kinds = std::iter::once((String::new(), say!(words, "changes-of-everything"))).chain(kinds).collect();
    let projects = changes.projects.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let projects = std::iter::once((String::new(), say!(words, "changes-in-everything"))).chain(projects).collect();
    let field = |name, label, value: Option<String>| Field { name, label, value: value.unwrap_or_default(), ..Field::default() };
    let of = field("about", say!(words, "changes-of"), filter.about.map(|about| about.to_string()));
    let within = field("project", say!(words, "changes-in"), filter.project.map(|project| project.to_string()));
    view! {
        <form class="finder" method="get" action=links::plan::changes(customer) role="search">
            {of.select(kinds)}
            {within.select(projects)}
            <button class="button">{say!(words, "changes-show")}</button>
        </form>
    }
    .into_any()
}

/// What a reader has to be let into to know of changes of this kind; none where the plan tells of them.
fn opens(kind: ObjectKind) -> Option<Scope> {
    match kind {
        ObjectKind::Person => Some(Scope::People),
        ObjectKind::Invoice => Some(Scope::Money),
        ObjectKind::Thread => Some(Scope::Discussion),
        ObjectKind::Meeting => Some(Scope::Meetings),
        ObjectKind::Goal => Some(Scope::Goals),
        ObjectKind::Customer
        | ObjectKind::Feedback
        | ObjectKind::Idea
        | ObjectKind::Assessment
        | ObjectKind::Knowledge
        | ObjectKind::Process
        | ObjectKind::Journey
        | ObjectKind::YearPlan
        | ObjectKind::ServiceRequest
        | ObjectKind::Project
        | ObjectKind::Milestone
        | ObjectKind::Report
        | ObjectKind::Agreement
        | ObjectKind::Task => None,
    }
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
        ObjectKind::Feedback => say!(words, "changes-of-feedback"),
        ObjectKind::Agreement => say!(words, "changes-of-agreement"),
        ObjectKind::Report => say!(words, "changes-of-report"),
        ObjectKind::Knowledge => say!(words, "changes-of-knowledge"),
        ObjectKind::Process => say!(words, "changes-of-process"),
        ObjectKind::Journey => say!(words, "journey-title"),
        ObjectKind::YearPlan => say!(words, "need-title"),
        ObjectKind::Goal => say!(words, "changes-of-goal"),
        ObjectKind::ServiceRequest => say!(words, "nav-requests"),
        ObjectKind::Idea => say!(words, "changes-of-idea"),
        ObjectKind::Assessment => say!(words, "changes-of-assessment"),
    }
}

fn pager(words: &Words, (customer, filter): (CustomerId, EventFilter), changes: &Changes) -> Option<AnyView> {
    let (newer, older) = (say!(words, "changes-newer"), say!(words, "changes-older"));
    let before = changes.before.map(|key| links::plan::changes_page(customer, filter, &Turn::Before(key)));
    let after = changes.after.map(|key| links::plan::changes_page(customer, filter, &Turn::After(key)));
    Pager { before, after, newer, older }.draw(words)
}
