//! All that can be typed on the page of a discussion. It is one form with several buttons, so that none of them loses
//! what stands in the other fields, with script and without.

use super::show;
use crate::http::{context::RequestContext, errors::PageError};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::{CustomerId, ThreadId};
use coplan_usecases::{Portal, form::FieldProblem};
use serde::Deserialize;

/// What every button of the page sends.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct PageForm {
    /// The id that the reply will have.
    pub(super) message: String,
    /// The reply.
    pub(super) text: String,
    /// The id that the note will have.
    pub(super) id: String,
    /// The internal note. Its field is called otherwise than the reply's, which stands on the same page.
    pub(super) note: String,
    /// What came of it.
    pub(super) outcome: String,
    /// Whose move it is.
    pub(super) ball: String,
    /// The version of the discussion that was seen.
    pub(super) version: i64,
}

impl PageForm {
    fn holds_words(&self) -> bool {
        [&self.text, &self.note, &self.outcome].into_iter().any(|words| !words.trim().is_empty())
    }
}

/// What could not be done.
#[derive(Debug, Default)]
pub(super) struct Refused {
    /// What is wrong.
    pub problems: Vec<FieldProblem>,
    /// Whether somebody else was quicker.
    pub stale: bool,
    /// What came of it as this reader has it, where somebody else has resolved it otherwise.
    pub outcome: String,
}

impl Refused {
    /// Somebody else was quicker.
    pub fn stale() -> Self {
        Self { stale: true, ..Self::default() }
    }
}

/// The answer to what was done: leads on, or draws the discussion again with the words that are left in other fields.
///
/// # Errors
/// [`PageError`] where the discussion is not the reader's to see any more.
pub(super) async fn proceed(
    portal: &Portal,
    context: &RequestContext,
    (customer, thread): (CustomerId, ThreadId),
    left: PageForm,
    then: String,
) -> Result<Response, PageError> {
    if left.holds_words() {
        return show::draw(portal, context, customer, thread, left, Refused::default(), StatusCode::OK).await;
    }
    Ok(Redirect::to(&then).into_response())
}
