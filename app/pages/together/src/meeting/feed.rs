//! The address by which a member's calendar reads its meetings: read by the calendar, made and revoked on the page.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    calendar::{self, Source},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    words::Words,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    meeting::{self, MeetingList},
};
use leptos::prelude::*;

/// Gives the meetings to whatever calendar knows the address.
///
/// # Errors
/// [`PageError::NotFound`] where it is nobody's, was revoked, or its person may not see meetings any more.
pub async fn read(State(portal): State<Portal>, Path(secret): Path<String>) -> Result<Response, PageError> {
    let found = meeting::read_feed(&portal, &secret).await?.ok_or(PageError::NotFound)?;
    let source = Source { public_url: &portal.settings.public_url, now: portal.clock.now() };
    let headers = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, calendar::feed(&found, source, &portal.settings.supplier)).into_response())
}

/// Makes the address.
///
/// # Errors
/// [`PageError`] where the reader has no meetings of its own.
pub async fn make(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Redirect, PageError> {
    meeting::make_feed(&portal, context.actor()?, customer).await?;
    Ok(Redirect::to(&links::meeting::own_feed(customer)))
}

/// Revokes it.
///
/// # Errors
/// [`PageError`] where the reader has no meetings of its own.
pub async fn revoke(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Redirect, PageError> {
    meeting::revoke_feed(&portal, context.actor()?, customer).await?;
    Ok(Redirect::to(&links::meeting::own_feed(customer)))
}

/// What a member reads of it on the page of its meetings.
pub(super) fn sheet(words: &Words, customer: CustomerId, list: &MeetingList, public_url: &str) -> AnyView {
    let body = match &list.feed {
        Some(path) => {
            let address = format!("{public_url}{path}");
            let shown = address.clone();
            view! {
                <p>{say!(words, "feed-how")}</p>
                <p class="meeting-place"><a href=address>{shown}</a></p>
                <p class="quiet">{say!(words, "feed-means")}</p>
                <form class="actions" method="post" action=links::meeting::revoke_feed(customer)>
                    <button class="button plain">{say!(words, "feed-revoke")}</button>
                </form>
            }
            .into_any()
        }
        None => view! {
            <p>{say!(words, "feed-text")}</p>
            <form class="actions" method="post" action=links::meeting::make_feed(customer)>
                <button class="button">{say!(words, "feed-make")}</button>
            </form>
        }
        .into_any(),
    };
    view! { <section class="sheet" aria-labelledby="h-feed"><h2 id="h-feed">{say!(words, "feed-title")}</h2>{body}</section> }
        .into_any()
}
