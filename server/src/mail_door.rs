//! `POST /mail/receive`: where a mail server brings emails that came, with the secret that is set for it. Of what a stranger
//! sends nothing is read.

use crate::config::Config;
use axum::{
    extract::{Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    routing::{MethodRouter, post},
};
use coplan_app::http::byte_budget::{ByteBudget, Owner};
use coplan_usecases::{
    Portal,
    incoming_mail::{self, IN_MEMORY, MAX_BYTES, ReceiveError},
};
use futures_util::TryStreamExt;
use secrecy::ExposeSecret;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{io, sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};

/// The most emails on their way at once.
const PLACES: usize = 2;
/// How long one waits for its place and for room, before its server is to bring it again.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one may be on its way.
const WAY: Duration = Duration::from_mins(2);

/// What is said, with its status.
type Answer = (StatusCode, String);

/// Whom an email came to, where its server says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Envelope {
    to: Option<String>,
}

/// What the route works with.
#[derive(Clone)]
struct Door {
    portal: Portal,
    /// The hash of the secret, where one is set.
    secret: Option<[u8; 32]>,
    budget: Arc<ByteBudget>,
    places: Arc<Semaphore>,
    patience: Duration,
}

/// The route.
pub fn route(portal: Portal, config: &Config, budget: Arc<ByteBudget>) -> MethodRouter {
    let secret = config.mail_secret.as_ref().map(|secret| hash(secret.expose_secret()));
    post(receive).with_state(Door { portal, secret, budget, places: Arc::new(Semaphore::new(PLACES)), patience: PATIENCE })
}

/// Of equal length whatever was sent, so that comparing tells nothing of how much of it is right.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

async fn receive(State(door): State<Door>, Query(envelope): Query<Envelope>, request: Request) -> Answer {
    if let Err(refused) = door.check(request.headers()) {
        return refused;
    }
    let taken = timeout(WAY, door.take(envelope.to.as_deref(), request)).await;
    taken.unwrap_or_else(|_| (StatusCode::REQUEST_TIMEOUT, "too slow\n".to_owned()))
}

