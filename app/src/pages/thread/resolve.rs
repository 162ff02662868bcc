//! Resolving a discussion with what came of it, and opening it again.

use super::{
    show,
    typed::{Refused, Typed, done},
};
use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Portal,
    discussion::{self, ResolveForm},
    edit::EditError,
};
use std::mem;

/// Resolves the discussion.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let resolve = ResolveForm { outcome: typed.outcome.clone(), version: typed.version };
    let (refused, status) = match discussion::resolve(&portal, actor, customer, id, resolve).await {
        Ok(()) => return done(&portal, &visitor, (customer, id), Typed { outcome: String::new(), ..typed }, "").await,
        Err(EditError::Invalid(problems)) => (Refused { problems, ..Refused::default() }, StatusCode::UNPROCESSABLE_ENTITY),
        // Resolved otherwise meanwhile: what came of it can only be said in a reply. It stands beside the reply's field,
        // never in it, where a draft of the reply may be.
        Err(EditError::Stale(theirs)) if theirs.resolution.is_some() => {
            (Refused { outcome: mem::take(&mut typed.outcome), ..Refused::stale() }, StatusCode::CONFLICT)
        }
        Err(EditError::Stale(_)) => (Refused::stale(), StatusCode::CONFLICT),
        Err(error) => return Err(error.into()),
    };
    show::draw(&portal, &visitor, customer, id, typed, refused, status).await
}

/// Opens it again.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn reopen(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match discussion::reopen(&portal, visitor.actor()?, customer, id, typed.version).await {
        Ok(()) => done(&portal, &visitor, (customer, id), typed, "").await,
        Err(EditError::Stale(_)) => {
            show::draw(&portal, &visitor, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}
