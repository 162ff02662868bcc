//! Finding things by the words in them, under one customer or, for the supplier's people, under all; what was found alone
//! for those who find while typing.

use axum::{
    Router,
    extract::{Query, State},
    http::header,
    response::{Html, IntoResponse, Response},
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    islands::LiveFinder,
    layout::{
        self, Page,
        customer::{CustomerLayout, staff_links},
    },
    links::{self, search::SearchQuery},
    parts::{markdown, marked},
    say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, GoalId, InvoiceId, MeetingId, MembershipId, MilestoneId, ProjectId, TaskId, ThreadId},
    search::SearchKind,
};
use coplan_usecases::{
    Portal,
    search::{self, Group, Hit, SearchView},
};
use leptos::prelude::*;

/// How much of a text is shown, in characters.
const EXCERPT: usize = 200;
/// How much of a text is looked through for where the words are.
const LOOKED_THROUGH: usize = 20_000;

/// The routes of finding.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::search::all::PATTERN, routing::get(all))
        .route(links::search::all_found::PATTERN, routing::get(all_found))
        .route(links::search::customer::PATTERN, routing::get(customer))
        .route(links::search::found::PATTERN, routing::get(found))
}

async fn all(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<SearchQuery>,
) -> Result<Response, PageError> {
    let view = search::find(&portal, context.actor()?, None, &asked.words()).await?;
    Ok(layout::ok(&context, || {
        let (title, main) = page(&context, &asked, &view, links::search::all(), links::search::all_found());
        Page { links: staff_links(&context), ..Page::plain(title, "page narrow", main) }
    }))
}

async fn all_found(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<SearchQuery>,
) -> Result<Response, PageError> {
    let view = search::find(&portal, context.actor()?, None, &asked.words()).await?;
    if view.words.is_empty() {
        return Ok(send_part(layout::draw(&context.nonce, || places(&context))));
    }
    Ok(fragment(&context, &view))
}

/// Where one can go before anything is typed.
fn places(context: &RequestContext) -> impl IntoView + use<> {
    let places = staff_links(context).into_iter().map(|link| view! { <li class="row"><a href=link.href>{link.words}</a></li> });
    view! { <p class="quiet">{say!(context.words, "search-hint")}</p><ul class="rows">{places.collect_view()}</ul> }
}

async fn customer(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<SearchQuery>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = search::find(&portal, actor, Some(customer), &asked.words()).await?;
    let around = view.layout.as_ref().ok_or(PageError::NotFound)?;
    let frame = CustomerLayout::new(&context, around, portal.today(actor));
    Ok(layout::ok(&context, || {
        let (action, fragment) = (links::search::customer(customer), links::search::found(customer));
        let (title, main) = page(&context, &asked, &view, action, fragment);
        frame.page(title, "page narrow", main)
    }))
}

async fn found(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<SearchQuery>,
) -> Result<Response, PageError> {
    let view = search::find(&portal, context.actor()?, Some(customer), &asked.words()).await?;
    Ok(fragment(&context, &view))
}

fn fragment(context: &RequestContext, view: &SearchView) -> Response {
    send_part(layout::draw(&context.nonce, || results(context, view)))
}

fn send_part(html: String) -> Response {
    // Nothing in it may run, should it be opened as a page.
    let headers = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'"), (header::CACHE_CONTROL, "no-store")];
    (headers, Html(html)).into_response()
}

fn page(context: &RequestContext, asked: &SearchQuery, view: &SearchView, action: String, fragment: String) -> (String, AnyView) {
    let words = &context.words;
    let title = say!(words, "search-title");
    let form = view! {
        <form class="finder" method="get" action=action role="search">
            <div class="field">
                <label for="q">{say!(words, "search-label")}</label>
                <input class="input" id="q" name="q" type="search" autocomplete="off" maxlength="100" value=asked.q.clone()/>
            </div>
            <button class="button">{say!(words, "portfolio-find")}</button>
        </form>
    };
    let main = view! {
        <div class="page-head"><h1>{title.clone()}</h1></div>
        <div class="page-main">
            <section class="sheet" aria-label=title.clone()>
                <LiveFinder fragment=fragment into="found".to_owned() old=say!(words, "search-old") stands_aside=false>{form.into_any()}</LiveFinder>
                <div id="found" class="sheet-foot">{results(context, view)}</div>
            </section>
        </div>
    };
    (title, main.into_any())
}

