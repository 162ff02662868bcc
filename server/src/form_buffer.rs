//! Buffers the body of a form while it is handled, so that it can be given back where it could not be saved.
//!
//! It works inside the session layer and on routes only: who sends a form is known before a byte of it is in memory, and
//! what goes to no page is not read at all.

use crate::timeouts;
use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Request, State},
    http::{HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use coplan_app::{
    http::{
        byte_budget::{ByteBudget, Reservation},
        context::RequestContext,
        errors::{self, PageError},
        form_recovery::{SubmittedBody, has_too_many_fields},
        typed_words::{self, TypedWords},
    },
    links,
};
use coplan_domain::text::PROSE_LIMIT;
use futures_util::TryStreamExt;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

/// The most bytes of a posted form; uploads have their own bound.
///
/// A text five times too long for its field still comes back in it, with what is wrong said beside it, whatever its
/// letters: one that lies beyond the basic plane takes twelve bytes in a form (`%F0%9F%8C%B2`).
pub const FORM_LIMIT: usize = 5 * PROSE_LIMIT * 12 + 64 * 1024;

/// The most bytes of a form that is buffered although it is refused, so that its author can shorten it.
const BUFFER_LIMIT: usize = 4 * FORM_LIMIT;

/// The most bytes of a form of somebody who is not signed in: more than any form before the sign-in has, and enough to
/// give back most of what was written before a session ended.
const STRANGER_LIMIT: usize = 64 * 1024;

/// The first bytes of each form are in no budget: somebody can sign in while it is used up.
const FREE: usize = 4 * 1024;

/// Why a form's body was refused before anything looked at what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RefusedBody {
    /// It is longer than any form of ours.
    TooLong,
    /// It did not arrive in time.
    TooSlow,
    /// It broke off, or has more fields than any form of ours.
    Malformed,
    /// Bodies take as much memory as they may.
    NoRoom,
}

impl From<RefusedBody> for PageError {
    fn from(refused: RefusedBody) -> Self {
        match refused {
            RefusedBody::TooLong => Self::TooLong,
            RefusedBody::TooSlow => Self::TooSlow,
            RefusedBody::Malformed => Self::BadRequest,
            RefusedBody::NoRoom => Self::Busy,
        }
    }
}

/// Put on a request whose sender may not go on to the pages: what it is answered once its form was buffered.
#[derive(Clone)]
pub struct NotAdmitted(pub Arc<PageError>);

/// Put on an answer: what came with its request, for as long as it may have to be given back.
#[derive(Clone)]
pub struct Buffered(Arc<(SubmittedBody, Option<Reservation>)>);

impl Buffered {
    /// What came with the request.
    pub fn body(&self) -> &SubmittedBody {
        &self.0.0
    }
}

/// Takes a form in before its page does, and leaves it on the answer.
pub async fn layer(State(budget): State<Arc<ByteBudget>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Some(context) = parts.extensions.get::<RequestContext>() else { return PageError::Broken.into_response() };
    let mut room = Room::of(context, &budget);
    let was_here = context.known_side.is_some();
    let is_stranger = context.actor.is_none();
    let not_admitted = parts.extensions.remove::<NotAdmitted>();
    let asked = parts.uri.path_and_query().map_or_else(links::site::home, ToString::to_string);
    if parts.method == Method::POST && typed_words::is_multipart(&parts.headers) && typed_words::holds_words(&asked) {
        return with_files(Request::from_parts(parts, body), next, asked, (not_admitted, is_stranger), room.reservation).await;
    }
    let (sent, body) = buffer(&parts, body, &mut room, timeouts::PAGE).await;
    let mut response = match (not_admitted, body) {
        (Some(NotAdmitted(failure)), _) => errors::pending(failure),
        (None, Ok(body)) => next.run(Request::from_parts(parts, body)).await,
        // Too long only because the session has ended meanwhile.
        (None, Err(RefusedBody::TooLong)) if was_here => PageError::NotIn.into_response(),
        (None, Err(refused)) => PageError::from(refused).into_response(),
    };
    response.extensions_mut().insert(Buffered(Arc::new((sent, Some(room.reservation)))));
    response
}