impl Door {
    /// Whether whoever brings an email shows the secret, and how long it is to be.
    fn check(&self, headers: &HeaderMap) -> Result<(), Answer> {
        let Some(secret) = self.secret else { return Err((StatusCode::NOT_FOUND, "not found\n".to_owned())) };
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let shown = text(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
        let differs = hash(shown).iter().zip(secret).fold(0, |all, (one, other)| all | (one ^ other));
        if differs != 0 {
            return Err((StatusCode::UNAUTHORIZED, "not the secret of this installation\n".to_owned()));
        }
        let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
        if length.is_some_and(|length| length > MAX_BYTES) {
            return Err((StatusCode::PAYLOAD_TOO_LARGE, format!("{}\n", ReceiveError::TooLarge)));
        }
        Ok(())
    }

    async fn take(&self, to: Option<&str>, request: Request) -> Answer {
        let not_now = || (StatusCode::SERVICE_UNAVAILABLE, "not now\n".to_owned());
        let Ok(Ok(_place)) = timeout(self.patience, self.places.acquire()).await else { return not_now() };
        let mut room = self.budget.reserve(Owner::MailServer);
        if room.grow_in_time(IN_MEMORY, self.patience).await.is_err() {
            return not_now();
        }
        let body = request.into_body().into_data_stream().map_err(io::Error::other);
        match incoming_mail::receive(&self.portal, to, body).await {
            Ok(()) => (StatusCode::OK, "taken\n".to_owned()),
            Err(ReceiveError::Internal(error)) => {
                tracing::error!("an email was not taken: {error}");
                not_now()
            }
            Err(refused) => (status(&refused), format!("{refused}\n")),
        }
    }
}

/// What tells a mail server whether to bring an email again.
fn status(refused: &ReceiveError) -> StatusCode {
    match refused {
        ReceiveError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ReceiveError::TooMany => StatusCode::TOO_MANY_REQUESTS,
        ReceiveError::BrokenOff => StatusCode::BAD_REQUEST,
        ReceiveError::Off | ReceiveError::Unreadable | ReceiveError::NoAddress | ReceiveError::Internal(_) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Coplan;
    use axum::{
        Router,
        body::{Body, Bytes},
        response::Response,
    };
    use clap::Parser;
    use coplan_store::{Engine, testing};
    use coplan_usecases::testing::world;
    use futures_util::stream;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tower::ServiceExt;

    const SECRET: &str = "testsecret12345678901234567890ab";
    const MEGABYTE: usize = 1 << 20;

    async fn door(arguments: &[&str]) -> Router {
        let world = world(testing::fresh(Engine::Sqlite).await.unwrap()).await;
        let config = Coplan::parse_from([&["coplan"], arguments, &["serve"]].concat()).config;
        Router::new().route("/mail/receive", route(world.portal.clone(), &config, Arc::default()))
    }

    /// What is answered to an email of so many megabytes, and how many of them were asked for.
    async fn brought(door: &Router, secret: &str, megabytes: usize, says_length: bool) -> (Response, usize) {
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let pieces = (0..megabytes).map(move |n| {
            counter.fetch_add(1, Ordering::Relaxed);
            let begin = if n == 0 { "From: x@y.example\r\nTo: reply+1@plan.example\r\n\r\n" } else { "" };
            Ok::<_, io::Error>(Bytes::from(format!("{begin}{}", "a".repeat(MEGABYTE))))
        });
        let mut request = Request::post("/mail/receive").header(header::AUTHORIZATION, format!("Bearer {secret}"));
        if says_length {
            request = request.header(header::CONTENT_LENGTH, megabytes * MEGABYTE);
        }
        let request = request.body(Body::from_stream(stream::iter(pieces))).unwrap();
        let answer = door.clone().oneshot(request).await.unwrap();
        (answer, asked.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn of_what_a_stranger_sends_nothing_is_read() {
        let open = door(&["--mail-secret", SECRET, "--reply-domain", "plan.example"]).await;
        for secret in ["", "wrong", &SECRET[1..]] {
            let (answer, asked) = brought(&open, secret, 30, true).await;
            assert_eq!((answer.status(), asked), (StatusCode::UNAUTHORIZED, 0), "{secret}");
        }
        let (answer, asked) = brought(&door(&[]).await, SECRET, 30, true).await;
        assert_eq!((answer.status(), asked), (StatusCode::NOT_FOUND, 0));
    }

    #[tokio::test]
    async fn of_what_comes_to_nobody_or_is_too_large_the_beginning_is_read() {
        let open = door(&["--mail-secret", SECRET]).await;
        let (answer, asked) = brought(&open, SECRET, 31, true).await;
        assert_eq!((answer.status(), asked), (StatusCode::PAYLOAD_TOO_LARGE, 0));
        let (answer, asked) = brought(&open, SECRET, 29, false).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked <= 2, "{asked}");
    }

    #[tokio::test]
    async fn where_every_place_is_taken_one_is_to_come_again() {
        let world = world(testing::fresh(Engine::Sqlite).await.unwrap()).await;
        let budget = Arc::<ByteBudget>::default();
        let [_one, _other] = [0; PLACES].map(|_| {
            let mut room = budget.reserve(Owner::MailServer);
            room.grow(IN_MEMORY).unwrap();
            room
        });
        let patience = Duration::from_millis(1);
        let door =
            Door { portal: world.portal.clone(), secret: None, budget, places: Arc::new(Semaphore::new(PLACES)), patience };
        let answer = door.take(None, Request::new(Body::from("From: x@y.example\r\n\r\n"))).await;
        assert_eq!(answer.0, StatusCode::SERVICE_UNAVAILABLE);
    }
}
