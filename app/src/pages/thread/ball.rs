//! Correcting whose move it is.

use super::{
    show,
    typed::{Refused, Typed, done},
};
use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Portal,
    discussion::{self, PassBallForm},
    edit::EditError,
};

/// Says whose move it is.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let ball = typed.ball.parse().map_err(|_| Failure::BadRequest)?;
    let form = PassBallForm { ball, version: typed.version };
    match discussion::pass_ball(&portal, visitor.actor()?, customer, id, form).await {
        Ok(()) => done(&portal, &visitor, (customer, id), typed, "").await,
        Err(EditError::Stale(_)) => {
            show::draw(&portal, &visitor, customer, id, typed, Refused::stale(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}