/// Lets a form with files go on to its page, which notes the words that it reads; or takes in the words alone, where its
/// sender may not go on.
async fn with_files(
    request: Request,
    next: Next,
    action: String,
    (not_admitted, is_stranger): (Option<NotAdmitted>, bool),
    reservation: Reservation,
) -> Response {
    let words = TypedWords::within(reservation);
    let mut request = request;
    let mut response = if not_admitted.is_none() && !is_stranger {
        request.extensions_mut().insert(words.clone());
        next.run(request).await
    } else {
        // What has come by then is given back.
        timeout(timeouts::PAGE, words.read(request, STRANGER_LIMIT)).await.ok();
        not_admitted.map_or_else(|| PageError::NotIn.into_response(), |NotAdmitted(failure)| errors::pending(failure))
    };
    response.extensions_mut().insert(Buffered(Arc::new(words.into_body(action))));
    response
}

/// How much of a form is buffered.
struct Room {
    /// The most bytes that are read to its page.
    form: usize,
    /// The most bytes that are given back.
    buffer: usize,
    /// Whether room for all of a form is taken before the first of it is read. A stranger would hold what it never sends.
    at_once: bool,
    reservation: Reservation,
}

impl Room {
    fn of(context: &RequestContext, budget: &Arc<ByteBudget>) -> Self {
        let reservation = budget.reserve(context.byte_owner());
        match context.actor {
            Some(_) => Self { form: FORM_LIMIT, buffer: BUFFER_LIMIT, at_once: true, reservation },
            None => Self { form: STRANGER_LIMIT, buffer: STRANGER_LIMIT, at_once: false, reservation },
        }
    }
}

/// Reads a form within this time and gives it to be read again; or why it is refused, with as much of it as can be given
/// back. Files are not buffered: they are large, and their sender still has them.
async fn buffer(request: &Parts, body: Body, room: &mut Room, limit: Duration) -> (SubmittedBody, Result<Body, RefusedBody>) {
    let asked = request.uri.path_and_query().map_or_else(links::site::home, ToString::to_string);
    if request.method != Method::POST {
        return (SubmittedBody::Nothing { asked }, Ok(body));
    }
    if !is_form(request.headers.get(header::CONTENT_TYPE)) {
        return (SubmittedBody::Files, Ok(body));
    }
    match timeout(limit, receive(body, room)).await.unwrap_or(Err(RefusedBody::TooSlow)) {
        Ok(arrived) if has_too_many_fields(&arrived) => (SubmittedBody::Nothing { asked }, Err(RefusedBody::Malformed)),
        Ok(arrived) => {
            let body = if arrived.len() > room.form { Err(RefusedBody::TooLong) } else { Ok(Body::from(arrived.clone())) };
            (SubmittedBody::Form { action: asked, body: arrived }, body)
        }
        Err(refused) => {
            room.reservation.clear();
            (SubmittedBody::Nothing { asked }, Err(refused))
        }
    }
}

