//! What a browser sends: files, and what was typed beside those that it sent before.

use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use coplan_app::http::{byte_budget::Reservation, errors::PageError};
use coplan_domain::format::MAX_BYTES;
use coplan_usecases::{
    Actor, Portal,
    import::{self, IncomingFile, RefusedFile, TakenFile},
};
use std::time::Duration;

/// What a form holds besides files.
pub type Fields = Vec<(String, String)>;

/// The most bytes of all that was typed beside the files.
const TYPED: usize = 64 * 1024;
/// How long a file waits for room in memory; its sender may send nothing for a little longer.
const PATIENCE: Duration = Duration::from_secs(15);

/// The files, each written as soon as it is there, so that only one is in memory, an archive as the files in it; what of
/// archives cannot be opened; and what was typed for those that were
/// read before. Of one that is too large only its beginning is held.
pub(super) async fn receive(
    portal: &Portal,
    actor: &Actor,
    mut room: Reservation,
    mut form: Multipart,
) -> Result<(Vec<TakenFile>, Vec<RefusedFile>, Fields), PageError> {
    let (mut files, mut refused, mut fields, mut typed) = (Vec::<TakenFile>::new(), Vec::new(), Vec::new(), 0);
    while let Some(mut field) = form.next_field().await.map_err(|error| broken(&error))? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            let name = field.name().map(str::to_owned).unwrap_or_default();
            typed += name.len();
            fields.push((name, text(&mut field, &mut typed).await?));
            continue;
        };
        let file = file(name, &mut field, &mut room).await?;
        // A browser sends one nameless empty file where none was chosen.
        if !file.name.is_empty() || file.size > 0 {
            let import::Unpacked { files: unpacked, refused: not_opened } = import::unpack(file).await?;
            refused.extend(not_opened);
            for file in unpacked {
                let before = files.iter().filter(|file| file.is_taken()).count();
                files.push(import::take(portal, actor, file, before).await?);
            }
        }
        room.clear();
    }
    Ok((files, refused, fields))
}

/// A table: the file that was chosen, or the cells that were pasted; and what else the form says.
///
/// # Errors
/// [`PageError`] where nothing came, too much, or what is none.
pub async fn receive_table(mut room: Reservation, mut form: Multipart) -> Result<(ReceivedTable, Fields), PageError> {
    let (mut table, mut fields, mut typed) = (ReceivedTable::default(), Vec::new(), 0);
    while let Some(mut field) = form.next_field().await.map_err(|error| broken(&error))? {
        let name = field.name().map(str::to_owned).unwrap_or_default();
        match (field.file_name().map(str::to_owned), name.as_str()) {
            (Some(name), _) => {
                let file = file(name, &mut field, &mut room).await?;
                // A browser sends one nameless empty file where none was chosen.
                table.file = Some(file).filter(|file| file.size > 0).or(table.file);
            }
            (None, "cells") => table.cells = file(String::new(), &mut field, &mut room).await?.bytes,
            (None, _) => {
                typed += name.len();
                fields.push((name, text(&mut field, &mut typed).await?));
            }
        }
    }
    Ok((table, fields))
}

/// What was sent of a table.
#[derive(Default)]
pub struct ReceivedTable {
    /// The file that was chosen.
    pub file: Option<IncomingFile>,
    /// The cells that were pasted.
    pub cells: Vec<u8>,
}

async fn file(name: String, field: &mut Field<'_>, room: &mut Reservation) -> Result<IncomingFile, PageError> {
    let mut file = IncomingFile { name, bytes: Vec::new(), size: 0 };
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        file.size += chunk.len();
        if file.size <= MAX_BYTES {
            room.grow_in_time(chunk.len(), PATIENCE).await.map_err(|_| PageError::Busy)?;
            file.bytes.extend_from_slice(&chunk);
        }
    }
    Ok(file)
}

async fn text(field: &mut Field<'_>, typed: &mut usize) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        *typed += chunk.len();
        if *typed > TYPED {
            return Err(PageError::TooLong);
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| PageError::BadRequest)
}

fn broken(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { PageError::TooLarge } else { PageError::BadRequest }
}
