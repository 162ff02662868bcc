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
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    plan::{self, Changes},
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
    let changes = plan::changes(&portal, context.actor()?, customer, query.page(), query.until()).await?;
    let frame = CustomerLayout::new(&context, &changes.layout, portal.today(context.actor()?));
    let now = portal.clock.now();
    Ok(layout::ok(&context, || {
        let main = main(&context, &frame, customer, &changes, now);
        frame.page(say!(context.words, "changes-title"), "page", main)
    }))
}

fn main(context: &RequestContext, frame: &CustomerLayout, customer: CustomerId, changes: &Changes, now: Timestamp) -> AnyView {
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
            <section class="sheet" aria-label=say!(words, "changes-title")>{body}</section>
            {pager(words, customer, changes)}
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    }
    .into_any()
}

fn pager(words: &Words, customer: CustomerId, changes: &Changes) -> Option<AnyView> {
    let (newer, older) = (say!(words, "changes-newer"), say!(words, "changes-older"));
    let pager = Pager { page: changes.page, has_more: changes.has_more, newer, older };
    pager.draw(words, |page| links::plan::changes_page(customer, page, changes.until))
}
