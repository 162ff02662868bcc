//! All that can be typed on the page of a discussion. It is one form with several buttons, so that none of them loses
//! what stands in the other fields, with script and without.

use super::show;
use crate::http::{context::RequestContext, errors::PageError};
use axum::{
    Form as UrlEncoded,
    extract::{FromRequest, Request, rejection::FormRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    thread::Ball,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, FieldSpec, Form},
    thread::{NoteForm, ReplyForm, ResolveForm},
};

/// What every button of the page sends.
#[derive(Debug, Default)]
pub(super) struct PageForm {
    /// The reply; none once it is kept.
    pub reply: Option<ReplyForm>,
    /// The internal note; none once it is kept, and for members.
    pub note: Option<NoteForm>,
    /// What came of it.
    pub resolve: ResolveForm,
    /// Whose move it is.
    pub ball: Option<Ball>,
}

impl PageForm {
    /// Takes what a browser sent.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let ball = pairs.iter().find(|(name, _)| name == BALL).and_then(|(_, ball)| ball.parse().ok());
        let resolve = ResolveForm::from_pairs(pairs).unwrap_or_default();
        Self { reply: ReplyForm::from_pairs(pairs), note: NoteForm::from_pairs(pairs), resolve, ball }
    }

    /// The fields of all its forms.
    pub fn fields() -> Vec<FieldSpec> {
        [ReplyForm::FIELDS, NoteForm::FIELDS, ResolveForm::FIELDS].concat()
    }

    fn holds_words(&self) -> bool {
        let reply = self.reply.as_ref().map(|reply| &reply.text);
        let note = self.note.as_ref().map(|note| &note.note);
        [reply, note, Some(&self.resolve.outcome)].into_iter().flatten().any(|words| !words.trim().is_empty())
    }
}

/// The name of the buttons that say whose move it is.
pub(super) const BALL: &str = "ball";

/// A page form as it arrives with a request.
pub(super) struct SubmittedPage(pub PageForm);

impl<S: Send + Sync> FromRequest<S> for SubmittedPage {
    type Rejection = FormRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, FormRejection> {
        let UrlEncoded(pairs) = UrlEncoded::<Vec<(String, String)>>::from_request(request, state).await?;
        Ok(Self(PageForm::from_pairs(&pairs)))
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
