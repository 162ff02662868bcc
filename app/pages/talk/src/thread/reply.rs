//! Replying in a discussion.

use super::{
    page_form::{PageForm, Refused, SubmittedPage, proceed},
    show,
};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, MessageId, ThreadId};
use coplan_usecases::{Error, Portal, attachment::ReceivedFile, thread};

/// Replies.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(typed): SubmittedPage,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let reply = typed.reply.as_ref().ok_or(PageError::BadRequest)?;
    let said = if typed.refused.is_empty() {
        let asking = |file: &ReceivedFile| if typed.asks_approval { file.clone().asking_approval() } else { file.clone() };
        let files = typed.files.iter().map(asking).collect::<Vec<_>>();
        thread::reply_with(&portal, actor, customer, id, reply, &files).await
    } else {
        // Nothing is said before it is known what goes with it.
        Err(Error::Invalid(Vec::new()))
    };
    after(&portal, &context, (customer, id), typed, said).await
}

/// The answer to a reply.
///
/// # Errors
/// [`PageError`] where the reader may not reply.
pub(super) async fn after(
    portal: &Portal,
    context: &RequestContext,
    (customer, id): (CustomerId, ThreadId),
    mut typed: PageForm,
    said: Result<MessageId, Error>,
) -> Result<Response, PageError> {
    match said {
        Ok(message) => {
            let left = PageForm { reply: None, files: Vec::new(), ..typed };
            proceed(portal, context, (customer, id), left, links::thread::message(customer, id, message)).await
        }
        Err(Error::Invalid(problems)) => {
            let refused = Refused::with_files(&mut typed, problems);
            show::draw(portal, context, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
