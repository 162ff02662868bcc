//! The file of an invoice, as it came.

use crate::http::{context::RequestContext, errors::PageError, path_ids::PathIds};
use axum::{
    body::Body,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use coplan_domain::id::{CustomerId, InvoiceId};
use coplan_usecases::{Portal, invoice};
use futures_util::TryStreamExt;
use std::fmt::Write;

/// Gives the file, to be saved: a browser must not show what somebody else wrote as a page of ours.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice)): PathIds<(CustomerId, InvoiceId)>,
) -> Result<Response, PageError> {
    let file = invoice::original(&portal, context.actor()?, customer, invoice).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/xml".to_owned()),
        (header::CONTENT_LENGTH, file.size.to_string()),
        (header::CONTENT_DISPOSITION, disposition(&file.name)),
    ];
    // A file that turns out to be damaged is cut short, so the browser sees that the length does not match.
    let logged = file.bytes.inspect_err(move |error| tracing::error!(%invoice, "its file could not be sent whole: {error}"));
    Ok((headers, Body::from_stream(logged)).into_response())
}

/// RFC 6266: the name in the letters that every browser reads, and in full.
pub(super) fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || "._- ".contains(c) { c } else { '_' }).collect();
    let mut full = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            full.push(char::from(byte));
        } else {
            let _ = write!(full, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn no_name_breaks_out_of_the_header() {
        assert_eq!(disposition("1057.xml"), "attachment; filename=\"1057.xml\"; filename*=UTF-8''1057.xml");
        assert_eq!(disposition("ä\".xml"), "attachment; filename=\"__.xml\"; filename*=UTF-8''%C3%A4%22.xml");
    }
}
