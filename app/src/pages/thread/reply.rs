//! Replying in a discussion.

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
    Form(typed): Form<PageForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let message = typed.message.parse().map_err(|_| PageError::BadRequest)?;
    let reply = ReplyForm { message, text: typed.text.clone() };
    match thread::reply(&portal, actor, customer, id, reply).await {
        Ok(message) => {
            let left = PageForm { message: String::new(), text: String::new(), ..typed };
            proceed(&portal, &context, (customer, id), left, links::thread::message(customer, id, message)).await
        }
        Err(Error::Invalid(problems)) => {
            let refused = Refused { problems, ..Refused::default() };
            show::draw(&portal, &context, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
