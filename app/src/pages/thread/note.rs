//! Writing an internal note to a discussion.

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
    discussion::{self, NoteForm},
    edit::AddError,
    form::FieldProblem,
};
use serde::Deserialize;

/// A note as it was typed. Its field is called otherwise than the reply's, which stands on the same page.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Noted {
    id: String,
    note: String,
}

/// Keeps the note.
///
/// # Errors
/// [`Failure`] where the reader may not; not found for members.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, id)): At<(CustomerId, ThreadId)>,
    Form(form): Form<Noted>,
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let note = form.id.parse().map_err(|_| Failure::BadRequest)?;
    match discussion::write_note(&portal, actor, customer, id, NoteForm { note, text: form.note.clone() }).await {
        Ok(note) => Ok(Redirect::to(&format!("{}#m-{note}", href(customer, id))).into_response()),
        // What is wrong is told to a member only after it is known that it is none.
        Err(AddError::Invalid(_)) if actor.staff().is_none() => Err(Failure::NotFound),
        Err(AddError::Invalid(problems)) => {
            let problems = problems.into_iter().map(|it| FieldProblem { field: "note", ..it }).collect();
            let typed = Typed { note_id: Some(form.id), note: form.note, problems, ..Typed::default() };
            show::draw(&portal, &visitor, customer, id, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error.into()),
    }
}
