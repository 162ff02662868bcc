//! What a browser sends to a discussion: words, and files beside them, which are written as they come.

use axum::{
    Form as UrlEncoded,
    extract::{FromRef, FromRequest, FromRequestParts, Multipart, RawPathParams, Request, multipart::Field},
    http::StatusCode,
};
use coplan_app::http::{
    byte_budget::Reservation,
    context::{App, RequestContext},
    errors::PageError,
    typed_words::{TypedWords, is_multipart},
};
use coplan_domain::{id::CustomerId, text::PROSE_LIMIT};
use coplan_usecases::{
    Portal,
    attachment::{self, ReceivedFile, Receiver, RefusedFile},
};
use futures_util::TryStreamExt;
use std::{io, time::Duration};

/// The name of the field of files beside a message.
pub(super) const FILES: &str = "files";
/// The same beside an internal note.
pub(super) const NOTE_FILES: &str = "note_files";

/// The most bytes of all words beside files: a text five times too long for its field still comes back in it.
const WORDS: usize = 5 * PROSE_LIMIT * 4 + 64 * 1024;
/// The most bytes of words that are read although they are refused, so that their author can shorten them.
const HELD: usize = 5 * 1024 * 1024;
/// The most fields of any form of ours.
const FIELDS: usize = 200;
/// How much of a file is in memory on its way to where files are.
const IN_MEMORY: usize = 5 * 1024 * 1024;
/// How long a file waits for that; its sender may send nothing for a little longer.
const PATIENCE: Duration = Duration::from_secs(15);

/// What came.
#[derive(Debug, Default)]
pub(super) struct Received {
    /// The fields with words.
    pub pairs: Vec<(String, String)>,
    /// Files beside a message.
    pub files: Vec<ReceivedFile>,
    /// Files beside an internal note.
    pub note_files: Vec<ReceivedFile>,
    /// Files that are not taken, each with the name of its field.
    pub refused: Vec<(&'static str, RefusedFile)>,
}

impl<S: Send + Sync> FromRequest<S> for Received
where
    App: FromRef<S>,
{
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        if !is_multipart(request.headers()) {
            let UrlEncoded(pairs) =
                UrlEncoded::<Vec<(String, String)>>::from_request(request, state).await.map_err(|_| PageError::BadRequest)?;
            return Ok(Self { pairs, ..Self::default() });
        }
        let App { portal, byte_budget, .. } = App::from_ref(state);
        let (mut parts, body) = request.into_parts();
        let context = RequestContext::from_request_parts(&mut parts, state).await.map_err(|_| PageError::Broken)?;
        let params = RawPathParams::from_request_parts(&mut parts, state).await.map_err(|_| PageError::NotFound)?;
        let customer: CustomerId = params.iter().next().and_then(|(_, id)| id.parse().ok()).ok_or(PageError::NotFound)?;
        let words = parts.extensions.get::<TypedWords>().cloned().unwrap_or_default();
        let mut receiver = attachment::begin(&portal, context.actor()?, customer).await?;
        let form = Multipart::from_request(Request::from_parts(parts, body), state).await;
        let room = byte_budget.reserve(context.byte_owner());
        receive(&portal, form.map_err(|_| PageError::BadRequest)?, (&mut receiver, room), &words).await
    }
}

async fn receive(
    portal: &Portal,
    mut form: Multipart,
    (taking, mut room): (&mut Receiver, Reservation),
    words: &TypedWords,
) -> Result<Received, PageError> {
    let (mut received, mut left) = (Received::default(), HELD);
    while let Some(mut field) = form.next_field().await.map_err(|error| broken(error.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(str::to_owned) else {
            let value = text(&mut field, &mut left).await?;
            words.note(&name, &value).map_err(|_| PageError::Busy)?;
            if received.pairs.len() >= FIELDS {
                return Err(PageError::BadRequest);
            }
            received.pairs.push((name, value));
            continue;
        };
        let (kind, files) = match name.as_str() {
            FILES => (FILES, &mut received.files),
            NOTE_FILES => (NOTE_FILES, &mut received.note_files),
            _ => return Err(PageError::BadRequest),
        };
        // A browser sends one nameless empty file where none was chosen.
        if file_name.is_empty() {
            continue;
        }
        room.grow_in_time(IN_MEMORY, PATIENCE).await.map_err(|_| PageError::Busy)?;
        let mut status = None;
        let bytes = (&mut field).map_err(|error| {
            status = Some(error.status());
            io::Error::other(error)
        });
        let taken = taking.take(portal, &typed_name(&file_name), bytes).await;
        room.clear();
        match (taken, status) {
            // What came broke off, or all of it is too large; where files are is not to blame.
            (Err(_), Some(status)) => return Err(broken(status)),
            (taken, _) => match taken? {
                Ok(file) => files.push(file),
                Err(why) => received.refused.push((kind, why)),
            },
        }
    }
    if HELD - left > WORDS { Err(PageError::TooLong) } else { Ok(received) }
}

/// The name of a file as its sender knows it: browsers write what would end it in a form otherwise (HTML, 4.10.21.8).
fn typed_name(sent: &str) -> String {
    sent.replace("%22", "\"").replace("%0D", "").replace("%0A", "")
}

async fn text(field: &mut Field<'_>, left: &mut usize) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(error.status()))? {
        *left = left.checked_sub(chunk.len()).ok_or(PageError::TooLong)?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| PageError::BadRequest)
}

fn broken(status: StatusCode) -> PageError {
    if status == StatusCode::PAYLOAD_TOO_LARGE { PageError::TooLarge } else { PageError::BadRequest }
}
