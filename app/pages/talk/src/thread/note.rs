//! Writing an internal note to a discussion.

use super::{
    page_form::{PageForm, Refused, SubmittedPage, proceed},
    show,
};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{Error, Portal, thread};

/// Keeps the note.
///
/// # Errors
/// [`PageError`] where the reader may not; not found for members.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    SubmittedPage(mut typed): SubmittedPage,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let note = typed.note.as_ref().ok_or(PageError::BadRequest)?;
    let done = if typed.refused.is_empty() {
        thread::write_note_with(&portal, actor, customer, id, note, &typed.note_files).await
    } else {
        Err(Error::Invalid(Vec::new()))
    };
    match done {
        Ok(note) => {
            let left = PageForm { note: None, note_files: Vec::new(), ..typed };
            proceed(&portal, &context, (customer, id), left, links::thread::message(customer, id, note)).await
        }
        // What is wrong is told to a member only after it is known that it is none.
        Err(Error::Invalid(_)) if actor.staff().is_none() => Err(PageError::NotFound),
        Err(Error::Invalid(problems)) => {
            let refused = Refused::with_files(&mut typed, problems);
            show::draw(&portal, &context, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
