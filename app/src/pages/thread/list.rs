//! All discussions of a customer: what waits for the reader first, what is resolved last.

use super::{list_href, new_href, row, row::Sides};
use crate::{
    failure::Failure,
    pages::{frame::Frame, path::At},
    parts::pager::Pager,
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_domain::{
    discussion::{About, AboutKind, Ball},
    id::CustomerId,
    person::Side,
};
use coplan_usecases::{
    Portal,
    discussion::{self, ThreadLineView, ThreadList},
};
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

/// Which page of the list; nothing and nonsense are the first.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turn {
    page: String,
}

/// Lists the discussions.
///
/// # Errors
/// [`Failure`] where they are not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Query(turn): Query<Turn>,
) -> Result<Response, Failure> {
    let list = discussion::list(&portal, visitor.actor()?, customer, turn.page.parse().unwrap_or(1)).await?;
    let frame = Frame::load(&portal, &visitor, customer).await?;
    let now = portal.clock.now();
    Ok(shell::ok(&visitor, || {
        let main = main(&visitor, &frame, customer, &list, now);
        frame.page(visitor.words.say("nav-discussions"), "page", main)
    }))
}

fn main(visitor: &Visitor, frame: &Frame, customer: CustomerId, list: &ThreadList, now: Timestamp) -> AnyView {
    let words = &visitor.words;
    let sides = Sides::new(visitor, frame.customer_name());
    let new = list.may_open.then(|| new_href(customer, About { kind: AboutKind::Plan, id: customer.0 }));
    let start = new.clone().filter(|_| !list.threads.is_empty()).map(|href| {
        view! { <div class="deeds"><a class="button main" href=href>{words.say("thread-ask")}</a></div> }
    });
    let body =
        if list.threads.is_empty() { empty(words, list, new) } else { groups(words, &sides, customer, &list.threads, now) };
    view! {
        <div class="page-head">
            <h1>{words.say("nav-discussions")}</h1>
            {start}
        </div>
        <div class="page-main">{body}{pager(words, customer, list)}</div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn empty(words: &Words, list: &ThreadList, new: Option<String>) -> AnyView {
    let (title, text, deed) = if list.page > 1 {
        (words.say("threads-no-more"), String::new(), None)
    } else {
        let deed = new.map(|href| view! { <a class="button main" href=href>{words.say("thread-ask-first")}</a> });
        (words.say("threads-none"), words.say("threads-none-text"), deed)
    };
    view! {
        <section class="sheet" aria-label=words.say("nav-discussions")>
            <div class="empty"><p><strong>{title}</strong>{text}</p>{deed}</div>
        </section>
    }
    .into_any()
}

/// The page's discussions by who must move, each group under its heading.
fn groups(words: &Words, sides: &Sides, customer: CustomerId, threads: &[ThreadLineView], now: Timestamp) -> AnyView {
    let own = Ball::with(sides.reader);
    let is_open = |thread: &ThreadLineView| thread.state.resolution.is_none();
    let pick = |fits: &dyn Fn(&ThreadLineView) -> bool| threads.iter().filter(|thread| fits(thread)).cloned().collect::<Vec<_>>();
    let yours = match sides.reader {
        Side::Customer => words.say("waiting-for-you"),
        Side::Supplier => words.say("waiting-for-us"),
    };
    let groups = [
        ("h-yours", yours, pick(&|it| is_open(it) && it.state.ball == own)),
        (
            "h-others",
            say!(words, "threads-with", name = sides.other()),
            pick(&|it| is_open(it) && it.state.ball != own && it.state.ball != Ball::Nobody),
        ),
        ("h-resting", words.say("threads-resting"), pick(&|it| is_open(it) && it.state.ball == Ball::Nobody)),
        ("h-resolved", words.say("threads-resolved"), pick(&|it| !is_open(it))),
    ];
    let sheets = groups.into_iter().filter(|(_, _, threads)| !threads.is_empty()).map(|(id, title, threads)| {
        let rows = row::gist_list(words, sides, customer, &threads, now);
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2>{rows}</section> }
    });
    sheets.collect_view().into_any()
}

fn pager(words: &Words, customer: CustomerId, list: &ThreadList) -> Option<AnyView> {
    let (newer, older) = (words.say("threads-newer"), words.say("threads-older"));
    let pager = Pager { page: list.page, has_more: list.has_more, newer, older };
    pager.draw(words, |page| format!("{}?page={page}", list_href(customer)))
}
