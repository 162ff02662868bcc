//! What a browser sends: files, and what was typed beside those that it sent before.

use crate::http::errors::PageError;
use axum::{
    extract::{Multipart, multipart::MultipartError},
    http::StatusCode,
};
use coplan_domain::format::MAX_BYTES;
use coplan_usecases::import::IncomingFile;

/// What a form holds besides files.
pub(super) type Fields = Vec<(String, String)>;

/// The files as they arrive, and what was typed for those that were read before. Of one that is too large only its
/// beginning is held.
pub(super) async fn receive(mut form: Multipart) -> Result<(Vec<IncomingFile>, Fields), PageError> {
    let (mut files, mut fields) = (Vec::new(), Vec::new());
    while let Some(mut field) = form.next_field().await.map_err(|error| broken(&error))? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            if let Some(name) = field.name().map(str::to_owned) {
                fields.push((name, field.text().await.map_err(|error| broken(&error))?));
            }
            continue;
        };
        let mut file = IncomingFile { name, bytes: Vec::new(), size: 0 };
        while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
            file.size += chunk.len();
            if file.size <= MAX_BYTES {
                file.bytes.extend_from_slice(&chunk);
            }
        }
        // A browser sends one nameless empty file where none was chosen.
        if !file.name.is_empty() || file.size > 0 {
            files.push(file);
        }
    }
    Ok((files, fields))
}

fn broken(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { PageError::TooLarge } else { PageError::BadRequest }
}
