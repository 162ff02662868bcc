//! Agreeing to a message of somebody else, and no more.

use super::page_form::{SubmittedPage, proceed};
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, MessageId, ThreadId};
use coplan_usecases::{Portal, thread};

/// Keeps whether the reader agrees.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id, message)): PathIds<(CustomerId, ThreadId, MessageId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let agrees = typed.agrees.ok_or(PageError::BadRequest)?;
    thread::agree(&portal, context.actor()?, customer, id, (message, agrees)).await?;
    proceed(&portal, &context, (customer, id), typed, links::thread::message(customer, id, message)).await
}
