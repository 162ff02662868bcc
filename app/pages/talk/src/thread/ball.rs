//! Correcting whose move it is.

use super::{
    page_form::{Refused, SubmittedPage, proceed},
    show,
};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Error, Portal,
    thread::{self, PassBallForm},
};

/// Says whose move it is.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let ball = typed.ball.ok_or(PageError::BadRequest)?;
    let form = PassBallForm { ball, version: typed.resolve.version };
    match thread::pass_ball(&portal, context.actor()?, customer, id, form).await {
        Ok(()) => proceed(&portal, &context, (customer, id), typed, links::thread::show(customer, id)).await,
        Err(Error::Stale(_)) => show::draw(&portal, &context, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}
