//! All that can be typed on the page of a discussion. It is one form with several buttons, so that none of them loses
//! what stands in the other fields, with script and without.

use super::{
    receive::{FILES, NOTE_FILES, Received},
    show,
};
use axum::{
    extract::{FromRef, FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::http::{
    context::{App, RequestContext},
    errors::PageError,
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    thread::Ball,
};
use coplan_usecases::{
    Portal,
    attachment::{ReceivedFile, RefusedFile},
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
    /// Whether the reader agrees to the message whose button it is.
    pub agrees: Option<bool>,
    /// Files beside the reply.
    pub files: Vec<ReceivedFile>,
    /// Whether the other side is asked to approve them.
    pub asks_approval: bool,
    /// Files beside the note.
    pub note_files: Vec<ReceivedFile>,
    /// Files that are not taken, each with its field.
    pub refused: Vec<(&'static str, RefusedFile)>,
    /// Whether files were chosen that this button does not send.
    pub chosen: bool,
}

impl PageForm {
    /// Takes what a browser sent.
    pub fn of(Received { pairs, files, note_files, refused }: Received) -> Self {
        let pairs = pairs.as_slice();
        let ball = pairs.iter().find(|(name, _)| name == BALL).and_then(|(_, ball)| ball.parse().ok());
        let agrees = pairs.iter().find(|(name, _)| name == AGREES).map(|(_, said)| said == AGREED);
        let resolve = ResolveForm::from_pairs(pairs).unwrap_or_default();
        let is_chosen = |(name, file): &(String, String)| [FILES, NOTE_FILES].contains(&name.as_str()) && !file.is_empty();
        let chosen = pairs.iter().any(is_chosen);
        let asks_approval = pairs.iter().any(|(name, said)| name == ASKS_APPROVAL && said == "true");
        let (reply, note) = (ReplyForm::from_pairs(pairs), NoteForm::from_pairs(pairs));
        Self { reply, note, resolve, ball, agrees, files, asks_approval, note_files, refused, chosen }
    }

    /// The fields of all its forms.
    pub fn fields() -> Vec<FieldSpec> {
        [ReplyForm::FIELDS, NoteForm::FIELDS, ResolveForm::FIELDS].concat()
    }

    /// Whether files were chosen that could not be kept.
    fn left_files(&self) -> bool {
        self.chosen || !self.files.is_empty() || !self.note_files.is_empty()
    }

    fn holds_words(&self) -> bool {
        let reply = self.reply.as_ref().map(|reply| &reply.text);
        let note = self.note.as_ref().map(|note| &note.note);
        [reply, note, Some(&self.resolve.outcome)].into_iter().flatten().any(|words| !words.trim().is_empty())
    }
}

/// The name of the buttons that say whether the reader agrees.
pub(super) const AGREES: &str = "agrees";
/// What they say where it does.
pub(super) const AGREED: &str = "yes";
/// The name of the box that asks the other side to approve the files.
pub(super) const ASKS_APPROVAL: &str = "asks_approval";
/// The name of the buttons that say whose move it is.
pub(super) const BALL: &str = "ball";

/// A page form as it arrives with a request.
pub(super) struct SubmittedPage(pub PageForm);

impl<S: Send + Sync> FromRequest<S> for SubmittedPage
where
    App: FromRef<S>,
{
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        Ok(Self(PageForm::of(Received::from_request(request, state).await?)))
    }
}

/// What could not be done.
#[derive(Debug, Default)]
pub(super) struct Refused {
    /// What is wrong.
    pub problems: Vec<FieldProblem>,
    /// Files that are not taken, each with its field.
    pub files: Vec<(&'static str, RefusedFile)>,
    /// Whether files came that have to be chosen again.
    pub choose_again: bool,
    /// Whether somebody else was quicker.
    pub stale: bool,
    /// What came of it as this reader has it, where somebody else has resolved it otherwise.
    pub outcome: String,
}

impl Refused {
    /// These files are not taken, or something is wrong with the words beside others.
    pub fn with_files(typed: &mut PageForm, problems: Vec<FieldProblem>) -> Self {
        let choose_again = typed.left_files();
        Self { problems, files: std::mem::take(&mut typed.refused), choose_again, ..Self::default() }
    }

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
    if left.holds_words() || left.left_files() {
        let refused = Refused { choose_again: left.left_files(), ..Refused::default() };
        return show::draw(portal, context, customer, thread, left, refused, StatusCode::OK).await;
    }
    Ok(Redirect::to(&then).into_response())
}
