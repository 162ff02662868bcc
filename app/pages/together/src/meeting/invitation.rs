//! The invitation to a meeting, to be taken over into a calendar.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use coplan_app::{
    calendar::{Source, published},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, MeetingId};
use coplan_usecases::{Portal, meeting};

/// Gives it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, MeetingId)>,
) -> Result<Response, PageError> {
    let view = meeting::show(&portal, context.actor()?, customer, id).await?;
    let source = Source { public_url: &portal.settings.public_url, now: portal.clock.now() };
    let calendar = published(&view.meeting, source, &links::meeting::show(customer, id));
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8; method=PUBLISH"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"invitation.ics\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, calendar).into_response())
}
