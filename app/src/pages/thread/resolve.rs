//! Resolving a discussion with what came of it, and opening it again.

use super::{
    page_form::{PageForm, Refused, proceed},
    show,
};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use axum::{Form, extract::State, http::StatusCode, response::Response};
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
    Form(mut typed): Form<PageForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let resolve = ResolveForm { outcome: typed.outcome.clone(), version: typed.version };
    let (refused, status) = match thread::resolve(&portal, actor, customer, id, resolve).await {
        Ok(()) => {
            return proceed(
                &portal,
                &context,
                (customer, id),
                PageForm { outcome: String::new(), ..typed },
                links::thread::show(customer, id),
            )
            .await;
        }
        Err(Error::Invalid(problems)) => (Refused { problems, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY),
        // Resolved otherwise meanwhile: what came of it can only be said in a reply. It stands beside the reply's field,
        // never in it, where a draft of the reply may be.
        Err(Error::Stale(theirs)) if theirs.resolution.is_some() => {
            (Refused { outcome: mem::take(&mut typed.outcome), ..Refused::stale() }, StatusCode::CONFLICT)
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
    Form(typed): Form<PageForm>,
) -> Result<Response, PageError> {
    match thread::reopen(&portal, context.actor()?, customer, id, typed.version).await {
        Ok(()) => proceed(&portal, &context, (customer, id), typed, links::thread::show(customer, id)).await,
        Err(Error::Stale(_)) => show::draw(&portal, &context, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}
