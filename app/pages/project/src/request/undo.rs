//! Undoing what one answered oneself.

use super::answer::{PLAN, back};
use axum::{Form, extract::State, response::Redirect};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    words::Words,
};
use coplan_domain::id::{CustomerId, ProjectId, TaskId};
use coplan_usecases::{Error, Portal, request};
use jiff::{SignedDuration, Timestamp};
use leptos::prelude::*;
use serde::Deserialize;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

type Ids = (CustomerId, ProjectId, TaskId);

/// Where the button is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct UndoForm {
    origin: String,
}

/// The button, and until when it is there.
#[must_use]
pub fn undo_form(words: &Words, (customer, project, task): Ids, (until, now): (Timestamp, Timestamp), on_plan: bool) -> AnyView {
    let origin = if on_plan { PLAN } else { "" };
    // The end of a day is told as its last minute: "until 00:00" would be of the next one.
    let last = until.saturating_sub(MINUTE).unwrap_or(until);
    view! {
        <form class="actions" method="post" action=links::request::undo(customer, project, task)>
            <input type="hidden" name="origin" value=origin/>
            <button class="edit">{say!(words, "answer-undo")}</button>
            <span class="quiet">{say!(words, "answer-undo-until", moment = words.moment(last, now))}</span>
        </form>
    }
    .into_any()
}

/// Undoes it, and asks again.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub(super) async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<Ids>,
    Form(form): Form<UndoForm>,
) -> Result<Redirect, PageError> {
    let (customer, project, id) = ids;
    match request::undo(&portal, context.actor()?, customer, id).await {
        Ok(_) => Ok(Redirect::to(&back(customer, project, id, &form.origin))),
        // What was answered stays, and stands there.
        Err(Error::Stale(_)) => Ok(Redirect::to(&links::request::answer(customer, project, id))),
        Err(error) => Err(error.into()),
    }
}
