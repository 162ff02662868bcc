//! A file of a discussion: to be saved, or a picture as the discussion shows it.

use axum::{extract::State, http::HeaderMap, response::Response};
use coplan_app::http::{context::RequestContext, download, errors::PageError, path_ids::PathIds};
use coplan_domain::id::{AttachmentId, CustomerId, ThreadId};
use coplan_usecases::{
    Portal,
    attachment::{Size, open},
};

/// Gives the file, to be saved.
///
/// # Errors
/// [`PageError`] where what it stands beside is not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, thread, id)): PathIds<(CustomerId, ThreadId, AttachmentId)>,
) -> Result<Response, PageError> {
    let opened = open(&portal, context.actor()?, customer, thread, (id, Size::Whole)).await?;
    Ok(download::saved(&opened.name, (&opened.file.media_type, opened.file.size), opened.bytes))
}

/// Gives the picture as it is shown.
///
/// # Errors
/// The same, and where it is no picture.
pub async fn picture(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, thread, id)): PathIds<(CustomerId, ThreadId, AttachmentId)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let opened = open(&portal, context.actor()?, customer, thread, (id, Size::Shown)).await?;
    let tag = opened.file.hash.to_string();
    Ok(download::shown(&headers, &tag, (&opened.file.media_type, opened.file.size), opened.bytes))
}