fn results(context: &RequestContext, view: &SearchView) -> AnyView {
    let words = &context.words;
    if view.words.is_empty() {
        return view! { <p class="quiet">{say!(words, "search-hint")}</p> }.into_any();
    }
    if view.groups.is_empty() {
        return view! { <p data-said>{say!(words, "search-nothing")}</p> }.into_any();
    }
    let count: usize = view.groups.iter().map(|group| group.hits.len()).sum();
    let count = say!(words, "search-count", n = i64::try_from(count).unwrap_or(i64::MAX));
    let groups = view.groups.iter().map(|group| group_of(context, view, group)).collect_view();
    view! { <p class="quiet" data-said>{count}</p>{groups} }.into_any()
}

fn group_of(context: &RequestContext, view: &SearchView, group: &Group) -> AnyView {
    let words = &context.words;
    let rows = group.hits.iter().map(|hit| row(context, view, hit)).collect_view();
    let more = group.has_more.then(|| view! { <p class="quiet">{say!(words, "search-more")}</p> });
    view! { <h2 class="found-kind">{kind(words, group.kind)}</h2><ul class="rows">{rows}</ul>{more} }.into_any()
}

fn kind(words: &Words, kind: SearchKind) -> String {
    match kind {
        SearchKind::Thread => say!(words, "nav-discussions"),
        SearchKind::Message => say!(words, "thread-speech"),
        SearchKind::Project => say!(words, "search-projects"),
        SearchKind::Milestone => say!(words, "search-milestones"),
        SearchKind::Task => say!(words, "search-tasks"),
        SearchKind::Invoice => say!(words, "nav-invoices"),
        SearchKind::Meeting => say!(words, "nav-meetings"),
        SearchKind::Goal => say!(words, "nav-goals"),
        SearchKind::ServiceRequest => say!(words, "nav-requests"),
        SearchKind::Idea => say!(words, "nav-ideas"),
        SearchKind::Person => say!(words, "nav-people"),
    }
}

fn row(context: &RequestContext, view: &SearchView, hit: &Hit) -> AnyView {
    let title = marked::excerpt(&hit.title, &view.words, EXCERPT);
    let text = match hit.kind {
        SearchKind::Message => markdown::excerpt(&hit.text, LOOKED_THROUGH),
        _ => hit.text.clone(),
    };
    let text = (!text.is_empty()).then(|| view! { <span class="quiet">{marked::excerpt(&text, &view.words, EXCERPT)}</span> });
    // On the pages of one customer nobody needs its name.
    let whose = view.layout.is_none().then(|| view! { <span class="quiet">{hit.customer_name.clone()}</span> });
    let title = match address(context, hit) {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title,
    };
    view! { <li class="row"><div class="row-main"><strong>{title}</strong>{text}{whose}</div></li> }.into_any()
}

/// Where it is; of people only the supplier's have pages to go to.
fn address(context: &RequestContext, hit: &Hit) -> Option<String> {
    let (customer, id, home) = (hit.customer, hit.id, hit.home);
    Some(match hit.kind {
        SearchKind::Thread => links::thread::show(customer, ThreadId(home)),
        SearchKind::Message => links::thread::message(customer, ThreadId(home), id),
        SearchKind::Project => links::project::show(customer, ProjectId(home)),
        SearchKind::Milestone => links::project::milestone(customer, ProjectId(home), MilestoneId(id)),
        SearchKind::Task => links::project::task(customer, ProjectId(home), TaskId(id)),
        SearchKind::Invoice => links::invoice::show(customer, InvoiceId(id)),
        SearchKind::Meeting => links::meeting::show(customer, MeetingId(id)),
        SearchKind::Goal => links::goal::show(customer, GoalId(id)),
        SearchKind::ServiceRequest => links::service_request::show(customer, id.into()),
        SearchKind::Idea => links::idea::show(customer, id.into()),
        SearchKind::Person => {
            context.staff().ok().filter(|staff| staff.keeps_plans())?;
            links::member::show(customer, MembershipId(home))
        }
    })
}
