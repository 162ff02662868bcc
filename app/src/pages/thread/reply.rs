//! Replying in a discussion.

use super::{
    show,
    typed::{Refused, Typed, done},
};
use crate::http::{context::RequestContext, errors::PageError, path_ids::PathIds};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{
    Error, Portal,
    thread::{self, ReplyForm},
};

/// Replies.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let message = typed.message.parse().map_err(|_| PageError::BadRequest)?;
    let reply = ReplyForm { message, text: typed.text.clone() };
    match thread::reply(&portal, actor, customer, id, reply).await {
        Ok(message) => {
            let left = Typed { message: String::new(), text: String::new(), ..typed };
            done(&portal, &context, (customer, id), left, &format!("#m-{message}")).await
        }
        Err(Error::Invalid(problems)) => {
            let refused = Refused { problems, ..Refused::default() };
            show::draw(&portal, &context, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
