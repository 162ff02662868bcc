//! A file as an answer: to be saved, never to be shown as a page of ours; a picture also to be shown within one.

use axum::{
    BoxError,
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use coplan_usecases::InternalError;
use futures_util::{Stream, TryStreamExt, stream};
use std::{
    convert::Infallible,
    fmt::{Display, Write},
    io,
};
use tokio::{fs::File, io::AsyncReadExt};

/// How much of a file is in memory, in bytes.
const PIECE: usize = 64 * 1024;

/// The file, to be saved. Where it turns out to be damaged it is cut short, so that the browser sees that its length does
/// not match.
pub fn saved<E: Into<BoxError> + Display + 'static>(
    name: &str,
    (media_type, size): (&str, u64),
    bytes: impl Stream<Item = Result<Bytes, E>> + Send + 'static,
) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_LENGTH, size.to_string()),
        (header::CONTENT_DISPOSITION, disposition(name)),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
    ];
    (headers, body(name, bytes)).into_response()
}

/// The same for a file that is in memory.
#[must_use]
pub fn saved_bytes(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    saved(name, (media_type, size), stream::iter([Ok::<_, Infallible>(Bytes::from(bytes))]))
}

/// The same for a file on the disk, of which a piece at a time is in memory.
///
/// # Errors
/// [`InternalError`] where it cannot be read.
pub async fn saved_file(name: &str, media_type: &str, file: std::fs::File) -> Result<Response, InternalError> {
    let file = File::from_std(file);
    let size = file.metadata().await.map_err(|_| InternalError::Reading)?.len();
    let pieces = stream::try_unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, io::Error>((read > 0).then(|| (Bytes::from(piece), file)))
    });
    Ok(saved(name, (media_type, size), pieces))
}

/// A picture, to be shown within a page. A browser may have it already by this tag; who may see it is asked each time.
pub fn shown<E: Into<BoxError> + Display + 'static>(
    asked: &HeaderMap,
    tag: &str,
    (media_type, size): (&str, u64),
    bytes: impl Stream<Item = Result<Bytes, E>> + Send + 'static,
) -> Response {
    let tag = format!("\"{tag}\"");
    let common = [
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX.to_owned()),
    ];
    if asked.get(header::IF_NONE_MATCH).is_some_and(|known| *known == *tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    let headers = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_LENGTH, size.to_string())];
    (common, headers, body(&tag, bytes)).into_response()
}

/// Nothing of it runs, should a browser open it after all.
const SANDBOX: &str = "default-src 'none'; sandbox";

fn body<E: Into<BoxError> + Display + 'static>(what: &str, bytes: impl Stream<Item = Result<Bytes, E>> + Send + 'static) -> Body {
    let what = what.to_owned();
    Body::from_stream(bytes.inspect_err(move |error| tracing::error!(what, "a file could not be sent whole: {error}")))
}

/// RFC 6266: the name in the letters that every browser reads, and in full.
fn disposition(name: &str) -> String {
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
