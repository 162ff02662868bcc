//! Holds what a form has sent while it is worked on, so that it can be given back where it could not be kept.

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Method, header, request::Parts},
};
use coplan_app::{failure::Failure, typed::Sent};
use coplan_domain::text::PROSE_LIMIT;
use futures_util::TryStreamExt;
use std::time::Duration;
use tokio::time::timeout;

/// The most bytes of a posted form; uploads have their own bound.
///
/// A text five times too long for its field still comes back in it, with what is wrong said beside it, whatever its
/// letters: one that lies beyond the basic plane takes twelve bytes in a form (`%F0%9F%8C%B2`).
pub const FORM_LIMIT: usize = 5 * PROSE_LIMIT * 12 + 64 * 1024;

/// Takes a form in within this time, and gives it to be read again. Files are not held: they are large, and still where they came from.
pub async fn hold(request: &Parts, body: Body, limit: Duration) -> Result<(Sent, Body), Failure> {
    let asked = request.uri.path_and_query().map_or("/", |asked| asked.as_str()).to_owned();
    if request.method != Method::POST {
        return Ok((Sent::Nothing { asked }, body));
    }
    if !is_form(request.headers.get(header::CONTENT_TYPE)) {
        return Ok((Sent::Files, body));
    }
    let arrived = timeout(limit, receive(body)).await.map_err(|_| Failure::TooSlow)??;
    Ok((Sent::Form { action: asked, body: arrived.clone() }, Body::from(arrived)))
}

/// A button without fields sends no type at all in some browsers.
fn is_form(kind: Option<&HeaderValue>) -> bool {
    let kind = kind.map_or("", |kind| kind.to_str().unwrap_or_default());
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn receive(body: Body) -> Result<Bytes, Failure> {
    let mut chunks = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(chunk) = chunks.try_next().await.map_err(|_| Failure::BadRequest)? {
        if whole.len() + chunk.len() > FORM_LIMIT {
            return Err(Failure::TooLarge);
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn held(kind: &str, body: Body) -> Result<(Sent, usize), Failure> {
        let request = Request::post("/there?x=1").header(header::CONTENT_TYPE, kind).body(body).unwrap();
        let (parts, body) = request.into_parts();
        let (sent, body) = hold(&parts, body, Duration::from_millis(100)).await?;
        Ok((sent, axum::body::to_bytes(body, usize::MAX).await.unwrap().len()))
    }

    #[tokio::test]
    async fn a_form_is_held_and_can_still_be_read() {
        let (sent, length) = held("application/x-www-form-urlencoded; charset=UTF-8", "text=a".into()).await.unwrap();
        assert!(matches!(sent, Sent::Form { action, body } if action == "/there?x=1" && body == "text=a"));
        assert_eq!(length, 6);
    }

    #[tokio::test]
    async fn files_are_not_held() {
        let (sent, length) = held("multipart/form-data; boundary=x", vec![0; 2 * FORM_LIMIT].into()).await.unwrap();
        assert!(matches!(sent, Sent::Files));
        assert_eq!(length, 2 * FORM_LIMIT);
    }

    #[tokio::test]
    async fn a_form_larger_than_any_of_ours_is_refused() {
        let refused = held("application/x-www-form-urlencoded", vec![b'a'; FORM_LIMIT + 1].into()).await;
        assert!(matches!(refused, Err(Failure::TooLarge)));
        assert!(held("application/x-www-form-urlencoded", vec![b'a'; FORM_LIMIT].into()).await.is_ok());
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_given_up() {
        let endless = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        assert!(matches!(held("application/x-www-form-urlencoded", endless).await, Err(Failure::TooSlow)));
    }
}
