//! Replying in a discussion.

use super::{
    show,
    typed::{Refused, Typed, done},
};
use crate::{failure::Failure, pages::path::At, visitor::Visitor};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Portal,
    discussion::{self, ReplyForm},
    edit::AddError,
};

/// Replies.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let message = typed.message.parse().map_err(|_| Failure::BadRequest)?;
    let reply = ReplyForm { message, text: typed.text.clone() };
    match discussion::reply(&portal, actor, customer, id, reply).await {
        Ok(message) => {
            let left = Typed { message: String::new(), text: String::new(), ..typed };
            done(&portal, &visitor, (customer, id), left, &format!("#m-{message}")).await
        }
        Err(AddError::Invalid(problems)) => {
            let refused = Refused { problems, ..Refused::default() };
            show::draw(&portal, &visitor, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
