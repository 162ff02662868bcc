//! Resolving a discussion with what came of it, and opening it again.

use super::{
    page_form::{PageForm, Refused, SubmittedPage, proceed},
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
    thread::{self, ResolveForm},
};
use std::mem;

/// Resolves the discussion.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(mut typed): SubmittedPage,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let (refused, status) = match thread::resolve(&portal, actor, customer, id, &typed.resolve).await {
        Ok(()) => {
            return proceed(
                &portal,
                &context,
                (customer, id),
                PageForm { resolve: ResolveForm::default(), ..typed },
                links::thread::show(customer, id),
            )
            .await;
        }
        Err(Error::Invalid(problems)) => (Refused { problems, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY),
        // Resolved otherwise meanwhile: what came of it can only be said in a reply. It stands beside the reply's field,
        // never in it, where a draft of the reply may be.
        Err(Error::Stale(theirs)) if theirs.resolution.is_some() => {
            (Refused { outcome: mem::take(&mut typed.resolve.outcome), ..Refused::stale() }, StatusCode::CONFLICT)
        }
        Err(Error::Stale(_)) => (Refused::stale(), StatusCode::CONFLICT),
        Err(error) => return Err(error.into()),
    };
    show::draw(&portal, &context, customer, id, typed, refused, status).await
}

/// Opens it again.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn reopen(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    match thread::reopen(&portal, context.actor()?, customer, id, typed.resolve.version).await {
        Ok(()) => proceed(&portal, &context, (customer, id), typed, links::thread::show(customer, id)).await,
        Err(Error::Stale(_)) => show::draw(&portal, &context, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}
