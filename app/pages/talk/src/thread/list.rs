//! All discussions of a customer: what waits for the reader first, what is resolved last.

use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, TurnQuery},
    parts::pager::Pager,
    say,
    shared::discussions::{self, Parties},
    words::Words,
};
use coplan_domain::{id::CustomerId, person::Side, thread::Ball};
use coplan_usecases::{
    Portal, Turn,
    thread::{self, ThreadLineView, ThreadList},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Lists the discussions.
///
/// # Errors
/// [`PageError`] where they are not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<TurnQuery>,
) -> Result<Response, PageError> {
    let list = thread::list(&portal, context.actor()?, customer, &query.turn()).await?;
    let frame = CustomerLayout::new(&context, &list.layout, portal.today(context.actor()?));
    let now = portal.clock.now();
    Ok(layout::ok(&context, || {
        let main = main(&context, &frame, customer, &list, now);
        frame.page(say!(context.words, "nav-discussions"), "page", main)
    }))
}

fn main(context: &RequestContext, frame: &CustomerLayout, customer: CustomerId, list: &ThreadList, now: Timestamp) -> AnyView {
    let words = &context.words;
    let sides = Parties::new(context, frame.customer_name());
    let new = list.may_open.then(|| links::thread::new_about_plan(customer));
    let start = new.clone().filter(|_| !list.threads.is_empty()).map(|href| {
        view! { <div class="actions"><a class="button main" href=href>{say!(words, "thread-ask")}</a></div> }
    });
    let body = if list.threads.is_empty() { empty(words, new) } else { groups(words, &sides, customer, &list.threads, now) };
    view! {
        <div class="page-head">
            <h1>{say!(words, "nav-discussions")}</h1>
            {start}
            <p><a href=links::contact::list(customer)>{say!(words, "contact-all")}</a></p>
        </div>
        <div class="page-main">{body}{pager(words, customer, list)}</div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn empty(words: &Words, new: Option<String>) -> AnyView {
    let (title, text) = (say!(words, "threads-none"), say!(words, "threads-none-text"));
    let deed = new.map(|href| view! { <a class="button main" href=href>{say!(words, "thread-ask-first")}</a> });
    view! {
        <section class="sheet" aria-label=say!(words, "nav-discussions")>
            <div class="empty"><p><strong>{title}</strong>{text}</p>{deed}</div>
        </section>
    }
    .into_any()
}

/// The page's discussions by who must move, each group under its heading.
fn groups(words: &Words, sides: &Parties, customer: CustomerId, threads: &[ThreadLineView], now: Timestamp) -> AnyView {
    let own = Ball::with(sides.reader);
    let is_open = |thread: &ThreadLineView| thread.state.resolution.is_none();
    let pick = |fits: &dyn Fn(&ThreadLineView) -> bool| threads.iter().filter(|thread| fits(thread)).cloned().collect::<Vec<_>>();
    let yours = match sides.reader {
        Side::Customer => say!(words, "waiting-for-you"),
        Side::Supplier => say!(words, "waiting-for-us"),
    };
    let groups = [
        ("h-yours", yours, pick(&|it| is_open(it) && it.state.ball == own)),
        (
            "h-others",
            say!(words, "threads-with", name = sides.other()),
            pick(&|it| is_open(it) && it.state.ball != own && it.state.ball != Ball::Nobody),
        ),
        ("h-resting", say!(words, "threads-resting"), pick(&|it| is_open(it) && it.state.ball == Ball::Nobody)),
        ("h-resolved", say!(words, "threads-resolved"), pick(&|it| !is_open(it))),
    ];
    let sheets = groups.into_iter().filter(|(_, _, threads)| !threads.is_empty()).map(|(id, title, threads)| {
        let rows = discussions::gist_list(words, sides, customer, &threads, now);
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2>{rows}</section> }
    });
    sheets.collect_view().into_any()
}

fn pager(words: &Words, customer: CustomerId, list: &ThreadList) -> Option<AnyView> {
    let (newer, older) = (say!(words, "threads-newer"), say!(words, "threads-older"));
    let before = list.before.map(|key| links::thread::list_page(customer, &Turn::Before(key)));
    let after = list.after.map(|key| links::thread::list_page(customer, &Turn::After(key)));
    Pager { before, after, newer, older }.draw(words)
}
