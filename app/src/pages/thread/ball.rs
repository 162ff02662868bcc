//! Correcting whose move it is.

use super::{
    show,
    typed::{Refused, Typed, done},
};
use crate::http::{context::RequestContext, errors::PageError, path_ids::PathIds};
use axum::{Form, extract::State, http::StatusCode, response::Response};
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
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let ball = typed.ball.parse().map_err(|_| PageError::BadRequest)?;
    let form = PassBallForm { ball, version: typed.version };
    match thread::pass_ball(&portal, context.actor()?, customer, id, form).await {
        Ok(()) => done(&portal, &context, (customer, id), typed, "").await,
        Err(Error::Stale(_)) => show::draw(&portal, &context, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await,
        Err(error) => Err(error.into()),
    }
}
