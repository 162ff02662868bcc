//! Holds what a form has sent while it is worked on, so that it can be given back where it could not be kept.

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Method, header, request::Parts},
};
use coplan_app::{
    http::errors::PageError,
    http::form_recovery::{SubmittedBody, has_too_many_fields},
    links,
};
use coplan_domain::text::PROSE_LIMIT;
use futures_util::TryStreamExt;
use std::time::Duration;
use tokio::time::timeout;

/// The most bytes of a posted form; uploads have their own bound.
///
/// A text five times too long for its field still comes back in it, with what is wrong said beside it, whatever its
/// letters: one that lies beyond the basic plane takes twelve bytes in a form (`%F0%9F%8C%B2`).
pub const FORM_LIMIT: usize = 5 * PROSE_LIMIT * 12 + 64 * 1024;

/// The most bytes of a form that is held although it cannot be taken, so that whoever wrote it can shorten it.
const HELD_LIMIT: usize = 4 * FORM_LIMIT;

/// Takes a form in within this time, and gives it to be read again; or why it cannot be taken, with as much of it as can
/// be given back. Files are not held: they are large, and still where they came from.
pub async fn hold(request: &Parts, body: Body, limit: Duration) -> (SubmittedBody, Result<Body, PageError>) {
    let asked = request.uri.path_and_query().map_or_else(links::site::home, ToString::to_string);
    if request.method != Method::POST {
        return (SubmittedBody::Nothing { asked }, Ok(body));
    }
    if !is_form(request.headers.get(header::CONTENT_TYPE)) {
        return (SubmittedBody::Files, Ok(body));
    }
    match timeout(limit, receive(body)).await.unwrap_or(Err(PageError::TooSlow)) {
        Ok(arrived) if has_too_many_fields(&arrived) => (SubmittedBody::Nothing { asked }, Err(PageError::BadRequest)),
        Ok(arrived) => {
            let body = if arrived.len() > FORM_LIMIT { Err(PageError::TooLong) } else { Ok(Body::from(arrived.clone())) };
            (SubmittedBody::Form { action: asked, body: arrived }, body)
        }
        Err(failure) => (SubmittedBody::Nothing { asked }, Err(failure)),
    }
}

/// A button without fields sends no type at all in some browsers.
fn is_form(kind: Option<&HeaderValue>) -> bool {
    let kind = kind.map_or("", |kind| kind.to_str().unwrap_or_default());
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn receive(body: Body) -> Result<Bytes, PageError> {
    let mut chunks = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(chunk) = chunks.try_next().await.map_err(|_| PageError::BadRequest)? {
        if whole.len() + chunk.len() > HELD_LIMIT {
            return Err(PageError::TooLong);
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn held(kind: &str, body: Body) -> Result<(SubmittedBody, usize), PageError> {
        let request = Request::post("/there?x=1").header(header::CONTENT_TYPE, kind).body(body).unwrap();
        let (parts, body) = request.into_parts();
        let (sent, body) = hold(&parts, body, Duration::from_millis(100)).await;
        Ok((sent, axum::body::to_bytes(body?, usize::MAX).await.unwrap().len()))
    }

    #[tokio::test]
    async fn a_form_is_held_and_can_still_be_read() {
        let (sent, length) = held("application/x-www-form-urlencoded; charset=UTF-8", "text=a".into()).await.unwrap();
        assert!(matches!(sent, SubmittedBody::Form { action, body } if action == "/there?x=1" && body == "text=a"));
        assert_eq!(length, 6);
    }

    #[tokio::test]
    async fn files_are_not_held() {
        let (sent, length) = held("multipart/form-data; boundary=x", vec![0; 2 * FORM_LIMIT].into()).await.unwrap();
        assert!(matches!(sent, SubmittedBody::Files));
        assert_eq!(length, 2 * FORM_LIMIT);
    }

    #[tokio::test]
    async fn a_form_larger_than_any_of_ours_is_refused_and_given_back_while_that_can_be() {
        let send = async |length| {
            let request = Request::post("/there").body(Body::from(vec![b'a'; length])).unwrap();
            let (parts, body) = request.into_parts();
            hold(&parts, body, Duration::from_secs(10)).await
        };
        assert!(matches!(send(FORM_LIMIT).await, (SubmittedBody::Form { .. }, Ok(_))));
        let (taken, refused) = send(FORM_LIMIT + 1).await;
        assert!(matches!(refused, Err(PageError::TooLong)));
        assert!(matches!(taken, SubmittedBody::Form { body, .. } if body.len() == FORM_LIMIT + 1));
        assert!(matches!(send(HELD_LIMIT + 1).await, (SubmittedBody::Nothing { .. }, Err(PageError::TooLong))));
    }

    #[tokio::test]
    async fn a_form_that_is_nothing_but_fields_is_refused_and_not_kept() {
        for fields in [1000, FORM_LIMIT] {
            let request = Request::post("/").body(Body::from(vec!["a"; fields].join("&"))).unwrap();
            let (parts, body) = request.into_parts();
            let (sent, refused) = hold(&parts, body, Duration::from_secs(10)).await;
            assert!(matches!(sent, SubmittedBody::Nothing { .. }) && matches!(refused, Err(PageError::BadRequest)), "{sent:?}");
        }
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_given_up() {
        let endless = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        assert!(matches!(held("application/x-www-form-urlencoded", endless).await, Err(PageError::TooSlow)));
    }
}
