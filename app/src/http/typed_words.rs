//! The words of a form that brings files: they are given back where they could not be kept, as those of any other form.
//!
//! Files are read piece by piece and never held, so the words are noted as they come by, and may be asked for by the layer
//! that holds other forms.

use super::{
    body_limit::UPLOAD_LIMIT,
    byte_budget::{BudgetFull, Reservation},
    form_recovery::SubmittedBody,
};
use crate::forms::registry;
use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    http::{HeaderMap, header},
};
use form_urlencoded::Serializer;
use std::{
    mem::take,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The words that have come so far.
#[derive(Debug, Clone, Default)]
pub struct TypedWords(Arc<Mutex<Typed>>);

#[derive(Debug, Default)]
struct Typed {
    /// Names and values of fields.
    fields: Vec<(String, String)>,
    /// What they take of the byte budget.
    room: Option<Reservation>,
}

/// Whether these are the headers of a form with files.
#[must_use]
pub fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

/// Whether people write words into the form at this address.
#[must_use]
pub fn holds_words(address: &str) -> bool {
    registry::at(address).is_some()
}

impl TypedWords {
    /// None yet; they take this much of the byte budget.
    #[must_use]
    pub fn within(room: Reservation) -> Self {
        Self(Arc::new(Mutex::new(Typed { fields: Vec::new(), room: Some(room) })))
    }

    fn typed(&self) -> MutexGuard<'_, Typed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes a field.
    ///
    /// # Errors
    /// [`BudgetFull`]; then it is not noted.
    pub fn note(&self, name: &str, value: &str) -> Result<(), BudgetFull> {
        let mut typed = self.typed();
        if let Some(room) = &mut typed.room {
            room.grow(name.len() + value.len())?;
        }
        typed.fields.push((name.to_owned(), value.to_owned()));
        Ok(())
    }

    /// Reads a form of somebody who is not let to its page: the words up to so many bytes, and nothing of the files.
    pub async fn read(&self, mut request: Request, most: usize) {
        DefaultBodyLimit::max(UPLOAD_LIMIT).apply(&mut request);
        let Ok(mut form) = Multipart::from_request(request, &()).await else { return };
        let mut left = most;
        // What breaks off has come as far as it has.
        while let Ok(Some(mut field)) = form.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.file_name().is_some();
            let mut value = Vec::new();
            while let Ok(Some(chunk)) = field.chunk().await {
                // Read to its end all the same: a browser that still sends sees no answer.
                if !is_file && chunk.len() <= left {
                    left -= chunk.len();
                    value.extend_from_slice(&chunk);
                }
            }
            if let (false, Ok(value)) = (is_file, String::from_utf8(value)) {
                // What finds no room is not given back.
                self.note(&name, &value).ok();
            }
        }
    }

    /// What came, as a form that can be sent again, with the room that it takes.
    #[must_use]
    pub fn into_body(self, action: String) -> (SubmittedBody, Option<Reservation>) {
        let Typed { fields, room } = take(&mut *self.typed());
        if fields.is_empty() {
            return (SubmittedBody::Files, room);
        }
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        (SubmittedBody::Form { action, body: body.into() }, room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn form(text: &str) -> Request {
        let body = format!(
            "--x\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n--x\r\n\
             content-disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\nbytes\r\n--x\r\n\
             content-disposition: form-data; name=\"note\"\r\n\r\nlate\r\n--x--\r\n"
        );
        Request::post("/").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").body(Body::from(body)).unwrap()
    }

    #[tokio::test]
    async fn words_beside_files_come_back_and_files_do_not() {
        let words = TypedWords::default();
        words.read(form("A & B"), 100).await;
        let (sent, _) = words.into_body("/there".to_owned());
        assert!(matches!(sent, SubmittedBody::Form { action, body } if action == "/there" && body == "text=A+%26+B&note=late"));
    }

    #[tokio::test]
    async fn no_more_words_are_held_than_may_be() {
        let words = TypedWords::default();
        words.read(form(&"a".repeat(50)), 20).await;
        assert!(matches!(words.into_body(String::new()).0, SubmittedBody::Form { body, .. } if body == "text=&note=late"));
    }
}
