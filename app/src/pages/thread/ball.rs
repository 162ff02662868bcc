//! Correcting whose move it is.

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
    discussion::{self, PassBallForm},
    edit::EditError,
};
use serde::Deserialize;

/// A correction as it was chosen.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Correction {
    ball: String,
    version: i64,
}

/// Says whose move it is.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(form): Form<Correction>,
) -> Result<Response, Failure> {
    let ball = form.ball.parse().map_err(|_| Failure::BadRequest)?;
    let form = PassBallForm { ball, version: form.version };
    match discussion::pass_ball(&portal, visitor.actor()?, customer, id, form).await {
        Ok(()) => Ok(Redirect::to(&href(customer, id)).into_response()),
        Err(EditError::Stale(_)) => {
            let typed = Typed { stale: true, ..Typed::default() };
            show::draw(&portal, &visitor, customer, id, typed, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}
