//! Replying in a discussion.

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
    discussion::{self, ReplyForm},
    edit::AddError,
};
use serde::Deserialize;

/// A reply as it was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Reply {
    message: String,
    text: String,
}

/// Replies.
///
/// # Errors
/// [`Failure`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(form): Form<Reply>,
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let message = form.message.parse().map_err(|_| Failure::BadRequest)?;
    let reply = ReplyForm { message, text: form.text.clone() };
    match discussion::reply(&portal, actor, customer, id, reply).await {
        Ok(message) => Ok(Redirect::to(&format!("{}#m-{message}", href(customer, id))).into_response()),
        Err(AddError::Invalid(problems)) => {
            let typed = Typed { message: Some(form.message), text: form.text, problems, ..Typed::default() };
            show::draw(&portal, &visitor, customer, id, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
