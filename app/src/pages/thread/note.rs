//! Writing an internal note to a discussion.

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
    form::FieldProblem,
    thread::{self, NoteForm},
};

/// Keeps the note.
///
/// # Errors
/// [`PageError`] where the reader may not; not found for members.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    Form(typed): Form<PageForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let note = typed.id.parse().map_err(|_| PageError::BadRequest)?;
    match thread::write_note(&portal, actor, customer, id, NoteForm { note, text: typed.note.clone() }).await {
        Ok(note) => {
            let left = PageForm { id: String::new(), note: String::new(), ..typed };
            proceed(&portal, &context, (customer, id), left, links::thread::message(customer, id, note)).await
        }
        // What is wrong is told to a member only after it is known that it is none.
        Err(Error::Invalid(_)) if actor.staff().is_none() => Err(PageError::NotFound),
        Err(Error::Invalid(problems)) => {
            let problems = problems.into_iter().map(|it| FieldProblem { field: "note", ..it }).collect();
            let refused = Refused { problems, ..Refused::default() };
            show::draw(&portal, &context, customer, id, typed, refused, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
