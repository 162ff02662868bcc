//! Buffers the body of a form while it is handled, so that it can be given back where it could not be saved.

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

/// The most bytes of a form that is buffered although it is refused, so that its author can shorten it.
const BUFFER_LIMIT: usize = 4 * FORM_LIMIT;

/// Why a form's body was refused before anything looked at what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedBody {
    /// It is longer than any form of ours.
    TooLong,
    /// It did not arrive in time.
    TooSlow,
    /// It broke off, or has more fields than any form of ours.
    Malformed,
}

impl From<RefusedBody> for PageError {
    fn from(refused: RefusedBody) -> Self {
        match refused {
            RefusedBody::TooLong => Self::TooLong,
            RefusedBody::TooSlow => Self::TooSlow,
            RefusedBody::Malformed => Self::BadRequest,
        }
    }
}

/// Reads a form within this time and gives it to be read again; or why it is refused, with as much of it as can be given
/// back. Files are not buffered: they are large, and their sender still has them.
pub async fn buffer(request: &Parts, body: Body, limit: Duration) -> (SubmittedBody, Result<Body, RefusedBody>) {
    let asked = request.uri.path_and_query().map_or_else(links::site::home, ToString::to_string);
    if request.method != Method::POST {
        return (SubmittedBody::Nothing { asked }, Ok(body));
    }
    if !is_form(request.headers.get(header::CONTENT_TYPE)) {
        return (SubmittedBody::Files, Ok(body));
    }
    match timeout(limit, receive(body)).await.unwrap_or(Err(RefusedBody::TooSlow)) {
        Ok(arrived) if has_too_many_fields(&arrived) => (SubmittedBody::Nothing { asked }, Err(RefusedBody::Malformed)),
        Ok(arrived) => {
            let body = if arrived.len() > FORM_LIMIT { Err(RefusedBody::TooLong) } else { Ok(Body::from(arrived.clone())) };
            (SubmittedBody::Form { action: asked, body: arrived }, body)
        }
        Err(refused) => (SubmittedBody::Nothing { asked }, Err(refused)),
    }
}

/// A button without fields sends no type at all in some browsers.
fn is_form(kind: Option<&HeaderValue>) -> bool {
    let kind = kind.map_or("", |kind| kind.to_str().unwrap_or_default());
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn receive(body: Body) -> Result<Bytes, RefusedBody> {
    let mut chunks = body.into_data_stream();
    let mut whole = Vec::new();
    while let Some(chunk) = chunks.try_next().await.map_err(|_| RefusedBody::Malformed)? {
        if whole.len() + chunk.len() > BUFFER_LIMIT {
            return Err(RefusedBody::TooLong);
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    async fn held(kind: &str, body: Body) -> Result<(SubmittedBody, usize), RefusedBody> {
        let request = Request::post("/there?x=1").header(header::CONTENT_TYPE, kind).body(body).unwrap();
        let (parts, body) = request.into_parts();
        let (sent, body) = buffer(&parts, body, Duration::from_millis(100)).await;
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
            buffer(&parts, body, Duration::from_secs(10)).await
        };
        assert!(matches!(send(FORM_LIMIT).await, (SubmittedBody::Form { .. }, Ok(_))));
        let (taken, refused) = send(FORM_LIMIT + 1).await;
        assert!(matches!(refused, Err(RefusedBody::TooLong)));
        assert!(matches!(taken, SubmittedBody::Form { body, .. } if body.len() == FORM_LIMIT + 1));
        assert!(matches!(send(BUFFER_LIMIT + 1).await, (SubmittedBody::Nothing { .. }, Err(RefusedBody::TooLong))));
    }

    #[tokio::test]
    async fn a_form_that_is_nothing_but_fields_is_refused_and_not_kept() {
        for fields in [1000, FORM_LIMIT] {
            let request = Request::post("/").body(Body::from(vec!["a"; fields].join("&"))).unwrap();
            let (parts, body) = request.into_parts();
            let (sent, refused) = buffer(&parts, body, Duration::from_secs(10)).await;
            assert!(matches!(sent, SubmittedBody::Nothing { .. }) && matches!(refused, Err(RefusedBody::Malformed)), "{sent:?}");
        }
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_given_up() {
        let endless = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        assert!(matches!(held("application/x-www-form-urlencoded", endless).await, Err(RefusedBody::TooSlow)));
    }
}
