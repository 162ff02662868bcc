//! A customer's meetings: the next one, what is still to be done of earlier ones, and those that are over.

use super::{feed, minutes, show::state};
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
    words::Words,
};
use coplan_domain::{id::CustomerId, meeting::Meeting};
use coplan_usecases::{
    Portal, Turn,
    meeting::{self, MeetingList},
};
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<TurnQuery>,
) -> Result<Response, PageError> {
    let list = meeting::list(&portal, context.actor()?, customer, &query.turn()).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &list, &portal.settings.public_url, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-meetings"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, list: &MeetingList, public_url: &str, contact: AnyView) -> AnyView {
    let words = &context.words;
    let call = list.may_call.then(|| {
        view! { <p class="actions"><a class="button main" href=links::meeting::call(customer)>{say!(words, "meeting-call")}</a></p> }
    });
    let nothing = (list.ahead.is_empty() && list.past.rows.is_empty()).then(|| {
        let (strong, text) = (say!(words, "meeting-none"), say!(words, "meeting-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let open = (!list.open.is_empty()).then(|| {
        let open = minutes::outcomes(context, customer, &list.open, list.side, list.today, None);
        view! { <section class="sheet" aria-labelledby="h-open"><h2 id="h-open">{say!(words, "meeting-open-outcomes")}</h2>{open}</section> }
    });
    // Whoever turns the pages of what is over has left behind what is to come.
    let feed = (list.may_feed && list.past.before.is_none()).then(|| feed::sheet(words, customer, list, public_url));
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-meetings")}</h1>
            {call}
        </div>
        <div class="page-main">
            {nothing}
            {sheet(words, customer, "h-ahead", say!(words, "meeting-ahead"), &list.ahead, list)}
            {open}
            {sheet(words, customer, "h-past", say!(words, "meeting-past"), &list.past.rows, list)}
            {pager(words, customer, list)}
            {feed}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn pager(words: &Words, customer: CustomerId, list: &MeetingList) -> Option<AnyView> {
    let before = list.past.before.map(|key| links::meeting::list_page(customer, &Turn::Before(key)));
    let after = list.past.after.map(|key| links::meeting::list_page(customer, &Turn::After(key)));
    Pager { before, after, newer: say!(words, "meeting-newer"), older: say!(words, "meeting-older") }.draw(words)
}

fn sheet(
    words: &Words,
    customer: CustomerId,
    id: &'static str,
    title: String,
    meetings: &[Meeting],
    list: &MeetingList,
) -> Option<AnyView> {
    (!meetings.is_empty()).then(|| {
        let rows = meetings.iter().map(|meeting| {
            let now = list.now;
            view! {
                <li>
                    <a href=links::meeting::show(customer, meeting.id)>{meeting.title.clone()}</a>
                    {state(words, meeting.state(now))}
                    <span class="quiet"><time datetime=meeting.starts_at.to_string()>{words.moment(meeting.starts_at, now)}</time></span>
                </li>
            }
        });
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows.collect_view()}</ul></section> }
            .into_any()
    })
}