/// A button without fields sends no type at all in some browsers.
fn is_form(kind: Option<&HeaderValue>) -> bool {
    let kind = kind.map_or("", |kind| kind.to_str().unwrap_or_default());
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.is_empty() || kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

async fn receive(body: Body, room: &mut Room) -> Result<Bytes, RefusedBody> {
    // A buffer that grows is copied again and again: many at once would take several times their bytes.
    let length = body.size_hint().exact().and_then(|length| usize::try_from(length).ok());
    let length = length.filter(|length| room.at_once && *length <= room.buffer);
    room.reservation.grow(length.unwrap_or(0).saturating_sub(FREE)).map_err(|_| RefusedBody::NoRoom)?;
    let mut chunks = body.into_data_stream();
    let mut whole = Vec::with_capacity(length.unwrap_or(0));
    let mut size = 0;
    while let Some(chunk) = chunks.try_next().await.map_err(|_| RefusedBody::Malformed)? {
        size += chunk.len();
        if size > room.buffer {
            // Read to its end without being held: a client that still sends sees no answer.
            whole = Vec::new();
            room.reservation.clear();
            if size > BUFFER_LIMIT {
                return Err(RefusedBody::TooLong);
            }
            continue;
        }
        if length.is_none() {
            let counted = size.saturating_sub(FREE).min(chunk.len());
            room.reservation.grow(counted).map_err(|_| RefusedBody::NoRoom)?;
        }
        whole.extend_from_slice(&chunk);
    }
    if size > room.buffer { Err(RefusedBody::TooLong) } else { Ok(whole.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;
    use coplan_app::http::byte_budget::Owner;
    use coplan_domain::id::PersonId;

    fn person() -> Owner {
        Owner::Person(PersonId(1_u128.into()))
    }

    fn room(buffer: usize) -> Room {
        let reservation = Arc::new(ByteBudget::default()).reserve(Owner::Network("192.0.2.1".to_owned()));
        Room { form: FORM_LIMIT.min(buffer), buffer, at_once: false, reservation }
    }

    async fn held(kind: &str, body: Body) -> Result<(SubmittedBody, usize), RefusedBody> {
        let request = Request::post("/there?x=1").header(header::CONTENT_TYPE, kind).body(body).unwrap();
        let (parts, body) = request.into_parts();
        let (sent, body) = buffer(&parts, body, &mut room(BUFFER_LIMIT), Duration::from_millis(100)).await;
        Ok((sent, axum::body::to_bytes(body?, usize::MAX).await.unwrap().len()))
    }

    async fn sent(body: Vec<u8>, room: &mut Room) -> (SubmittedBody, Result<Body, RefusedBody>) {
        let (parts, body) = Request::post("/there").body(Body::from(body)).unwrap().into_parts();
        buffer(&parts, body, room, Duration::from_secs(10)).await
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
        let send = async |length| sent(vec![b'a'; length], &mut room(BUFFER_LIMIT)).await;
        assert!(matches!(send(FORM_LIMIT).await, (SubmittedBody::Form { .. }, Ok(_))));
        let (taken, refused) = send(FORM_LIMIT + 1).await;
        assert!(matches!(refused, Err(RefusedBody::TooLong)));
        assert!(matches!(taken, SubmittedBody::Form { body, .. } if body.len() == FORM_LIMIT + 1));
        assert!(matches!(send(BUFFER_LIMIT + 1).await, (SubmittedBody::Nothing { .. }, Err(RefusedBody::TooLong))));
    }

    #[tokio::test]
    async fn a_stranger_gets_nothing_back_of_what_is_longer_than_any_form_before_the_sign_in() {
        let mut room = room(STRANGER_LIMIT);
        assert!(matches!(sent(vec![b'a'; STRANGER_LIMIT], &mut room).await, (SubmittedBody::Form { .. }, Ok(_))));
        let answer = sent(vec![b'a'; STRANGER_LIMIT + 1], &mut room).await;
        assert!(matches!(answer, (SubmittedBody::Nothing { .. }, Err(RefusedBody::TooLong))));
    }

    #[tokio::test]
    async fn forms_that_fit_into_no_budget_are_refused_and_small_ones_still_taken() {
        let budget = Arc::new(ByteBudget::new(1024 * 1024));
        let stranger = || budget.reserve(Owner::Network("192.0.2.1".to_owned()));
        let mut others = stranger();
        others.grow(256 * 1024).unwrap();
        let mut room = Room { form: STRANGER_LIMIT, buffer: STRANGER_LIMIT, at_once: false, reservation: stranger() };
        let answer = sent(vec![b'a'; FREE + 1], &mut room).await;
        assert!(matches!(answer, (SubmittedBody::Nothing { .. }, Err(RefusedBody::NoRoom))));
        assert!(matches!(sent(vec![b'a'; FREE], &mut room).await, (SubmittedBody::Form { .. }, Ok(_))));
    }

    #[tokio::test]
    async fn a_form_of_somebody_who_is_in_has_room_for_all_of_it_before_it_is_read_or_is_not_read() {
        let budget = Arc::new(ByteBudget::new(4 * 1024 * 1024));
        let room = || Room { form: FORM_LIMIT, buffer: BUFFER_LIMIT, at_once: true, reservation: budget.reserve(person()) };
        let mut others = budget.reserve(person());
        others.grow(700 * 1024).unwrap();
        let answer = sent(vec![b'a'; 500 * 1024], &mut room()).await;
        assert!(matches!(answer, (SubmittedBody::Nothing { .. }, Err(RefusedBody::NoRoom))));
        let mut room = room();
        let (taken, read) = sent(vec![b'a'; 300 * 1024], &mut room).await;
        assert!(matches!(taken, SubmittedBody::Form { body, .. } if body.len() == 300 * 1024) && read.is_ok());
        assert!(budget.reserve(person()).grow(30 * 1024).is_err(), "it holds its room");
    }

    #[tokio::test]
    async fn a_form_that_is_nothing_but_fields_is_refused_and_not_kept() {
        for fields in [1000, FORM_LIMIT] {
            let (sent, refused) = sent(vec!["a"; fields].join("&").into(), &mut room(BUFFER_LIMIT)).await;
            assert!(matches!(sent, SubmittedBody::Nothing { .. }) && matches!(refused, Err(RefusedBody::Malformed)), "{sent:?}");
        }
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_given_up() {
        let endless = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
        assert!(matches!(held("application/x-www-form-urlencoded", endless).await, Err(RefusedBody::TooSlow)));
    }
}
