//! `/c/{customer}/changes`: all that ever changed and that the reader may know of, page by page.

use super::news;
use crate::{
    failure::Failure,
    pages::{frame::Frame, path::At},
    parts::pager::Pager,
    shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    plan::{self, Changes},
};
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

/// Where all that changed is told.
#[must_use]
pub fn href(customer: CustomerId) -> String {
    format!("{}/changes", super::href(customer))
}

/// Which page, counted from which moment in milliseconds; nothing and nonsense are the newest.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turn {
    page: String,
    until: String,
}

/// Tells what changed.
///
/// # Errors
/// [`Failure`] where the plan is not the reader's.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Query(turn): Query<Turn>,
) -> Result<Response, Failure> {
    let until = turn.until.parse().ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    let page = turn.page.parse().unwrap_or(1);
    let changes = plan::changes(&portal, visitor.actor()?, customer, page, until).await?;
    let frame = Frame::load(&portal, &visitor, customer).await?;
    let now = portal.clock.now();
    Ok(shell::ok(&visitor, || {
        let main = main(&visitor, &frame, customer, &changes, now);
        frame.page(visitor.words.say("changes-title"), "page", main)
    }))
}

fn main(visitor: &Visitor, frame: &Frame, customer: CustomerId, changes: &Changes, now: Timestamp) -> AnyView {
    let words = &visitor.words;
    let body = if changes.items.is_empty() {
        view! { <div class="empty"><p><strong>{words.say("changes-none")}</strong></p></div> }.into_any()
    } else {
        news::history(visitor, customer, &changes.items, now)
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("way-back")>
                <a href=super::href(customer)>{words.say("nav-plan")}</a>
            </nav>
            <h1>{words.say("changes-title")}</h1>
            <p class="lead">{words.say("changes-lead")}</p>
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=words.say("changes-title")>{body}</section>
            {pager(words, customer, changes)}
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn pager(words: &Words, customer: CustomerId, changes: &Changes) -> Option<AnyView> {
    let (newer, older) = (words.say("changes-newer"), words.say("changes-older"));
    let pager = Pager { page: changes.page, has_more: changes.has_more, newer, older };
    pager.draw(words, |page| format!("{}?page={page}&until={}", href(customer), changes.until.as_millisecond()))
}
