//! Resolving a discussion with what came of it, and opening it again.

use super::{
    href,
    show::{self, Typed},
};
use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Portal,
    discussion::{self, ResolveForm},
    edit::EditError,
};
use serde::Deserialize;

/// A resolution as it was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Outcome {
    outcome: String,
    version: i64,
}

/// Resolves the discussion.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(form): Form<Outcome>,
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let resolve = ResolveForm { outcome: form.outcome.clone(), version: form.version };
    let (typed, status) = match discussion::resolve(&portal, actor, customer, id, resolve).await {
        Ok(()) => return Ok(Redirect::to(&href(customer, id)).into_response()),
        Err(EditError::Invalid(problems)) => {
            (Typed { outcome: form.outcome, problems, ..Typed::default() }, StatusCode::UNPROCESSABLE_ENTITY)
        }
        // Resolved otherwise meanwhile: what was typed now can only be said on top of it.
        Err(EditError::Stale(theirs)) if theirs.resolution.is_some() => {
            (Typed { text: form.outcome, stale: true, ..Typed::default() }, StatusCode::CONFLICT)
        }
        Err(EditError::Stale(_)) => (Typed { outcome: form.outcome, stale: true, ..Typed::default() }, StatusCode::CONFLICT),
        Err(error) => return Err(error.into()),
    };
    show::draw(&portal, &visitor, customer, id, typed, status).await
}

/// The version that was seen when opening again was asked for.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Seen {
    version: i64,
}

/// Opens it again.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn reopen(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(form): Form<Seen>,
) -> Result<Response, Failure> {
    match discussion::reopen(&portal, visitor.actor()?, customer, id, form.version).await {
        Ok(()) => Ok(Redirect::to(&href(customer, id)).into_response()),
        Err(EditError::Stale(_)) => {
            let typed = Typed { stale: true, ..Typed::default() };
            show::draw(&portal, &visitor, customer, id, typed, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}
